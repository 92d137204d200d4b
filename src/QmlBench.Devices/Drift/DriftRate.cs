using System.Collections.Immutable;
using QmlBench.Devices.History;
using QmlBench.Numerics;

namespace QmlBench.Devices.Drift;

/// <summary>How the logarithm of one kind of figure moves: an Ornstein–Uhlenbeck process, dX = θ(μ − X)dt + σ dW.</summary>
/// <param name="Kind">The figure.</param>
/// <param name="Theta">θ, per day: distances from the mean shrink by exp(−θ·days).</param>
/// <param name="Deviation">s = σ/√(2θ): standard deviation of the logarithm about its mean in the long run.</param>
/// <param name="ThetaError">Standard error of ln θ from the curvature of the likelihood; infinite where the data bound θ on one side
/// only.</param>
/// <param name="DeviationError">Standard error of ln s.</param>
/// <param name="Increments">How many increments the rates are from.</param>
/// <param name="Series">How many qubits or couplers these belong to.</param>
public sealed record DriftRate(
    FigureKind Kind, double Theta, double Deviation, double ThetaError, double DeviationError, int Increments, int Series)
{
    // Slower than a century or faster than two hours, snapshots that are days to years apart cannot tell.
    private const double Slowest = 1.0 / 36500;
    private const double Fastest = 12;
    private const int Scans = 40;
    private const int Cuts = 36;

    /// <summary>σ, per square root of a day.</summary>
    public double Sigma => Deviation * Math.Sqrt(2 * Theta);

    /// <summary>Whether θ is the largest the estimate allows: the figure forgets faster than the snapshots follow one another.</summary>
    public bool IsFast => Theta >= Fastest * 0.99;

    /// <summary>Estimates the rates that series share, by the maximum likelihood of their increments.</summary>
    /// <param name="kind">The figure.</param>
    /// <param name="series">Series of that figure; those with fewer than two values say nothing.</param>
    /// <returns>The rates, or null where there are fewer than three increments or nothing moves.</returns>
    public static DriftRate? Fit(FigureKind kind, IEnumerable<DriftSeries> series)
    {
        ImmutableArray<DriftSeries> used = [.. series.Where(s => s.Increments > 0)];
        int increments = used.Sum(s => s.Increments);
        if (increments < 3)
            return null;
        double log = Highest(used, increments);
        (double q, _) = OrnsteinUhlenbeckFit.Terms(used, Elementary.Exp(log));
        if (!(q > 0))
            return null;
        (double thetaError, double deviationError) = Errors(used, increments, log, q / increments);
        return new(kind, Elementary.Exp(log), Math.Sqrt(q / increments), thetaError, deviationError, increments, used.Length);
    }

    // The profile likelihood over ln θ: the best of a scan, then a golden section around it.
    private static double Highest(ImmutableArray<DriftSeries> series, int increments)
    {
        double low = Elementary.Log(Slowest), high = Elementary.Log(Fastest), step = (high - low) / Scans;
        double best = Enumerable.Range(0, Scans + 1).Select(i => low + i * step).MaxBy(x => Profile(series, increments, x));
        (double left, double right) = (Math.Max(low, best - step), Math.Min(high, best + step));
        double golden = (Math.Sqrt(5) - 1) / 2, one = right - golden * (right - left), other = left + golden * (right - left);
        double atOne = Profile(series, increments, one), atOther = Profile(series, increments, other);
        for (int i = 0; i < Cuts; i++)
        {
            if (atOne >= atOther)
            {
                (right, other, atOther) = (other, one, atOne);
                one = right - golden * (right - left);
                atOne = Profile(series, increments, one);
            }
            else
            {
                (left, one, atOne) = (one, other, atOther);
                other = left + golden * (right - left);
                atOther = Profile(series, increments, other);
            }
        }
        return (left + right) / 2;
    }

    private static double Profile(ImmutableArray<DriftSeries> series, int increments, double log)
    {
        (double q, double l) = OrnsteinUhlenbeckFit.Terms(series, Elementary.Exp(log));
        return -0.5 * (increments * Elementary.Log(q / increments) + l);
    }

    // Observed information in (ln θ, ln s): −½[L″ + Q″/s²], Q′/s² and −2N, by central differences of L and Q.
    private static (double Theta, double Deviation) Errors(ImmutableArray<DriftSeries> series, int increments, double log, double variance)
    {
        const double h = 0.01;
        (double q0, double l0) = OrnsteinUhlenbeckFit.Terms(series, Elementary.Exp(log - h));
        (double q1, double l1) = OrnsteinUhlenbeckFit.Terms(series, Elementary.Exp(log));
        (double q2, double l2) = OrnsteinUhlenbeckFit.Terms(series, Elementary.Exp(log + h));
        double theta = 0.5 * (l0 - 2 * l1 + l2 + (q0 - 2 * q1 + q2) / variance) / (h * h);
        double mixed = -(q2 - q0) / (2 * h * variance);
        double determinant = theta * 2 * increments - mixed * mixed;
        return theta > 0 && determinant > 0
            ? (Math.Sqrt(2 * increments / determinant), Math.Sqrt(theta / determinant))
            : (double.PositiveInfinity, 1 / Math.Sqrt(2.0 * increments));
    }
}
