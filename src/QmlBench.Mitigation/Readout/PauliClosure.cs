using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Mitigation.Readout;

/// <summary>
/// The Pauli strings of a set of observables and everything they become when letters are left out: what the inverse needs.
/// </summary>
/// <remarks>
/// Each string is asked as an observable of its own. Its coefficient is the weight that decides its share of the shots: Σ|coefficient| of
/// the string itself; for one that only the inverse needs, 1/64 of the strings it comes from, as its part is of the order of the readout
/// error. Values are divided by these coefficients again.
/// </remarks>
internal sealed class PauliClosure
{
    private const int MostStrings = 1024;

    private readonly SortedDictionary<(ulong X, ulong Z), int> _index;

    private PauliClosure(ImmutableArray<PauliString> strings, ImmutableArray<Observable> members, ObservableSet? asked)
    {
        (Strings, Members, Asked) = (strings, members, asked);
        _index = [];
        for (var index = 0; index < strings.Length; index++)
        {
            _index.Add((strings[index].X, strings[index].Z), index);
        }
    }

    /// <summary>The strings by ascending X mask, then Z mask; without the identity.</summary>
    public ImmutableArray<PauliString> Strings { get; }

    /// <summary>Each string as it is asked, with its weight.</summary>
    public ImmutableArray<Observable> Members { get; }

    /// <summary>All strings, or the observables themselves where they hold none; null when there are no observables.</summary>
    public ObservableSet? Asked { get; }

    /// <summary>The closure of observables; empty for null.</summary>
    /// <exception cref="ExecutionRefusedException">There are more strings than can be corrected.</exception>
    public static PauliClosure Of(ObservableSet? observables)
    {
        if (observables is null)
        {
            return new([], [], null);
        }

        var weights = new SortedDictionary<(ulong X, ulong Z), double>();
        foreach (var observable in observables)
        {
            foreach (var term in observable.Terms)
            {
                AddWithParts(weights, term);
            }
        }

        ImmutableArray<PauliString> strings = [.. weights.Keys.Select(key => new PauliString(key.X, key.Z))];
        ImmutableArray<Observable> members =
            [.. weights.Select(one => new Observable(observables.QubitCount, [new(one.Value, new(one.Key.X, one.Key.Z))]))];
        return new(strings, members, members.IsEmpty ? observables : new ObservableSet(members.AsSpan()));
    }

    /// <summary>Place of a string, which must be one of <see cref="Strings"/>.</summary>
    public int IndexOf(PauliString pauli) => _index[(pauli.X, pauli.Z)];

    /// <summary>The weight with which a string is asked.</summary>
    public double WeightOf(int index) => Members[index].Terms[0].Coefficient;

    /// <summary>A string with the letters outside a mask left out.</summary>
    public static PauliString Part(PauliString pauli, ulong mask) => new(pauli.X & mask, pauli.Z & mask);

    private static void AddWithParts(SortedDictionary<(ulong X, ulong Z), double> weights, PauliTerm term)
    {
        var support = term.Pauli.Support;
        if (term.Pauli.Weight > 10)
        {
            throw TooMany($"the string {term.Pauli} acts on {term.Pauli.Weight} qubits");
        }

        // Every non-empty part of the support, by the usual walk through sub-masks.
        for (var mask = support; mask != 0; mask = (mask - 1) & support)
        {
            var part = Part(term.Pauli, mask);
            var weight = Math.Abs(term.Coefficient) * (mask == support ? 1.0 : 1.0 / 64);
            weights[(part.X, part.Z)] = weights.GetValueOrDefault((part.X, part.Z)) + weight;
        }

        if (weights.Count > MostStrings)
        {
            throw TooMany($"the observables need more than {MostStrings} strings");
        }
    }

    private static ExecutionRefusedException TooMany(string what) => new(
        $"Readout inversion corrects every part of a Pauli string, and {what}. "
        + "Ask for observables on at most 10 qubits and fewer of them.");
}
