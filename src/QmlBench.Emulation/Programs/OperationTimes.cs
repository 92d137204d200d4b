using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Noise;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>When the operations of a schedule start, end and act.</summary>
/// <remarks>A gate, a delay and a reset act in the middle of their time; a measurement and a barrier when they start.</remarks>
internal sealed class OperationTimes
{
    private readonly ScheduledCircuit _scheduled;
    private readonly double[] _durations;

    /// <summary>The times of a schedule.</summary>
    public OperationTimes(ScheduledCircuit scheduled, NoiseModel model)
    {
        _scheduled = scheduled;
        _durations = [.. Enumerable.Range(0, scheduled.Circuit.Count).Select(index => Duration(scheduled.Circuit[index], model.Device))];
        Instants =
        [
            .. Enumerable.Range(0, _durations.Length).Select(index =>
                scheduled.StartSeconds[index] + (scheduled.Circuit[index].Kind == OperationKind.Measure ? 0 : _durations[index] / 2)),
        ];
    }

    /// <summary>When each operation acts.</summary>
    public ImmutableArray<double> Instants { get; }

    /// <summary>When a pair is first acted on: before that both are in |0⟩.</summary>
    public double FirstOf(StaticZz pair)
    {
        var first = double.PositiveInfinity;
        for (var index = 0; index < _durations.Length; index++)
        {
            var operation = _scheduled.Circuit[index];
            if (operation.Kind != OperationKind.Barrier && (operation.Qubits.Contains(pair.First) || operation.Qubits.Contains(pair.Second)))
            {
                first = Math.Min(first, Instants[index]);
            }
        }

        return first;
    }

    /// <summary>The times during which a pair gathers nothing.</summary>
    public ImmutableArray<(double From, double To)> Pauses(StaticZz pair, ValueList<string> echoed)
    {
        var pauses = ImmutableArray.CreateBuilder<(double From, double To)>();
        for (var index = 0; index < _durations.Length; index++)
        {
            var operation = _scheduled.Circuit[index];
            if (operation.Kind == OperationKind.Gate && operation.Qubits.Length == 2 && IsPause(operation, pair, echoed))
            {
                pauses.Add((_scheduled.StartSeconds[index], _scheduled.StartSeconds[index] + _durations[index]));
            }
        }

        return pauses.ToImmutable();
    }

    private static bool IsPause(Operation operation, StaticZz pair, ValueList<string> echoed)
    {
        var joins = operation.Qubits.Contains(pair.First) && operation.Qubits.Contains(pair.Second);
        return joins || (echoed.Contains(operation.Gate.Name) && (operation.Qubits[0] == pair.First || operation.Qubits[0] == pair.Second));
    }

    private static double Duration(Operation operation, Device device) => operation.Kind switch
    {
        OperationKind.Gate => device.Gate(operation.Gate.Name)?.SiteFor(operation.Qubits)?.Duration ?? 0,
        OperationKind.Delay => operation.Delay.InSeconds(device.Dt ?? 0),
        OperationKind.Reset => operation.Qubits.Length == 1 ? device.Qubits[operation.Qubits[0]].ResetDuration ?? 0 : 0,
        OperationKind.Measure => device.Qubits[operation.Qubits[0]].Readout.Length ?? 0,
        _ => 0,
    };
}
