using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

public sealed class MomentScheduleTests
{
    private static readonly Device Device = TestDevices.Line(3, "cx");

    private static readonly Target Target = Target.For(Device);

    // sx 36 ns, cx 300 ns: three moments of 36, 300 and 36 ns, in which every qubit that has begun is busy or waits.
    [Theory]
    [InlineData(ScheduleMode.None)]
    [InlineData(ScheduleMode.Asap)]
    [InlineData(ScheduleMode.Alap)]
    public void Every_moment_lasts_as_long_as_its_longest_gate(ScheduleMode mode)
    {
        double sx = Target.Duration(StandardGates.SX, 0)!.Value;
        double cx = Target.Duration(StandardGates.CX, 0, 1)!.Value;
        Circuit circuit = Circuit.Builder(3).Physical().SX(0).SX(2).CX(0, 1).SX(2).RZ(0.3, 2).SX(0).SX(1).Build();
        ScheduledCircuit found = Scheduler.ApplyInMoments(NativeCircuit.AsWritten(circuit, Target), Target, mode);
        Assert.Equal(sx + cx + sx, found.GatesEndSeconds, 1e-15);
        // Qubit 2 begins in the first moment, or late in the second of its own two.
        double waits = mode == ScheduleMode.Alap ? cx - sx : (cx - sx) + sx;
        Assert.Equal(waits, Waits(found, 2), 1e-15);
        Assert.Equal(0, Waits(found, 0), 1e-15);
    }

    [Fact]
    public void A_barrier_is_a_seam_and_an_empty_circuit_has_no_time()
    {
        double sx = Target.Duration(StandardGates.SX, 0)!.Value;
        Circuit circuit = Circuit.Builder(3).Physical().SX(0).Barrier().SX(1).Build();
        ScheduledCircuit found = Scheduler.ApplyInMoments(NativeCircuit.AsWritten(circuit, Target), Target, ScheduleMode.None);
        Assert.Equal(2 * sx, found.GatesEndSeconds, 1e-15);
        Assert.Equal(sx, Waits(found, 0), 1e-15);
        Circuit empty = Circuit.Builder(3).Physical().Build();
        Assert.Equal(0, Scheduler.ApplyInMoments(NativeCircuit.AsWritten(empty, Target), Target, ScheduleMode.Alap).GatesEndSeconds);
    }

    private static double Waits(ScheduledCircuit scheduled, int qubit)
    {
        double sum = 0;
        for (int i = 0; i < scheduled.Circuit.Count; i++)
        {
            Operation operation = scheduled.Circuit[i];
            if (operation.Kind == OperationKind.Delay && operation.Qubits[0] == qubit)
                sum += operation.Delay.InSeconds(Device.Dt ?? 0);
        }

        return sum;
    }
}
