using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Programs;

/// <summary>Some observables where one part of the program has to be asked for them.</summary>
/// <param name="Part">The part.</param>
/// <param name="Members">Number of each observable in the set that was asked.</param>
/// <param name="Effects">Their terms in this part, one function for each member.</param>
internal sealed record ObservedPart(Part Part, ImmutableArray<int> Members, EffectSet Effects);

/// <summary>The parts of a program that observables are taken of: a light cone each, or one for cones that are cheaper together.</summary>
/// <remarks>
/// The unit is the Pauli string, so that a sum over a wide register needs no more than each of its terms. Parts belong to all
/// observables of the request: the value of one does not depend on which others are asked with it.
/// </remarks>
internal sealed class ObservedParts
{
    private readonly Dictionary<ulong, int> _partOfSupport = [];

    private ObservedParts(ImmutableArray<ConeGroup> groups, Preparation prepared)
    {
        Parts = [.. groups.Select(group => Part.Of(group.Cone, prepared, group.Kind))];
        for (var part = 0; part < groups.Length; part++)
        {
            foreach (var support in groups[part].Supports)
            {
                _partOfSupport.Add(support, part);
            }
        }
    }

    /// <summary>The parts.</summary>
    public ImmutableArray<Part> Parts { get; }

    /// <summary>The parts of a prepared circuit for the observables of its request.</summary>
    /// <exception cref="ExecutionRefusedException">An observable depends on more qubits than fit, or too many are read with
    /// error.</exception>
    public static ObservedParts Of(Preparation prepared, ObservableSet observables)
    {
        var supports = observables.SelectMany(observable => observable.Terms).Select(term => term.Pauli.Support)
            .Where(support => support != 0).Distinct().Order().ToList();
        // Multiples of the identity alone depend on nothing; they are read off a register of one qubit.
        if (supports.Count == 0)
        {
            supports.Add(0);
        }

        foreach (var support in supports.Where(support => prepared.Register.ReadWithError(support) > Limits.MostQubitsReadWithError))
        {
            throw MethodRefusals.ReadTooWide(Named(observables, support), prepared.Register.ReadWithError(support));
        }

        string Describe(ulong support) => $"the observable {Named(observables, support).ToText()}";
        return new(
            ConeGroup.Of(prepared.Unmeasured, prepared.Register, supports, prepared.Request, Describe), prepared);
    }

    /// <summary>Which parts to ask for which observables; the values of a member are added up over the parts.</summary>
    /// <param name="observables">Observables of the request.</param>
    public ImmutableArray<ObservedPart> Split(ObservableSet observables)
    {
        if (Parts.Length == 1)
        {
            return [new(Parts[0], [.. Enumerable.Range(0, observables.Count)], Parts[0].Register.Effects(observables))];
        }

        var split = ImmutableArray.CreateBuilder<ObservedPart>();
        for (var part = 0; part < Parts.Length; part++)
        {
            var terms = observables.Select(observable => TermsIn(observable, part)).ToList();
            int[] members = [.. Enumerable.Range(0, terms.Count).Where(k => terms[k].Count > 0)];
            if (members.Length > 0)
            {
                var effects = Parts[part].Register.Effects(members.Select(k => new Observable(observables.QubitCount, terms[k])));
                split.Add(new(Parts[part], [.. members], effects));
            }
        }

        return split.ToImmutable();
    }

    private List<PauliTerm> TermsIn(Observable observable, int part) =>
        [.. observable.Terms.Where(term => PartOf(term.Pauli) == part)];

    // The identity is 1 in any state; the first part gives it.
    private int PartOf(PauliString pauli) => pauli.Support == 0 ? 0 : _partOfSupport[pauli.Support];

    private static Observable Named(ObservableSet observables, ulong support) =>
        observables.FirstOrDefault(observable => observable.Terms.Any(term => term.Pauli.Support == support)) ?? observables[0];
}
