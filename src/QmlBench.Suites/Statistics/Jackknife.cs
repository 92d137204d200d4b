namespace QmlBench.Suites.Statistics;

/// <summary>Leave-one-out values of a statistic, and the acceleration that BCa takes from their skewness.</summary>
internal static class Jackknife
{
    /// <summary>a = Σ(θ̄₍·₎ − θ₍ᵢ₎)³/(6(Σ(θ̄₍·₎ − θ₍ᵢ₎)²)^1.5); 0 without any spread.</summary>
    public static double Acceleration(ReadOnlySpan<double> sample, BootstrapStatistic statistic)
    {
        var left = Values(sample, statistic);
        var mean = SampleMoments.Of(left).Mean;
        var (squares, cubes) = (0.0, 0.0);
        foreach (var theta in left)
        {
            var away = mean - theta;
            squares += away * away;
            cubes += away * away * away;
        }
        return squares == 0 ? 0 : cubes / (6 * squares * Math.Sqrt(squares));
    }

    private static double[] Values(ReadOnlySpan<double> sample, BootstrapStatistic statistic)
    {
        var values = new double[sample.Length];
        var rest = new double[sample.Length - 1];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[..i].CopyTo(rest);
            sample[(i + 1)..].CopyTo(rest.AsSpan(i));
            values[i] = statistic(rest);
        }
        return values;
    }
}
