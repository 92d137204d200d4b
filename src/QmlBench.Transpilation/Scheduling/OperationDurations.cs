using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation.Scheduling;

/// <summary>Duration of every operation in ticks: samples of dt where the device has one (whole for gates), else seconds.</summary>
internal sealed record OperationDurations(double[] Ticks, double TickSeconds, bool InDt, ImmutableArray<string> Missing)
{
    /// <summary>The durations of a circuit's operations, or, where the device tells them apart, the times for which operands relax.</summary>
    public static OperationDurations Of(Circuit circuit, Target target, bool ofRelaxation = false)
    {
        var inDt = target.Dt is > 0;
        var tick = inDt ? target.Dt!.Value : 1;
        var ticks = new double[circuit.Count];
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ticks.Length; i++)
            ticks[i] = TicksOf(circuit[i], target, tick, inDt, missing, ofRelaxation);
        return new(ticks, tick, inDt, [.. missing]);
    }

    private static double TicksOf(Operation operation, Target target, double tick, bool inDt, SortedSet<string> missing, bool ofRelaxation)
    {
        if (operation.Kind == OperationKind.Barrier)
            return 0;
        if (operation.Kind == OperationKind.Delay)
            return DelayTicks(operation.Delay, target, tick);
        var (name, seconds) = operation.Kind switch
        {
            OperationKind.Measure => ("measure", target.ReadoutDuration(operation.Qubits[0])),
            OperationKind.Reset => ("reset", target.ResetDuration(operation.Qubits[0])),
            _ when ofRelaxation => (operation.Gate.Name, target.RelaxationDuration(operation.Gate, operation.Qubits)),
            _ => (operation.Gate.Name, target.Duration(operation.Gate, operation.Qubits))
        };
        if (seconds is null)
            missing.Add(name);
        return inDt ? Math.Round((seconds ?? 0) / tick) : seconds ?? 0;
    }

    private static double DelayTicks(DelayTime delay, Target target, double tick)
    {
        if (delay.Unit == DelayUnit.Dt && target.Dt is null)
            throw new TranspilationException(
                $"A delay of {delay.Value} dt has no length on device '{target.Device.Name}', which gives no sample time. "
                + "Write it in seconds.");
        return delay.Unit == DelayUnit.Dt ? delay.Value : delay.Value / tick;
    }
}
