using QmlBench.Circuits;
using QmlBench.Numerics;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Noise;

/// <summary>How well a compiled circuit is expected to be read: the product of 1 − the mean of the two readout errors over every qubit that is
/// measured, over all logical qubits that are used where none is.</summary>
/// <remarks>Together with <see cref="Waist.NoisyProgram.PredictedFidelity"/>, which leaves readout out, this is what the objective fidelity
/// makes as large as it can. It does not depend on what a request asks.</remarks>
public static class PredictedReading
{
    /// <summary>The product.</summary>
    public static double Of(NativeCircuit native, NoiseModel model) => Elementary.Exp(LogOf(native, model));

    /// <summary>Its natural logarithm.</summary>
    public static double LogOf(NativeCircuit native, NoiseModel model)
    {
        ArgumentNullException.ThrowIfNull(native);
        ArgumentNullException.ThrowIfNull(model);
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
