namespace QmlBench.Suites.Statistics;

/// <summary>The argument rules that every test of this folder shares, so that they read the same in every message.</summary>
internal static class Check
{
    /// <summary>A significance level must lie strictly between 0 and 1.</summary>
    public static double Level(double alpha, string name) => alpha is > 0 and < 1
        ? alpha
        : throw new ArgumentOutOfRangeException(name, alpha, "A significance level lies strictly between 0 and 1, for example 0.05.");

    /// <summary>Samples must be finite numbers and at least <paramref name="least"/> of them.</summary>
    public static void Sample(ReadOnlySpan<double> values, int least, string name)
    {
        if (values.Length < least)
            throw new ArgumentException($"At least {least} values are needed, but there are {values.Length}.", name);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new ArgumentException($"Every value must be a finite number, but value {i} is {values[i]}.", name);
    }
}
