using System.Collections.Immutable;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Observables;

/// <summary>Greedy grouping of Pauli strings by qubit-wise commutation.</summary>
internal static class QubitwiseGrouping
{
    internal static ImmutableArray<PauliGroup> Of(ObservableSet set)
    {
        var weights = new SortedDictionary<(ulong X, ulong Z), double>();
        foreach (Observable observable in set)
        {
            foreach (PauliTerm term in observable.Terms)
            {
                if (term.Pauli == PauliString.Identity) continue;
                (ulong X, ulong Z) key = (term.Pauli.X, term.Pauli.Z);
                weights[key] = weights.GetValueOrDefault(key) + Math.Abs(term.Coefficient);
            }
        }

        var bases = new List<PauliString>();
        var members = new List<List<PauliString>>();
        // The sort is stable, so strings of equal weight keep the order of their masks.
        foreach (PauliString pauli in weights.Keys.Select(key => new PauliString(key.X, key.Z)).OrderByDescending(pauli => pauli.Weight))
        {
            int group = bases.FindIndex(pauli.CommutesQubitwiseWith);
            if (group < 0)
            {
                group = bases.Count;
                bases.Add(PauliString.Identity);
                members.Add([]);
            }

            bases[group] = new PauliString(bases[group].X | pauli.X, bases[group].Z | pauli.Z);
            members[group].Add(pauli);
        }

        return [.. bases.Select((basis, group) => Group(basis, members[group], weights))];
    }

    private static PauliGroup Group(PauliString basis, List<PauliString> members, SortedDictionary<(ulong X, ulong Z), double> weights)
    {
        ImmutableArray<PauliString> sorted = [.. members.OrderBy(pauli => pauli.X).ThenBy(pauli => pauli.Z)];
        double weight = 0.0;
        foreach (PauliString pauli in sorted) weight += weights[(pauli.X, pauli.Z)];
        return new PauliGroup(basis, sorted, weight);
    }
}
