using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Transpilation;

/// <summary>Random circuits over the whole catalogue.</summary>
internal static class RandomCircuits
{
    /// <summary>Gates with numbers for angles.</summary>
    public static Circuit OfCatalogue(int qubits, int gates, ulong seed) => Make(qubits, gates, seed, 0, _ => true);

    /// <summary>Gates of which half the angles are expressions of the parameters.</summary>
    public static Circuit Symbolic(int qubits, int gates, ulong seed) => Make(qubits, gates, seed, 3, _ => true);

    public static Circuit Make(int qubits, int gates, ulong seed, int parameters, Func<Gate, bool> take)
    {
        RandomStream stream = StreamKey.Root(seed, "random circuit").Open();
        Gate[] pool = [.. StandardGates.All.Where(g => g.QubitCount >= 1 && g.QubitCount <= Math.Min(qubits, 4) && take(g))];
        CircuitBuilder builder = Circuit.Builder(qubits);
        Angle[] symbols = [.. Enumerable.Range(0, parameters).Select(i => builder.Parameter($"t{i}"))];
        for (int i = 0; i < gates; i++)
        {
            Gate gate = pool[stream.NextInt(pool.Length)];
            Angle[] angles = [.. Enumerable.Range(0, gate.ParameterCount).Select(_ => Angle(stream, symbols))];
            builder.Add(gate, angles, stream.Permutation(qubits).AsSpan(0, gate.QubitCount));
        }
        return builder.GlobalPhase(0.3).Build();
    }

    private static Angle Angle(RandomStream stream, Angle[] symbols)
    {
        double number = stream.NextInt(3) == 0 ? (stream.NextInt(9) - 4) * Math.PI / 4 : 6 * stream.NextDouble() - 3;
        if (symbols.Length == 0 || stream.NextInt(2) == 0)
            return number;
        Angle symbol = symbols[stream.NextInt(symbols.Length)];
        return stream.NextInt(4) == 0 ? symbol * symbols[stream.NextInt(symbols.Length)] : number * symbol + 0.25;
    }
}
