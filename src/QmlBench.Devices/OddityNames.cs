using System.Collections.Immutable;

namespace QmlBench.Devices;

/// <summary>The words for oddities in <c>accept: […]</c>.</summary>
internal static class OddityNames
{
    /// <summary>All words, in the order of <see cref="Oddity"/>.</summary>
    public static ImmutableArray<string> All { get; } =
        ["t2-above-2t1", "dead-couplers", "dead-qubits", "readout-beyond-half", "readout-error-differs", "missing-figures"];

    /// <summary>The word for an oddity.</summary>
    public static string Of(Oddity oddity) => All[(int)oddity];

    /// <summary>The oddity of a word, which must be one of <see cref="All"/>.</summary>
    public static Oddity Parse(string word) => (Oddity)All.IndexOf(word);
}
