using System.Collections.Immutable;
using QmlBench.Numerics;

namespace QmlBench.Devices.Drift;

/// <summary>The likelihood of an Ornstein–Uhlenbeck process, dX = θ(μ − X)dt + σ dW, given series at uneven times that share θ and
/// σ while each has a mean μ of its own.</summary>
/// <remarks>
/// Stationary variance s² = σ²/2θ; correlation over a time Δ: ρ = exp(−θΔ). The means are not estimated but drop out: what is
/// maximised is the likelihood of the increments (restricted maximum likelihood; Patterson and Thompson, Biometrika 58, 545, 1971),
/// −½ Σ over series of [(k−1)·ln 2πs² + ln|R| + ln 1ᵀR⁻¹1 + xᵀPx/s²] with P = R⁻¹ − R⁻¹11ᵀR⁻¹/1ᵀR⁻¹1. With three or four values a series the
/// plain likelihood would put s too low by about a third (each mean takes one value's worth); this one does not. Since the process is
/// Markov, R⁻¹ is bidiagonal times its transpose: u and e below are the innovations of a series of ones and of the values.
/// </remarks>
internal static class OrnsteinUhlenbeckFit
{
    /// <summary>Terms of the likelihood at a rate: Q = Σ xᵀPx, L = Σ (ln|R| + ln 1ᵀR⁻¹1).</summary>
    public static (double Q, double L) Terms(ImmutableArray<DriftSeries> series, double theta)
    {
        double[] squares = new double[series.Length], logs = new double[series.Length];
        for (int i = 0; i < series.Length; i++)
            (squares[i], logs[i]) = Terms(series[i], theta);
        return (LaneSum.Sum(squares), LaneSum.Sum(logs));
    }

    /// <summary>The mean of a series by generalised least squares, and the variance of that mean in units of s².</summary>
    public static (double Mean, double Variance) Mean(DriftSeries series, double theta)
    {
        Sums sums = Innovations(series, theta);
        return (series.Logs[0] + sums.Cross / sums.Ones, 1 / sums.Ones);
    }

    private static (double Q, double L) Terms(DriftSeries series, double theta)
    {
        Sums sums = Innovations(series, theta);
        return (sums.Values - sums.Cross * sums.Cross / sums.Ones, sums.LogDeterminant + Elementary.Log(sums.Ones));
    }

    // Values are taken from the first one, which changes nothing (P1 = 0) and spares digits.
    private static Sums Innovations(DriftSeries series, double theta)
    {
        double ones = 1, cross = 0, values = 0, log = 0;
        for (int i = 1; i < series.Logs.Length; i++)
        {
            double rho = Elementary.Exp(-theta * (series.Days[i] - series.Days[i - 1]));
            double width = -Elementary.Expm1(-2 * theta * (series.Days[i] - series.Days[i - 1]));
            double u = (1 - rho) / Math.Sqrt(width);
            double e = (series.Logs[i] - series.Logs[0] - rho * (series.Logs[i - 1] - series.Logs[0])) / Math.Sqrt(width);
            ones += u * u;
            cross += u * e;
            values += e * e;
            log += Elementary.Log(width);
        }
        return new(ones, cross, values, log);
    }

    private readonly record struct Sums(double Ones, double Cross, double Values, double LogDeterminant);
}
