using QmlBench.Circuits.Source;
using QmlBench.Devices;

namespace QmlBench.Tests.Devices;

public sealed class DeviceLibraryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qmlbench-devices-");

    public void Dispose() => folder.Delete(recursive: true);

    private DeviceLibrary Library(params string[] names)
    {
        foreach (string name in names)
            File.WriteAllText(Path.Combine(folder.FullName, name + ".yaml"), Profiles.With("name: three", $"name: {name}"));
        return new DeviceLibrary(folder.FullName);
    }

    [Fact]
    public void References_name_a_profile_a_date_or_the_newest_snapshot()
    {
        DeviceLibrary library = Library("big_x_2021-02-03", "big_x_2024-01-01", "big_x_2023-12-31", "plain");
        Assert.Equal("big_x_2021-02-03", library.Load("big_x_2021-02-03", 1).Name);
        Assert.Equal("big_x_2021-02-03", library.Load("big_x@2021-02-03", 1).Name);
        Assert.Equal("big_x_2024-01-01", library.Load("big_x", 1).Name);
        Assert.Equal("plain", library.Load("plain", 1).Name);
        Assert.Equal("plain", library.Load(Path.Combine(folder.FullName, "plain.yaml"), 1).Name);
        Assert.Equal(["big_x_2021-02-03", "big_x_2023-12-31", "big_x_2024-01-01"], library.SnapshotsOf("big_x"));
        Assert.Equal(["big_x"], library.Machines);
        Assert.Equal(["big_x_2021-02-03", "big_x_2023-12-31", "big_x_2024-01-01", "ideal", "plain"], library.Names);
    }

    [Fact]
    public void The_ideal_device_is_always_there_in_any_size()
    {
        Assert.Equal(Device.Ideal(7), Library().Load("ideal", 7));
        Assert.True(Library().Knows("ideal"));
    }

    [Fact]
    public void An_unknown_name_gets_a_suggestion_and_the_list()
    {
        var thrown = Assert.Throws<UnknownDeviceException>(() => Library("manila_2024-01-01").Load("manilla", 1));
        Assert.Equal("unknown device 'manilla'; expected one of ideal, manila_2024-01-01; did you mean 'manila'?", thrown.Message);
        Assert.Equal("manila", thrown.Suggestion);
        Assert.False(Library().Knows("manilla"));
        Assert.False(Library().Knows("nowhere.yaml"));
    }

    [Fact]
    public void A_profile_under_another_name_is_an_error()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "four.yaml"), Profiles.Good);
        var thrown = Assert.Throws<SourceException>(() => Library().Load("four", 1));
        Assert.Contains("four.yaml:1:1: the profile 'three' is in a file of another name; expected 'name: four'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_is_found_by_walking_up()
    {
        DeviceLibrary library = DeviceLibrary.Discover(AppContext.BaseDirectory);
        Assert.Contains("ibm_manila_2024-05-27", library.Names);
        Assert.Equal("ibm_manila_2024-05-27", library.Load("ibm_manila", 1).Name);
    }
}
