using QmlBench.Devices;

namespace QmlBench.Tests.Devices;

public sealed class DeviceTests
{
    private static Device Three() => new()
    {
        Name = "three",
        Machine = "three",
        Vendor = "nobody",
        Technology = "thought",
        Kind = DeviceKind.Template,
        Source = new DeviceSource { Text = "made up", Files = ["a"] },
        Semantics = NoiseSemantics.AerTarget,
        Snapshot = new DateTimeOffset(2024, 5, 27, 1, 2, 3, TimeSpan.FromHours(2)),
        Qubits = [new() { T1 = 1e-4 }, new() { T1 = 2e-4 }, new() { T1 = 3e-4, Position = new(1, 2) }],
        Coupling = CouplingMap.FromDirectedPairs(3, [(0, 1), (1, 0), (1, 2), (2, 1)]),
        Gates =
        [
            NativeGate.Physical("cz", 2, [new([0, 1], 1, 1e-7, true), new([1, 2], 0.01, 1e-7, true)]),
            NativeGate.Virtual("rz", 1),
            NativeGate.Physical("sx", 1, [new([0], 1e-3, 3e-8), new([1], 1e-3, 3e-8), new([2], 1e-3, 3e-8)]),
        ],
        Basis = ["cz", "rz", "sx"],
    };

    [Fact]
    public void Devices_compare_by_value_and_hash_alike()
    {
        Assert.Equal(Three(), Three());
        Assert.Equal(Three().GetHashCode(), Three().GetHashCode());
        Assert.Equal(Three().ContentHash(), Three().ContentHash());
        Assert.Matches("^[0-9a-f]{64}$", Three().ContentHash());
    }

    public static TheoryData<string, Func<Device, Device>> Changes => new()
    {
        { "name", d => d with { Name = "four" } },
        { "snapshot", d => d with { Snapshot = null } },
        { "processor", d => d with { Processor = "P" } },
        { "kind", d => d with { Kind = DeviceKind.Calibration } },
        { "source", d => d with { Source = d.Source with { Files = ["b"] } } },
        { "semantics", d => d with { Semantics = NoiseSemantics.Iqm } },
        { "dt", d => d with { Dt = 1e-9 } },
        { "noise scale", d => d with { NoiseScale = 2 } },
        { "accepted", d => d with { Accepted = [Oddity.DeadCouplers] } },
        { "one bit of T1", d => d with { Qubits = [d.Qubits[0] with { T1 = Math.BitIncrement(1e-4) }, d.Qubits[1], d.Qubits[2]] } },
        { "T1 absent", d => d with { Qubits = [d.Qubits[0] with { T1 = null }, d.Qubits[1], d.Qubits[2]] } },
        { "position", d => d with { Qubits = [d.Qubits[0], d.Qubits[1], d.Qubits[2] with { Position = null }] } },
        { "readout", d => d with { Qubits = [d.Qubits[0] with { Readout = new() { P1Given0 = 0 } }, d.Qubits[1], d.Qubits[2]] } },
        { "coupling", d => d with { Coupling = CouplingMap.AllToAll(3) } },
        { "gates", d => d with { Gates = [d.Gates[0], d.Gates[1]] } },
        { "basis", d => d with { Basis = ["cz", "sx"] } },
        { "measurements", d => d with { Measurements = [NativeGate.Physical("measure", 1, [new([0], 0.1, 1e-6)])] } },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Any_change_changes_equality_and_hash(string what, Func<Device, Device> change)
    {
        Assert.NotEqual(Three(), change(Three()));
        Assert.False(Three().ContentHash() == change(Three()).ContentHash(), $"The hash does not see '{what}'.");
    }

    // Computed outside this program from the description in CanonicalForm.
    [Fact]
    public void The_hash_does_not_drift() =>
        Assert.Equal("eb0b8bc206b539cfd6a6a9e8da4255d83f50431b4ee4f7cf25a90251fa3d2a66", Three().ContentHash());

    [Fact]
    public void Dead_sites_are_not_supported_and_not_live()
    {
        Device device = Three();
        Assert.False(device.Supports("cz", 0, 1));
        Assert.True(device.Supports("cz", 2, 1));
        Assert.True(device.Supports("rz", 2));
        Assert.False(device.Supports("rz", 3));
        Assert.False(device.Supports("cx", 1, 2));
        Assert.Equal(["1-2"], device.LiveCoupling().Couplers.Select(c => c.ToString()));
    }

    [Fact]
    public void A_dead_qubit_takes_its_couplers_with_it()
    {
        var sx = NativeGate.Physical("sx", 1, [new([0], 1e-3, 3e-8), new([1], 1e-3, 3e-8), new([2], 1, 3e-8)]);
        Device device = Three() with { Gates = [Three().Gates[0], Three().Gates[1], sx] };
        Assert.True(device.IsDead(2));
        Assert.False(device.IsDead(1));
        Assert.True(device.LiveCoupling().Couplers.IsEmpty);
    }

    [Fact]
    public void The_ideal_device_supports_the_whole_catalogue_everywhere()
    {
        Device ideal = Device.Ideal(4);
        Assert.True(ideal.IsIdeal);
        Assert.Equal(4, ideal.QubitCount);
        Assert.True(ideal.Supports("cx", 3, 0));
        Assert.True(ideal.Supports("h", 2));
        Assert.True(ideal.Supports("ccx", 0, 1, 2));
        Assert.False(ideal.Supports("cx", 0, 4));
        Assert.All(ideal.Gates, g => Assert.True(g.IsVirtual));
        Assert.Equal(ideal.Coupling, ideal.LiveCoupling());
        Assert.Equal(Device.Ideal(4), ideal);
    }
}
