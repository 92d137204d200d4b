using QmlBench.Circuits;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>Scores the compiler's candidates by predicted fidelity; larger is better.</summary>
internal sealed class CandidateScore(Target target, NoiseModel model, ScheduleOptions schedule)
{
    /// <summary>
    /// ln of the predicted fidelity of the scheduled circuit (<see cref="NoisyProgram.PredictedFidelity"/>) and of the readout of every
    /// qubit that is measured (all in use where none is): 1 − the mean of its two errors.
    /// </summary>
    public double LogFidelity(NativeCircuit native)
    {
        var scheduled = schedule.Passes.Aggregate(
            Scheduler.Apply(native, target, schedule.Mode), (written, pass) => pass.Apply(written, target));
        var active = ActiveQubits.Of(scheduled.Circuit, []);
        var noisy = new NoisyProgram(NoiseAttachment.Attach(scheduled, model, active).Circuit, active.DeviceQubits);
        return Elementary.Log(noisy.PredictedFidelity) + LogReadout(native);
    }

    private double LogReadout(NativeCircuit native)
    {
        var sum = 0.0;
        foreach (var qubit in ReadQubits(native))
        {
            var confusion = model.AverageInGroup(qubit) ?? model.Readout(qubit);
            sum += Elementary.Log(1 - ((confusion.OneGivenZero + confusion.ZeroGivenOne) / 2));
        }

        return sum;
    }

    // Not what the request asks: all arms that differ in observables or mitigation are to run the same compiled circuit.
    private static SortedSet<int> ReadQubits(NativeCircuit native)
    {
        var circuit = native.Circuit;
        if (!circuit.HasMeasurements)
        {
            return [.. native.FinalLayout.Intersect(circuit.ActiveQubits())];
        }

        var read = new SortedSet<int>();
        for (var index = 0; index < circuit.Count; index++)
        {
            if (circuit[index].Kind == OperationKind.Measure)
            {
                read.Add(circuit[index].Qubits[0]);
            }
        }

        return read;
    }
}
