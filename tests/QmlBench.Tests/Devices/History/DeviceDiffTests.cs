using QmlBench.Devices;
using QmlBench.Devices.History;

namespace QmlBench.Tests.Devices.History;

public sealed class DeviceDiffTests
{
    private static Device Load(string name) => ShippedDevices.Load(name);

    [Fact]
    public void A_device_does_not_differ_from_itself()
    {
        var diff = new DeviceDiff(Load("ibm_hanoi"), Load("ibm_hanoi"));
        Assert.All(diff.Kinds, kind => Assert.Empty(kind.Changes));
        Assert.Equal([27, 27, 27, 28, 27], diff.Kinds.Select(kind => kind.Unchanged));
        Assert.Empty(diff.Died.Concat(diff.Revived).Concat(diff.AppearedCouplers).Concat(diff.VanishedCouplers).Concat(diff.AppearedGates).Concat(diff.VanishedGates));
    }

    // Counted outside this program from the vendor's files: 350 directed sites bit-identical, 7 couplers died and 4 came back.
    [Fact]
    public void Copies_and_dead_couplers_are_counted()
    {
        var fez = new DeviceDiff(Load("ibm_fez@2025-01-22"), Load("ibm_fez@2025-01-23"));
        FigureDiff errors = fez.Kinds.First(kind => kind.Kind == FigureKind.TwoQubitError);
        Assert.Equal((175, 0), (errors.Unchanged, errors.Changes.Length));
        Assert.Equal(2, fez.Kinds[0].Unchanged);
        var sherbrooke = new DeviceDiff(Load("ibm_sherbrooke@2024-05-27"), Load("ibm_sherbrooke@2025-02-26"));
        Assert.Equal(7, sherbrooke.Died.Length);
        Assert.Equal(4, sherbrooke.Revived.Length);
    }

    [Fact]
    public void A_coupler_that_works_in_one_order_alone_is_out_of_order_in_the_other()
    {
        Device half = Load("ibm_hanoi@2025-02-26");
        Assert.Equal(["cx 5->8", "cx 19->20"], new DeviceHistory([half]).DeadOrdersOf(0));
        Assert.Equal(0, new DeviceHistory([half]).DeadOf(0, FigureKind.TwoQubitError));
        var whole = half with { Gates = [.. half.Gates.Select(gate => gate.Name == "cx" ? Without(gate, 1) : gate)] };
        var dead = half with { Gates = [.. half.Gates.Select(gate => gate.Name == "cx" ? Without(gate, 0.5) : gate)] };
        Assert.Equal(["cx 5->8", "cx 19->20"], new DeviceDiff(whole, half).Died);
        Assert.Equal(["cx 5->8", "cx 19->20"], new DeviceDiff(half, whole).Revived);
        Assert.Empty(new DeviceDiff(half, half).Died);
        Assert.Equal(["cx 5-8", "cx 19-20"], new DeviceDiff(half, dead).Died);
        Assert.Equal(["cx 5-8", "cx 19-20"], new DeviceDiff(dead, half).Revived);
        Assert.Empty(new DeviceDiff(dead, half).Died);
    }

    [Fact]
    public void The_largest_ratio_comes_first_whether_up_or_down()
    {
        Device before = Load("template:line:qubits=3");
        Device after = before with
        {
            Qubits = [before.Qubits[0] with { T1 = 2 * before.Qubits[0].T1 }, before.Qubits[1] with { T1 = before.Qubits[1].T1 / 5 }, before.Qubits[2]],
            Coupling = CouplingMap.FromDirectedPairs(3, [(0, 1), (1, 0), (2, 1)]),
            Gates = [.. before.Gates.Where(g => g.Name != "x"), NativeGate.Virtual("z", 1)],
        };
        var diff = new DeviceDiff(before, after);
        Assert.Equal(["1", "0"], diff.Kinds[0].Changes.Select(c => c.Subject));
        Assert.Equal(0.2, diff.Kinds[0].Changes[0].Ratio, 1e-12);
        Assert.Equal(1, diff.Kinds[0].Unchanged);
        Assert.Equal(["2->1"], diff.AppearedCouplers);
        Assert.Equal(["1-2"], diff.VanishedCouplers);
        Assert.Equal(["z"], diff.AppearedGates);
        Assert.Equal(["x"], diff.VanishedGates);
    }

    // The two couplers with both orders alive (error 1), or both dead (any other).
    private static NativeGate Without(NativeGate gate, double mark) => NativeGate.Physical(gate.Name, gate.Arity, [.. gate.Sites.Select(site =>
        site.Qubits.Order().SequenceEqual([5, 8]) || site.Qubits.Order().SequenceEqual([19, 20])
            ? new GateSite(site.Qubits, mark == 1 ? 0.01 : 1, site.Duration)
            : site)]);
}
