using System.Collections.Immutable;
using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>A condition on classical bits as a list of conjunctions of which at most one holds at a time.</summary>
/// <remarks>The operations of a circuit carry one conjunction each; a body under an "or" is written once for each of these.</remarks>
internal sealed class Branches
{
    private const int Most = 256;
    private readonly ImmutableArray<ImmutableArray<ConditionTerm>> _branches;

    private Branches(ImmutableArray<ImmutableArray<ConditionTerm>> branches) => _branches = branches;

    internal static Branches Always { get; } = new([[]]);

    internal static Branches Never { get; } = new([]);

    /// <summary>The conjunctions; null is the empty one, which always holds.</summary>
    internal IEnumerable<Condition?> Conditions => _branches.Select(ToCondition);

    internal IEnumerable<int> Clbits => _branches.SelectMany(terms => terms).SelectMany(term => term.Clbits);

    internal static Branches Of(bool value) => value ? Always : Never;

    internal static Branches Of(params ImmutableArray<ConditionTerm> terms) => new([terms]);

    internal Branches And(Branches other, Place place)
    {
        var products = new List<ImmutableArray<ConditionTerm>>();
        foreach (ImmutableArray<ConditionTerm> left in _branches)
            foreach (ImmutableArray<ConditionTerm> right in other._branches)
                if (Conjunction(left, right) is { } both) products.Add(both);
        return Checked(products, place);
    }

    internal Branches Or(Branches other, Place place) => Checked([.. _branches, .. other.And(Not(place), place)._branches], place);

    internal Branches Not(Place place)
    {
        Branches result = Always;
        foreach (ImmutableArray<ConditionTerm> terms in _branches)
        {
            // not (a and b) = not a, or (a and not b)
            var complement = new List<ImmutableArray<ConditionTerm>>();
            for (int i = 0; i < terms.Length; i++) complement.Add([.. terms.Take(i), terms[i] with { Negated = !terms[i].Negated }]);
            result = result.And(new Branches([.. complement]), place);
        }

        return result;
    }

    private static ImmutableArray<ConditionTerm>? Conjunction(ImmutableArray<ConditionTerm> left, ImmutableArray<ConditionTerm> right)
    {
        var terms = left.ToBuilder();
        foreach (ConditionTerm term in right)
        {
            if (terms.Any(other => Excludes(other, term))) return null;
            if (!terms.Contains(term) && !terms.Any(other => Implies(other, term))) terms.Add(term);
        }

        return terms.ToImmutable();
    }

    private static bool SameBits(ConditionTerm left, ConditionTerm right) => left.Clbits.AsSpan().SequenceEqual(right.Clbits.AsSpan());

    private static bool Excludes(ConditionTerm left, ConditionTerm right) => SameBits(left, right)
        && (left.Value == right.Value ? left.Negated != right.Negated : !left.Negated && !right.Negated);

    private static bool Implies(ConditionTerm left, ConditionTerm right) =>
        SameBits(left, right) && !left.Negated && right.Negated && left.Value != right.Value;

    private static Condition? ToCondition(ImmutableArray<ConditionTerm> terms)
    {
        Condition? condition = null;
        foreach (ConditionTerm term in terms)
        {
            var single = new Condition(term.Clbits, term.Value, term.Negated);
            condition = condition is null ? single : condition.And(single);
        }

        return condition;
    }

    private static Branches Checked(List<ImmutableArray<ConditionTerm>> branches, Place place) => branches.Count <= Most
        ? new Branches([.. branches])
        : throw SyntaxFault.Unsupported(place, $"a condition that splits into more than {Most} cases");
}
