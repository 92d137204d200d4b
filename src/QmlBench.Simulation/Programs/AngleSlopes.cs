using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>From slopes of angles to slopes of parameters, through the expression of each angle.</summary>
internal static class AngleSlopes
{
    /// <summary>Makes one gradient per row 0, the next <paramref name="stride"/> numbers later.</summary>
    internal static void Clear(Span<double> target, int columns, int stride, int rowCount)
    {
        for (int row = 0; row < rowCount; row++) target.Slice(row * stride, columns).Clear();
    }

    /// <summary>Adds to one gradient per row, the next <paramref name="stride"/> numbers later.</summary>
    /// <param name="plan">The plan whose angles they are.</param>
    /// <param name="slopes">Slope of each angle, by angle and row.</param>
    /// <param name="lanes">Rows side by side.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="target">The gradients.</param>
    /// <param name="columns">Number of parameters.</param>
    /// <param name="stride">Numbers from one gradient to the next.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <exception cref="ArgumentException">A derivative is not finite; the message names gate, step, parameters and value.</exception>
    internal static void Add(
        StraightPlan plan, ReadOnlySpan<double> slopes, int lanes, ReadOnlySpan<double> rows, Span<double> target, int columns,
        int stride, int rowCount)
    {
        ImmutableArray<Angle> angles = plan.Angles;
        for (int row = 0; row < rowCount; row++)
        {
            Span<double> gradient = target.Slice(row * stride, columns);
            for (int a = 0; a < angles.Length; a++)
                angles[a].AddGradient(rows.Slice(row * columns, columns), slopes[(a * lanes) + row], gradient);
            if (!AreFinite(gradient)) throw plan.SlopeRefusal(rows.Slice(row * columns, columns));
        }
    }

    private static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            if (!double.IsFinite(value)) return false;
        return true;
    }
}
