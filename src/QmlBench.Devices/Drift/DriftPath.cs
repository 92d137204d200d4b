using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Devices.Drift;

/// <summary>One path of one figure into the future.</summary>
/// <remarks>The mean is drawn once, from its distribution given the series (normal, by generalised least squares with no prior
/// knowledge); then the process runs from the last value in steps of one day, exactly. So the increments have the distribution of those
/// observed, with the mean's own uncertainty in it, and all days of one seed lie on one path.</remarks>
internal static class DriftPath
{
    /// <summary>Change of the logarithm after some days.</summary>
    public static double Change(DriftSeries series, DriftRate rate, double days, RandomStream stream)
    {
        (double mean, double variance) = OrnsteinUhlenbeckFit.Mean(series, rate.Theta);
        mean += rate.Deviation * Math.Sqrt(variance) * stream.NextGaussian();
        double start = series.Logs[^1], here = start;
        for (double left = days; left > 0; left -= 1)
            here = Step(here, mean, rate, Math.Min(1, left), stream.NextGaussian());
        return here - start;
    }

    private static double Step(double here, double mean, DriftRate rate, double days, double normal)
    {
        double rho = Elementary.Exp(-rate.Theta * days);
        double width = Math.Sqrt(-Elementary.Expm1(-2 * rate.Theta * days));
        return mean + (here - mean) * rho + rate.Deviation * width * normal;
    }
}
