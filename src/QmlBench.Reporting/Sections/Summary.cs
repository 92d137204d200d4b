using System.Collections.Immutable;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>What was asked and what came out, in sentences.</summary>
internal static class Summary
{
    /// <summary>What was run, in one sentence.</summary>
    public static string Extent(ReportInput input)
    {
        var keys = input.Trials.Select(trial => trial.Key).ToList();
        var quantum = Count(keys.Where(key => key.Quantum).Select(key => key.Model));
        var classical = Count(keys.Where(key => !key.Quantum).Select(key => key.Model));
        var devices = Count(keys.Where(key => key.Quantum).Select(key => key.Device));
        return $"{Number(input.Trials.Count, "trial")}: {Number(quantum, "quantum model")} on {Number(devices, "device")} and "
            + $"{Number(classical, "classical model")}, over {Number(Count(keys.Select(key => key.Dataset)), "data set")}.";
    }

    /// <summary>The answer: how the claims came out, and what the data say no to.</summary>
    public static ImmutableArray<string> Answer(ImmutableArray<ClaimOutcome> claims)
    {
        if (claims.IsEmpty)
            return ["The suite makes no claim, so there is no verdict: the tables below only describe."];
        var counts = VerdictWords.Order
            .Select(verdict => (Verdict: verdict, Count: claims.Count(claim => claim.Verdict == verdict)))
            .Where(one => one.Count > 0)
            .Select(one => $"{one.Count} {one.Verdict}");
        return [$"Of {Number(claims.Length, "claim")}: {string.Join(", ", counts)}.", Noes(claims)];
    }

    /// <summary>Whether all verdicts are the expected ones.</summary>
    public static string Expectation(ImmutableArray<ClaimOutcome> claims)
    {
        var other = claims.Where(claim => !claim.AsExpected).ToList();
        return claims.IsEmpty ? string.Empty
            : other.Count == 0 ? "No verdict differs from what the suite expects."
            : "Not as the suite expects: " + string.Join("; ", other.Select(Surprise)) + ".";
    }

    private static string Noes(ImmutableArray<ClaimOutcome> claims)
    {
        var noes = claims.Where(claim => claim.Verdict is "refuted" or "equivalent").Select(Quote).ToList();
        var open = claims.Where(claim => claim.Verdict is "inconclusive" or "invalid").Select(Quote).ToList();
        var parts = new List<string>();
        if (noes.Count > 0)
            parts.Add("the data say no to " + string.Join(" and to ", noes));
        if (open.Count > 0)
            parts.Add("no answer could be had for " + string.Join(" and for ", open));
        if (parts.Count == 0)
            parts.Add("no claim that was judged was turned down");
        var sentence = string.Join("; ", parts);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private static string Surprise(ClaimOutcome claim) => $"{claim.Name} is {claim.Verdict}, not {claim.Expected}";

    private static string Quote(ClaimOutcome claim) => $"“{claim.Statement.Trim().TrimEnd('.')}”";

    private static int Count(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).Count();

    private static string Number(int count, string noun) => $"{NumberText.Of(count)} {noun}{(count == 1 ? string.Empty : "s")}";
}
