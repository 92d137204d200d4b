using System.Numerics;
using QmlBench.Circuits;

namespace QmlBench.Tests.Circuits;

/// <summary>State vectors and outcome distributions by the textbook, gate matrix by gate matrix; shares no kernel with the
/// program.</summary>
internal static class NaiveSimulator
{
    public static Complex[] State(Circuit circuit, params double[] values)
    {
        var state = new Complex[1 << circuit.QubitCount];
        state[0] = Complex.FromPolarCoordinates(1, circuit.GlobalPhase.Evaluate(values));
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            if (operation.Kind is OperationKind.Barrier or OperationKind.Delay) continue;
            Assert.True(operation.Kind == OperationKind.Gate && operation.Condition is null, $"Operation {i} is not a plain gate.");
            Apply(state, operation, values);
        }

        return state;
    }

    /// <summary>Probability of every value of the classical bits, last bit leftmost.</summary>
    public static SortedDictionary<string, double> Distribution(Circuit circuit, params double[] values)
    {
        var start = new Complex[1 << circuit.QubitCount];
        start[0] = 1;
        List<(Complex[] State, bool[] Bits)> branches = [(start, new bool[circuit.ClbitCount])];
        for (int i = 0; i < circuit.Count; i++)
        {
            var next = new List<(Complex[], bool[])>();
            foreach ((Complex[] state, bool[] bits) in branches) Step(circuit[i], values, state, bits, next);
            branches = next;
        }

        var distribution = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach ((Complex[] state, bool[] bits) in branches)
        {
            string key = string.Concat(bits.Reverse().Select(bit => bit ? '1' : '0'));
            distribution[key] = distribution.GetValueOrDefault(key)
                + state.Sum(amplitude => (amplitude * Complex.Conjugate(amplitude)).Real);
        }

        return distribution;
    }

    /// <summary>Largest difference of two states; up to a phase where it is free.</summary>
    public static double Difference(Complex[] expected, Complex[] actual, bool phaseIsFree)
    {
        Assert.Equal(expected.Length, actual.Length);
        Complex overlap = expected.Zip(actual, (e, a) => Complex.Conjugate(e) * a).Aggregate(Complex.Zero, (sum, term) => sum + term);
        Complex factor = phaseIsFree ? overlap / overlap.Magnitude : 1;
        return expected.Zip(actual, (e, a) => ((factor * e) - a).Magnitude).Max();
    }

    private static void Step(Operation operation, double[] values, Complex[] state, bool[] bits, List<(Complex[], bool[])> next)
    {
        if (operation.Condition?.IsMet(bits) == false || operation.Kind is OperationKind.Barrier or OperationKind.Delay)
        {
            next.Add((state, bits));
            return;
        }

        if (operation.Kind == OperationKind.Gate)
        {
            Apply(state, operation, values);
            next.Add((state, bits));
            return;
        }

        int mask = 1 << operation.Qubits[0];
        foreach (bool outcome in new[] { false, true })
        {
            Complex[] projected = [.. state.Select((amplitude, index) => (index & mask) != 0 == outcome ? amplitude : 0)];
            if (projected.All(amplitude => amplitude.Magnitude < 1e-15)) continue;
            bool[] after = [.. bits];
            if (operation.Kind == OperationKind.Measure) after[operation.Clbit] = outcome;
            else if (outcome) projected = [.. projected.Select((_, index) => projected[index ^ mask])];
            next.Add((projected, after));
        }
    }

    private static void Apply(Complex[] state, Operation operation, double[] values)
    {
        var angles = new double[operation.Angles.Length];
        for (int i = 0; i < angles.Length; i++) angles[i] = operation.Angles[i].Evaluate(values);
        Complex[] matrix = operation.Gate.Matrix(angles).Span.ToArray();
        int size = 1 << operation.Qubits.Length;
        var places = new int[size];
        for (int i = 0; i < size; i++)
            for (int k = 0; k < operation.Qubits.Length; k++)
                if ((i >> k & 1) != 0) places[i] |= 1 << operation.Qubits[k];
        var mixed = new Complex[size];
        for (int rest = 0; rest < state.Length; rest++)
        {
            if ((rest & places[size - 1]) != 0) continue;
            for (int row = 0; row < size; row++)
            {
                mixed[row] = 0;
                for (int column = 0; column < size; column++) mixed[row] += matrix[(row * size) + column] * state[rest | places[column]];
            }

            for (int row = 0; row < size; row++) state[rest | places[row]] = mixed[row];
        }
    }
}
