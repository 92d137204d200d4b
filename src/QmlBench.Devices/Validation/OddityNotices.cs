namespace QmlBench.Devices.Validation;

/// <summary>One sentence per oddity of a device: how often, where, and what is assumed.</summary>
internal static class OddityNotices
{
    /// <summary>The oddities found, each with its sentence, in the order of <see cref="Oddity"/>.</summary>
    public static IEnumerable<(Oddity Oddity, string Text)> Of(IEnumerable<DeviceProblem> problems) =>
        problems
            .Where(p => p.Oddity is not null)
            .GroupBy(p => p.Oddity!.Value)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Key == Oddity.DeadCouplers ? DeadCouplers([.. g]) : Sentence(g.Key, [.. g.Select(p => p.Subject)])));

    // A coupler without figures is not used either, but nobody said that it is broken.
    private static string DeadCouplers(DeviceProblem[] problems)
    {
        string[] dead = [.. problems.Where(p => !p.LacksFigures).Select(p => p.Subject)], bare = [.. problems.Where(p => p.LacksFigures).Select(p => p.Subject)];
        string?[] parts =
        [
            dead.Length == 0 ? null : $"{dead.Length} two-qubit site(s) out of order ({NamedList.Of(dead)}); compilers use them only where there are no others",
            bare.Length == 0 ? null : $"{bare.Length} coupler(s) without figures of any two-qubit gate ({NamedList.Of(bare)}); not used",
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string Sentence(Oddity oddity, string[] subjects)
    {
        string where = NamedList.Of(subjects);
        return oddity switch
        {
            Oddity.T2AboveTwiceT1 => $"T2 above 2·T1 on {subjects.Length} qubit(s) ({where}); clamped to 2·T1 where noise is derived",
            Oddity.DeadQubits => $"{subjects.Length} one-qubit site(s) out of order ({where}); compilers do not use them",
            Oddity.ReadoutBeyondHalf => $"readout worse than a coin on {subjects.Length} qubit(s) ({where}); used as it stands",
            Oddity.ReadoutErrorDiffers => $"readout error is not the mean of P(1|0) and P(0|1) on {subjects.Length} qubit(s) ({where}); the noise semantics decides which is used",
            Oddity.MissingFigures => $"not given, and their effect left out: {Kinds(subjects)}",
            _ => throw new ArgumentOutOfRangeException(nameof(oddity), oddity, "Bug in QmlBench: an oddity without a sentence."),
        };
    }

    private static string Kinds(string[] subjects) =>
        string.Join(", ", subjects.CountBy(s => s).Select(kind => $"{kind.Key} ({kind.Value})"));
}
