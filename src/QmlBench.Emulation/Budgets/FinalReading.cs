using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Programs;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Budgets;

/// <summary>How well the final state is read.</summary>
internal sealed class FinalReading
{
    private readonly int[] _logical, _places, _touched, _partners;
    private readonly ReadoutConfusion[] _confusions;
    private readonly GroupReadout[] _groups;

    private FinalReading(Preparation prepared)
    {
        var together = prepared.Register.Together;
        _logical = [.. ReadLogical(prepared)];
        _places = [.. _logical.Select(logical => prepared.Register.Places[logical])];
        _touched = [.. Enumerable.Range(0, _places.Length).Where(index => _places[index] >= 0)];
        _partners = [.. together.With(_places.Where(place => place >= 0)).Except(_places)];
        _groups = [.. together.Only(_places.Contains).Groups.Where(group => group.Qubits.Any(_places.Contains))];
        // A qubit of a group that nothing touches is alone.
        _confusions = [.. _logical.Select((logical, index) => _places[index] >= 0
            ? prepared.Register.Recordings[logical]
            : prepared.Model.AverageInGroup(prepared.Native.FinalLayout[logical]) ?? prepared.Register.Recordings[logical])];
    }

    /// <summary>The reading of the qubits that are measured at the end; of all logical qubits where none is.</summary>
    /// <param name="prepared">The program.</param>
    /// <param name="ideal">The final state without noise, or null if it is not known.</param>
    public static ReadoutBudget Of(Preparation prepared, DensityState? ideal)
    {
        var reading = new FinalReading(prepared);
        double[] errors = [.. Enumerable.Range(0, reading._logical.Length).Select(index => reading.Error(index, ideal))];
        return new(
            [.. reading._logical.Select((logical, index) => new QubitReading(logical, prepared.Native.FinalLayout[logical], errors[index]))],
            ideal is null ? errors.Aggregate(1.0, (product, error) => product * (1 - error)) : reading.AllRight(ideal));
    }

    private static IEnumerable<int> ReadLogical(Preparation prepared)
    {
        var circuit = prepared.Scheduled.Circuit;
        var final = circuit.FinalMeasurements();
        var measured = Enumerable.Range(0, circuit.Count).Where(index => final[index]).Select(index => circuit[index].Qubits[0]).ToHashSet();
        return Enumerable.Range(0, prepared.Native.FinalLayout.Length)
            .Where(logical => measured.Count == 0 || measured.Contains(prepared.Native.FinalLayout[logical]));
    }

    private double Error(int index, DensityState? ideal)
    {
        var place = _places[index];
        if (_groups.FirstOrDefault(group => group.Qubits.Contains(place)) is { } group)
        {
            return ideal is null ? Mean(group.Marginal(place)) : 1 - Right(ideal, [.. group.Qubits], [group.Only(qubit => qubit == place)]);
        }

        if (ideal is null)
        {
            return Mean(_confusions[index]);
        }

        // A qubit that nothing touches is 0.
        var one = place < 0 ? 0.0 : (1 - ideal.Coefficients[3 << (2 * place)]) / 2;
        return ((1 - one) * _confusions[index].OneGivenZero) + (one * _confusions[index].ZeroGivenOne);
    }

    private double AllRight(DensityState ideal)
    {
        var untouched = Enumerable.Range(0, _places.Length).Except(_touched)
            .Aggregate(1.0, (product, index) => product * (1 - _confusions[index].OneGivenZero));
        return _touched.Length == 0
            ? untouched
            : Right(ideal, [.. _touched.Select(index => _places[index]), .. _partners], _groups) * untouched;
    }

    // Probability that all records of some places are right, given the ideal outcomes.
    private double Right(DensityState ideal, int[] places, GroupReadout[] groups)
    {
        var probabilities = new double[1 << places.Length];
        ideal.Marginal(places, probabilities);
        var sum = 0.0;
        for (var outcome = 0; outcome < probabilities.Length; outcome++)
        {
            var right = probabilities[outcome];
            for (var bit = 0; bit < places.Length; bit++)
            {
                var (value, index) = ((outcome >> bit) & 1, Array.IndexOf(_places, places[bit]));
                right *= index < 0 ? 1 : _confusions[index].Probability(value, value);
            }

            foreach (var group in groups)
            {
                var actual = group.Qubits.Select((qubit, bit) => ((outcome >> Array.IndexOf(places, qubit)) & 1) << bit).Sum();
                right *= group.Probability(actual, actual);
            }

            sum += right;
        }

        return sum;
    }

    private static double Mean(ReadoutConfusion confusion) => (confusion.OneGivenZero + confusion.ZeroGivenOne) / 2;
}
