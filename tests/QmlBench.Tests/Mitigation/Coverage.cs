namespace QmlBench.Tests.Mitigation;

/// <summary>Whether stated error bars are as large as the scatter they speak of.</summary>
internal static class Coverage
{
    /// <summary>
    /// 5σ bounds: the mean of z = (value − exact)/error within 5/√n of 0, the mean of z² within 5·√(2/n) of 1 (plus a tenth for
    /// estimated errors), and 95 % intervals that cover within 5 binomial standard deviations.
    /// </summary>
    public static void Check(double exact, IEnumerable<(double Value, double Error)> repeats)
    {
        double[] z = [.. repeats.Select(one => (one.Value - exact) / one.Error)];
        double n = z.Length;
        Assert.InRange(z.Average(), -5 / Math.Sqrt(n), 5 / Math.Sqrt(n));
        double spread = (5 * Math.Sqrt(2 / n)) + 0.1;
        Assert.InRange(z.Average(one => one * one), 1 - spread, 1 + spread);
        double bound = 5 * Math.Sqrt(0.95 * 0.05 / n);
        Assert.InRange(z.Count(one => Math.Abs(one) < 1.96) / n, 0.95 - bound, 0.95 + bound);
    }
}
