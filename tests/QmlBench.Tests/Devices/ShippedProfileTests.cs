using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices;

public sealed class ShippedProfileTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(RepositoryRoot.Combine("devices"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_profile_has_no_errors_and_is_as_the_writer_writes_it(string name)
    {
        var source = SourceText.FromFile(RepositoryRoot.Combine("devices", name + ".yaml"));
        var bag = new DiagnosticBag();
        Device? device = DeviceYamlReader.Read(source, bag, KnownGates.Catalogue);
        Assert.Empty(bag.Sorted.Where(d => d.Severity != Severity.Notice).Select(d => d.ToString()));
        Assert.Equal(name, device!.Name);
        Assert.Equal(device.Notices(), bag.Sorted.Select(d => d.Message).OrderBy(m => device.Notices().ToList().IndexOf(m)));
        Assert.Equal(source.Text, DeviceYamlWriter.Write(device));
    }

    [Fact]
    public void A_live_coupler_joins_live_qubits_on_every_profile()
    {
        var library = new DeviceLibrary(RepositoryRoot.Combine("devices"));
        foreach (string name in library.Names.Where(n => n != Device.IdealName))
        {
            Device device = library.Load(name, idealQubits: 1);
            Assert.All(device.LiveCoupling().DirectedPairs, pair =>
            {
                Assert.True(device.Coupling.Allows(pair.First, pair.Second));
                Assert.Contains(device.Gates, g => g.Arity == 2 && device.Supports(g.Name, pair.First, pair.Second));
            });
        }
    }

    // Figures of the vendor's file, props_manila.json at the commit the profile names.
    [Fact]
    public void Manila_keeps_its_figures_to_the_last_bit()
    {
        Device manila = new DeviceLibrary(RepositoryRoot.Combine("devices")).Load("ibm_manila_2024-05-27", idealQubits: 1);
        Assert.Equal(131.5286444531517e-6, manila.Qubits[0].T1);
        Assert.Equal(4962356469.801913, manila.Qubits[0].Frequency);
        Assert.Equal(0.05479999999999996, manila.Qubits[0].Readout.P0Given1);
        Assert.Equal(0.008827712070629129, manila.Gate("cx")!.SiteFor(0, 1)!.Error);
        Assert.Equal(277.3333333333333e-9, manila.Gate("cx")!.SiteFor(0, 1)!.Duration);
        Assert.Equal(312.88888888888885e-9, manila.Gate("cx")!.SiteFor(1, 0)!.Duration);
        Assert.Equal(5.514666666666666e-6, manila.Qubits[0].ResetDuration);
        Assert.True(manila.Gate("rz")!.IsVirtual);
        Assert.Equal(NoiseSemantics.AerProperties, manila.Semantics);
    }

    [Fact]
    public void Where_every_coupler_is_marked_dead_the_mark_tells_nothing()
    {
        var library = new DeviceLibrary(RepositoryRoot.Combine("devices"));
        Device kyoto = library.Load("ibm_kyoto_2024-02-28", idealQubits: 1), fez = library.Load("ibm_fez_2025-01-22", idealQubits: 1);
        Assert.True(kyoto.HasOnlyDeadCouplers);
        Assert.Equal(kyoto.Coupling, kyoto.LiveCoupling());
        // All rzz of fez are marked, but its cz are not.
        Assert.False(fez.HasOnlyDeadCouplers);
        Assert.False(fez.Supports("rzz", 0, 1));
    }

    [Fact]
    public void Garnet_turns_in_software() =>
        Assert.True(new DeviceLibrary(RepositoryRoot.Combine("devices")).Load("iqm_garnet_spec", idealQubits: 1).Gate("rz")!.IsVirtual);
}
