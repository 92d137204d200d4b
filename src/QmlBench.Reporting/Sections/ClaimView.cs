using System.Collections.Immutable;

namespace QmlBench.Reporting.Sections;

/// <summary>A claim ready to print.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Verdict">The verdict in a word.</param>
/// <param name="Sign">A sign that goes with the verdict, so that colour is not needed.</param>
/// <param name="Style">Style class of the badge.</param>
/// <param name="Expectation">Whether that was expected.</param>
/// <param name="AsExpected">Whether the verdict is the expected one.</param>
/// <param name="Statement">The claim in words.</param>
/// <param name="Meaning">What the verdict means for the statement, one sentence.</param>
/// <param name="Facts">Name and value of all that decided.</param>
/// <param name="Details">Name and value of what is shown and does not decide.</param>
/// <param name="History">One line per verdict recorded, oldest first.</param>
/// <param name="Since">Since when the verdict stands.</param>
/// <param name="Figure">The difference with its interval; null without data.</param>
internal sealed record ClaimView(
    string Name,
    string Verdict,
    string Sign,
    string Style,
    string Expectation,
    bool AsExpected,
    string Statement,
    string Meaning,
    ImmutableArray<Fact> Facts,
    ImmutableArray<Fact> Details,
    ImmutableArray<string> History,
    string Since,
    FigureView? Figure);
