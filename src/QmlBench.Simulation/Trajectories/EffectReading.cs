using QmlBench.Simulation.Channels;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Trajectories;

/// <summary>The Pauli strings that some observables need, each once, and how the observables follow from them.</summary>
internal sealed class EffectReading
{
    private readonly long[] _strings;
    private readonly (int String, double Weight)[][] _members;

    internal EffectReading(EffectSet effects)
    {
        // Diagonal strings come first, so the identity is number 0; strings that flip the same qubits stand together.
        _strings =
        [
            .. effects.Members.SelectMany(static m => m.Select(static t => t.Index)).Append(0L).Distinct()
                .OrderBy(static i => PauliBasis.FlipMask(i)).ThenBy(static i => Turns(i) & 1).ThenBy(static i => i),
        ];
        var numbers = _strings.Select(static (index, number) => (index, number)).ToDictionary(static s => s.index, static s => s.number);
        _members = [.. effects.Members.Select(m => m.Select(t => (numbers[t.Index], t.Weight)).ToArray())];
        Flips = _strings.Aggregate(0L, static (mask, index) => mask | (long)PauliBasis.FlipMask(index));
    }

    /// <summary>Number of strings.</summary>
    internal int StringCount => _strings.Length;

    /// <summary>Number of observables.</summary>
    internal int Count => _members.Length;

    /// <summary>The qubits with X or Y in some string.</summary>
    internal long Flips { get; }

    /// <summary>The strings on the bits where the qubits stand.</summary>
    internal void Place(QubitLayout layout, Span<PauliMasks> masks)
    {
        for (int s = 0; s < _strings.Length; s++) masks[s] = PauliMasks.Of(_strings[s], layout);
    }

    /// <summary>The observables from the strings, for a state of any length.</summary>
    internal void Combine(ReadOnlySpan<double> strings, Span<double> values)
    {
        for (int k = 0; k < _members.Length; k++)
        {
            double sum = 0.0;
            foreach ((int number, double weight) in _members[k]) sum += weight * strings[number];
            values[k] = sum / strings[0];
        }
    }

    private static int Turns(long index) =>
        System.Numerics.BitOperations.PopCount((uint)(PauliBasis.FlipMask(index) & PauliBasis.SignMask(index)));
}
