using QmlBench.Emulation.Programs;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Budgets;

/// <summary>How well the final state is read.</summary>
internal static class FinalReading
{
    /// <summary>The reading of the qubits that are measured at the end; of all logical qubits where none is.</summary>
    /// <param name="prepared">The program.</param>
    /// <param name="ideal">The final state without noise, or null if it is not known.</param>
    public static ReadoutBudget Of(Preparation prepared, DensityState? ideal)
    {
        int[] read = [.. ReadLogical(prepared)];
        ReadoutConfusion[] confusions = [.. read.Select(logical => prepared.Register.Recordings[logical])];
        int[] places = [.. read.Select(logical => prepared.Register.Places[logical])];
        var errors = new double[read.Length];
        for (var index = 0; index < read.Length; index++)
        {
            // A qubit that nothing touches is 0.
            var one = ideal is null ? 0.5 : places[index] < 0 ? 0.0 : (1 - ideal.Coefficients[3 << (2 * places[index])]) / 2;
            errors[index] = ((1 - one) * confusions[index].OneGivenZero) + (one * confusions[index].ZeroGivenOne);
        }

        return new(
            [.. read.Select((logical, index) => new QubitReading(logical, prepared.Native.FinalLayout[logical], errors[index]))],
            ideal is null ? errors.Aggregate(1.0, (product, error) => product * (1 - error)) : AllRight(ideal, places, confusions));
    }

    private static IEnumerable<int> ReadLogical(Preparation prepared)
    {
        var circuit = prepared.Scheduled.Circuit;
        var final = circuit.FinalMeasurements();
        var measured = Enumerable.Range(0, circuit.Count).Where(index => final[index]).Select(index => circuit[index].Qubits[0]).ToHashSet();
        return Enumerable.Range(0, prepared.Native.FinalLayout.Length)
            .Where(logical => measured.Count == 0 || measured.Contains(prepared.Native.FinalLayout[logical]));
    }

    private static double AllRight(DensityState ideal, int[] places, ReadoutConfusion[] confusions)
    {
        int[] touched = [.. Enumerable.Range(0, places.Length).Where(index => places[index] >= 0)];
        var untouched = Enumerable.Range(0, places.Length).Except(touched)
            .Aggregate(1.0, (product, index) => product * (1 - confusions[index].OneGivenZero));
        if (touched.Length == 0)
        {
            return untouched;
        }

        var probabilities = new double[1 << touched.Length];
        ideal.Marginal([.. touched.Select(index => places[index])], probabilities);
        var sum = 0.0;
        for (var outcome = 0; outcome < probabilities.Length; outcome++)
        {
            var right = probabilities[outcome];
            for (var bit = 0; bit < touched.Length; bit++)
            {
                var value = (outcome >> bit) & 1;
                right *= confusions[touched[bit]].Probability(value, value);
            }

            sum += right;
        }

        return sum * untouched;
    }
}
