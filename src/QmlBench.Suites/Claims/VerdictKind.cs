namespace QmlBench.Suites.Claims;

/// <summary>What the data say about a claim. Only <see cref="Supported"/> is a success.</summary>
public enum VerdictKind
{
    /// <summary>Not asked for in this run, so that data are lacking; counts neither for nor against.</summary>
    NotEvaluated,

    /// <summary>
    /// The comparison itself does not hold: budgets, pairs or data disagree, the test cannot reach α, or a score is impossible.
    /// </summary>
    Invalid,

    /// <summary>The difference exceeds the margin: L &gt; ε.</summary>
    Supported,

    /// <summary>The difference is within the margin: −ε ≤ L and U ≤ ε.</summary>
    Equivalent,

    /// <summary>The difference does not reach the margin: U &lt; ε.</summary>
    Refuted,

    /// <summary>The data do not decide, or not all declared pairs are there yet.</summary>
    Inconclusive,
}
