using QmlBench.Numerics;

namespace QmlBench.Learning.Training;

/// <summary>
/// When to stop: after more than 2·window steps, once |mean of the last window losses − mean of the window before| is at most
/// half their standard error, std(last window)/(2·√window). The rule of arXiv:2403.07059, whose window is 200.
/// </summary>
/// <param name="Window">Number of losses in each of the two windows, at least 2.</param>
public sealed record ConvergenceRule(int Window)
{
    /// <summary>Number of losses in each window.</summary>
    public int Window { get; } = Window >= 2
        ? Window
        : throw new ArgumentOutOfRangeException(nameof(Window), Window, "A window needs at least two losses.");

    /// <summary>Whether a history of losses has settled.</summary>
    /// <param name="losses">Loss before each step so far.</param>
    public bool IsMet(ReadOnlySpan<double> losses)
    {
        if (losses.Length <= 2 * Window)
            return false;
        var last = losses[^Window..];
        var (mean, deviation) = MeanAndDeviation(last);
        var (before, _) = MeanAndDeviation(losses[^(2 * Window)..^Window]);
        return Math.Abs(mean - before) <= deviation / (2 * Math.Sqrt(Window));
    }

    private static (double Mean, double Deviation) MeanAndDeviation(ReadOnlySpan<double> values)
    {
        var mean = LaneSum.Sum(values) / values.Length;
        var centred = values.ToArray();
        for (var i = 0; i < centred.Length; i++)
            centred[i] -= mean;
        return (mean, Math.Sqrt(LaneSum.SumOfSquares(centred) / centred.Length));
    }
}
