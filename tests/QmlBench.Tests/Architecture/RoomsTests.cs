using System.Xml.Linq;

namespace QmlBench.Tests.Architecture;

/// <summary>The map of the rooms, held against what the compiler saw: which room uses types of which.</summary>
public sealed class RoomsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Circuits"] = ["Numerics"],
        ["Devices"] = ["Numerics", "Circuits"],
        ["Simulation"] = ["Numerics", "Circuits"],
        ["Transpilation"] = ["Numerics", "Circuits", "Devices", "Simulation"],
        ["Emulation"] = ["Numerics", "Circuits", "Devices", "Simulation", "Transpilation"],
        ["Mitigation"] = ["Numerics", "Circuits", "Simulation", "Transpilation", "Emulation"],
        ["Learning"] = ["Numerics", "Circuits", "Emulation"],
        ["Suites"] = ["Numerics", "Circuits", "Devices", "Transpilation", "Emulation", "Mitigation", "Learning"],
        ["Storage"] = ["Suites"],
        ["Reporting"] = ["Numerics", "Circuits", "Devices", "Emulation", "Suites"],
        ["Cli"] =
        [
            "Numerics", "Circuits", "Devices", "Simulation", "Transpilation", "Emulation", "Mitigation", "Learning", "Suites", "Storage",
            "Reporting",
        ],
    };

    public static TheoryData<string> Rooms => [.. MayUse.Keys];

    [Fact]
    public void ThereAreTwelveRoomsAndNoMore() =>
        Assert.Equal(
            MayUse.Keys.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "src"), "QmlBench.*")
                .Select(folder => Path.GetFileName(folder)["QmlBench.".Length..])
                .Order(StringComparer.Ordinal));

    // The compiler leaves out references of which no type is used, so the assembly's own list is the truth.
    [Theory]
    [MemberData(nameof(Rooms))]
    public void UsesOnlyTypesOfTheRoomsItMay(string room)
    {
        var assembly = System.Reflection.Assembly.Load(room == "Cli" ? "qmlbench" : "QmlBench." + room);
        var used = assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("QmlBench.", StringComparison.Ordinal))
            .Select(name => name["QmlBench.".Length..]);
        Assert.Empty(used.Except(MayUse[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void ProjectFileReferencesOnlyTheRoomsItMay(string room)
    {
        var project = XDocument.Load(Path.Combine(RepositoryRoot.Path, "src", "QmlBench." + room, $"QmlBench.{room}.csproj"));
        var referenced = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["QmlBench.".Length..]);
        Assert.Empty(referenced.Except(MayUse[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void TypesLiveInTheNamespaceOfTheirRoom(string room)
    {
        var assembly = System.Reflection.Assembly.Load(room == "Cli" ? "qmlbench" : "QmlBench." + room);
        var strangers = assembly.GetTypes()
            .Where(type => type.Namespace is { } name && !name.StartsWith("QmlBench." + room, StringComparison.Ordinal))
            .Where(type => !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false))
            .Select(type => type.FullName);
        Assert.DoesNotContain(strangers, name => !name!.StartsWith("System.", StringComparison.Ordinal)
            && !name.StartsWith("Microsoft.", StringComparison.Ordinal));
    }

    // Learning meets devices only through the waist's values: never a native circuit, never a circuit taken as written.
    [Fact]
    public void LearningUsesNeitherNativeNorAdopt()
    {
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "QmlBench.Learning"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => System.Text.RegularExpressions.Regex.IsMatch(
            File.ReadAllText(file), @"\.Native\b|\.Adopt\(|NativeCircuit"));
    }
}
