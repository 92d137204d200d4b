using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.States;

/// <summary>
/// What is asked of a state: linear functions <c>Σ_P w_P r_P</c> of its Pauli coefficients, in sparse form.
/// </summary>
/// <remarks>
/// An observable is one; with readout error each Z that is read becomes scale·Z + offset, whatever basis it was rotated from. Immutable.
/// </remarks>
public sealed class EffectSet
{
    /// <summary>Most qubits of a marginal distribution given as functions.</summary>
    public const int MostMarginalQubits = 10;

    private EffectSet(int qubits, ImmutableArray<ImmutableArray<EffectTerm>> members)
    {
        QubitCount = qubits;
        Members = members;
    }

    /// <summary>Number of qubits.</summary>
    public int QubitCount { get; }

    /// <summary>Number of functions.</summary>
    public int Count => Members.Length;

    /// <summary>For each function its terms, in the order in which they are added up.</summary>
    public ImmutableArray<ImmutableArray<EffectTerm>> Members { get; }

    /// <summary>The observables as they are, or as read through <paramref name="readout"/>.</summary>
    /// <param name="observables">The observables, on the qubits of the program.</param>
    /// <param name="qubits">Number of qubits of the program.</param>
    /// <param name="readout">Confusion of each qubit, null entries for perfect ones; null for perfect reading.</param>
    /// <exception cref="ArgumentException">An observable has another number of qubits.</exception>
    public static EffectSet Of(IEnumerable<Observable> observables, int qubits, IReadOnlyList<ReadoutConfusion?>? readout = null)
    {
        var members = ImmutableArray.CreateBuilder<ImmutableArray<EffectTerm>>();
        foreach (Observable observable in observables)
        {
            if (observable.QubitCount != qubits)
                throw new ArgumentException(
                    $"The register has {qubits} qubits; the observable {observable.ToText()} has {observable.QubitCount}.",
                    nameof(observables));
            members.Add(Collect(observable.Terms.SelectMany(t => Read(t, qubits, readout))));
        }

        return new(qubits, members.ToImmutable());
    }

    /// <summary>Functions from their terms.</summary>
    /// <param name="qubits">Number of qubits.</param>
    /// <param name="members">For each function Pauli index (Σ digit·4^q) and weight.</param>
    public static EffectSet OfTerms(int qubits, params ReadOnlySpan<ImmutableArray<EffectTerm>> members) =>
        new(qubits, [.. members.ToArray().Select(static m => Collect(m))]);

    /// <summary>
    /// The effect "this bitstring is recorded" as a dense vector: w_P = Tr(EP)/2^n, so that its probability is Σ_P w_P r_P.
    /// </summary>
    /// <param name="qubits">Number of qubits.</param>
    /// <param name="bits">The bitstring, qubit 0 least significant.</param>
    /// <param name="readout">Confusion of each qubit, or null.</param>
    /// <returns>4^n weights.</returns>
    public static double[] Bitstring(int qubits, int bits, IReadOnlyList<ReadoutConfusion?>? readout = null)
    {
        double[] weights = [1.0];
        for (int q = 0; q < qubits; q++)
        {
            (double scale, double offset) = readout?[q]?.RecordedZ ?? (1.0, 0.0);
            double sign = ((bits >> q) & 1) == 0 ? 1.0 : -1.0;
            double identity = 0.5 * (1.0 + (sign * offset)), z = 0.5 * sign * scale;
            var next = new double[4 * weights.Length];
            for (int i = 0; i < weights.Length; i++)
            {
                next[i] = identity * weights[i];
                next[(3 * weights.Length) + i] = z * weights[i];
            }

            weights = next;
        }

        return weights;
    }

    /// <summary>The probabilities of all values of a few qubits: 2^k functions, the first qubit listed least significant.</summary>
    /// <param name="qubits">Number of qubits of the program.</param>
    /// <param name="asked">The k qubits, all different, at most <see cref="MostMarginalQubits"/>.</param>
    /// <param name="readout">Confusion of each qubit of the program, null entries for perfect ones; null for perfect reading.</param>
    /// <exception cref="ArgumentException">Too many qubits, one twice, or one that does not exist.</exception>
    public static EffectSet Marginal(int qubits, IReadOnlyList<int> asked, IReadOnlyList<ReadoutConfusion?>? readout = null)
    {
        if (asked.Count is 0 or > MostMarginalQubits)
            throw new ArgumentException($"A marginal is of 1 to {MostMarginalQubits} qubits, not of {asked.Count}.", nameof(asked));
        if (asked.Distinct().Count() != asked.Count || asked.Any(q => q < 0 || q >= qubits))
            throw new ArgumentException(
                $"A marginal is of different qubits below {qubits}; given were {string.Join(", ", asked)}.", nameof(asked));
        var confusions = asked.Select(q => readout?[q]).ToArray();
        return new(qubits, [.. Enumerable.Range(0, 1 << asked.Count).Select(value => Outcome(asked, value, confusions))]);
    }

    // The product over the qubits of ((1 ± offset)·I ± scale·Z)/2.
    private static ImmutableArray<EffectTerm> Outcome(IReadOnlyList<int> asked, int value, ReadoutConfusion?[] readout)
    {
        List<EffectTerm> terms = [new(0L, 1.0)];
        for (int k = 0; k < asked.Count; k++)
        {
            (double scale, double offset) = readout[k]?.RecordedZ ?? (1.0, 0.0);
            double sign = ((value >> k) & 1) == 0 ? 0.5 : -0.5;
            long digit = 3L << (2 * asked[k]);
            double identity = 0.5 + (sign * offset), z = sign * scale;
            IEnumerable<EffectTerm> kept = terms.Select(t => t with { Weight = t.Weight * identity });
            terms = [.. kept, .. terms.Select(t => new EffectTerm(t.Index | digit, t.Weight * z))];
        }

        return Collect(terms);
    }

    private static List<EffectTerm> Read(PauliTerm term, int qubits, IReadOnlyList<ReadoutConfusion?>? readout)
    {
        List<EffectTerm> terms = [new(PauliBasis.Index(term.Pauli.X, term.Pauli.Z, qubits), term.Coefficient)];
        for (int q = 0; readout is not null && q < qubits; q++)
        {
            if (((term.Pauli.Support >> q) & 1) == 0 || readout[q] is not { } confusion) continue;
            (double scale, double offset) = confusion.RecordedZ;
            long digit = 3L << (2 * q);
            IEnumerable<EffectTerm> scaled = terms.Select(t => new EffectTerm(t.Index, t.Weight * scale));
            terms = [.. scaled, .. terms.Select(t => new EffectTerm(t.Index & ~digit, t.Weight * offset))];
        }

        return terms;
    }

    private static ImmutableArray<EffectTerm> Collect(IEnumerable<EffectTerm> terms)
    {
        var sums = new SortedDictionary<long, double>();
        foreach (EffectTerm term in terms) sums[term.Index] = sums.GetValueOrDefault(term.Index) + term.Weight;
        return [.. sums.Where(static s => s.Value != 0.0).Select(static s => new EffectTerm(s.Key, s.Value))];
    }
}
