using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Noise;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>The groups of simulated qubits that are read together, their errors depending on each other.</summary>
/// <remarks>
/// Where any qubit of a group is read, all are: a string has Z on those it has no letter for, and what is recorded of them is thrown
/// away. So the value of a string does not depend on what is asked beside it.
/// </remarks>
/// <param name="Groups">The groups; their qubits are simulated ones.</param>
internal sealed record ReadTogether(ImmutableArray<GroupReadout> Groups)
{
    /// <summary>No group.</summary>
    public static ReadTogether None { get; } = new([]);

    /// <summary>Whether every qubit is read for itself.</summary>
    public bool IsEmpty => Groups.IsEmpty;

    /// <summary>The groups of a model on the simulated qubits; a qubit that is not simulated is 0.</summary>
    public static ReadTogether Of(NoiseModel model, ActiveQubits active) => new(
        [.. model.ReadoutGroups.Where(group => group.Qubits.Any(active.Contains))
            .Select(group => model.ReadTogether(group).Where(active.Contains))
            .Select(group => group with { Qubits = [.. group.Qubits.Select(qubit => active[qubit])] })]);

    /// <summary>The groups of which all qubits are left; nothing of the others can be asked.</summary>
    /// <param name="kept">Simulated qubit of each that is left, ascending.</param>
    public ReadTogether On(ImmutableArray<int> kept) => new(
        [.. Groups.Where(group => group.Qubits.All(kept.Contains))
            .Select(group => group with { Qubits = [.. group.Qubits.Select(qubit => kept.IndexOf(qubit))] })]);

    /// <summary>Whether a simulated qubit is read in a group.</summary>
    public bool Contains(int qubit) => Groups.Any(group => group.Qubits.Contains(qubit));

    /// <summary>The groups where only some of their qubits are read with error.</summary>
    public ReadTogether Only(Predicate<int> erring) => new([.. Groups.Select(group => group.Only(erring))]);

    /// <summary>Simulated qubits with all that are read together with one of them, ascending.</summary>
    public SortedSet<int> With(IEnumerable<int> qubits)
    {
        var all = new SortedSet<int>(qubits);
        all.UnionWith(Touched(all).SelectMany(group => group.Qubits).ToList());
        return all;
    }

    /// <summary>Appends what happens to the bits of every group one of whose qubits is about to be measured.</summary>
    /// <param name="builder">The circuit.</param>
    /// <param name="measured">The simulated qubits that are measured next.</param>
    public void Append(NoisyCircuitBuilder builder, IEnumerable<int> measured)
    {
        foreach (var group in Touched(measured.ToHashSet()))
        {
            builder.Channel(group.ToChannel(), group.Qubits.AsSpan(), "readout");
        }
    }

    /// <summary>An observable of true bits that has the value of a given one of recorded bits.</summary>
    /// <param name="observable">The observable, on simulated qubits.</param>
    public Observable Seen(Observable observable) => IsEmpty
        ? observable
        : new(observable.QubitCount, [.. observable.Terms.SelectMany(Seen)]);

    /// <summary>Multiplies the effect "0 is recorded of some qubits" with what the groups contribute.</summary>
    /// <param name="weights">4ⁿ weights of the effect without the qubits of groups.</param>
    /// <param name="isAsked">Whether the record of a simulated qubit counts.</param>
    public void AllZero(double[] weights, Predicate<int> isAsked)
    {
        foreach (var group in Groups)
        {
            var asked = Mask(group, isAsked);
            var factors = new double[1 << group.Qubits.Length];
            // P(asked bits all 0) = mean over the subsets of the asked bits of their parities.
            foreach (var subset in Enumerable.Range(0, factors.Length).Where(subset => (subset & ~asked) == 0))
            {
                var seen = group.RecordedZ(subset);
                for (var kept = 0; kept < factors.Length; kept++)
                {
                    factors[kept] += Math.ScaleB(seen[kept], -BitOperations.PopCount((uint)asked));
                }
            }

            Multiply(weights, group, factors);
        }
    }

    // The weights have I alone on the qubits of a group; the entries with Z there are copies of it times their factor.
    private static void Multiply(double[] weights, GroupReadout group, double[] factors)
    {
        var digits = group.Qubits.Aggregate(0, (sum, qubit) => sum | (3 << (2 * qubit)));
        for (var index = 0; index < weights.Length; index++)
        {
            if ((index & digits) != 0 || weights[index] == 0)
            {
                continue;
            }

            var plain = weights[index];
            for (var kept = 0; kept < factors.Length; kept++)
            {
                var place = index;
                for (var bit = 0; bit < group.Qubits.Length; bit++)
                {
                    place |= (kept >> bit & 1) * (3 << (2 * group.Qubits[bit]));
                }

                weights[place] = plain * factors[kept];
            }
        }
    }

    private static int Mask(GroupReadout group, Predicate<int> holds)
    {
        var mask = 0;
        for (var bit = 0; bit < group.Qubits.Length; bit++)
        {
            mask |= holds(group.Qubits[bit]) ? 1 << bit : 0;
        }

        return mask;
    }

    private IEnumerable<GroupReadout> Touched(IReadOnlySet<int> qubits) => Groups.Where(group => group.Qubits.Any(qubits.Contains));

    private IEnumerable<PauliTerm> Seen(PauliTerm term)
    {
        List<PauliTerm> terms = [term];
        foreach (var group in Groups)
        {
            if (Mask(group, qubit => (term.Pauli.Support >> qubit & 1) != 0) is var mask && mask != 0)
            {
                var seen = group.RecordedZ(mask);
                terms = [.. terms.SelectMany(each => Enumerable.Range(0, seen.Length).Where(kept => seen[kept] != 0)
                    .Select(kept => new PauliTerm(each.Coefficient * seen[kept], Kept(each.Pauli, group, kept))))];
            }
        }

        return terms;
    }

    // The letters of the string on the kept qubits, Z where it has none, I on the others of the group.
    private static PauliString Kept(PauliString pauli, GroupReadout group, int kept)
    {
        var (x, z) = (pauli.X, pauli.Z);
        for (var bit = 0; bit < group.Qubits.Length; bit++)
        {
            var place = 1UL << group.Qubits[bit];
            if ((kept >> bit & 1) == 0)
            {
                (x, z) = (x & ~place, z & ~place);
            }
            else if (((x | z) & place) == 0)
            {
                z |= place;
            }
        }

        return new(x, z);
    }
}
