using System.Collections.Immutable;

namespace QmlBench.Devices.Noise;

/// <summary>What is done with a gate whose reported error is below what T1, T2 and its duration alone give.</summary>
public enum CoherenceLimitPolicy
{
    /// <summary>The gate has the error of the relaxation, as in Qiskit Aer. Written <c>keep</c>.</summary>
    Keep,

    /// <summary>T1 and T2 of that gate's relaxation are stretched by one factor until the gate has the reported error. Written
    /// <c>rescale</c>.</summary>
    Rescale,

    /// <summary>As <see cref="Keep"/>, with a notice that lists the gates used and by how much they exceed. Written <c>report</c>.</summary>
    Report,
}

/// <summary>The words for the policies.</summary>
public static class CoherenceLimitWords
{
    /// <summary>All words, in the order of <see cref="CoherenceLimitPolicy"/>.</summary>
    public static ImmutableArray<string> All { get; } = ["keep", "rescale", "report"];

    /// <summary>The word of a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static string Of(CoherenceLimitPolicy policy) => All[(int)policy];

    /// <summary>The policy of a word.</summary>
    /// <param name="word">One of <see cref="All"/>, else null is returned.</param>
    public static CoherenceLimitPolicy? Find(string word) => All.IndexOf(word) is >= 0 and var index ? (CoherenceLimitPolicy)index : null;
}
