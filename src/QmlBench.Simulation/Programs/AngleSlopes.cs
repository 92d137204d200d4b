using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Simulation.Programs;

/// <summary>From slopes of angles to slopes of parameters, through the expression of each angle.</summary>
internal static class AngleSlopes
{
    /// <summary>Writes one gradient per row, the next <paramref name="stride"/> numbers later.</summary>
    internal static void Chain(
        ImmutableArray<Angle> angles, GradientWorker worker, ReadOnlySpan<double> rows, Span<double> target, int columns, int stride,
        int rowCount)
    {
        for (int row = 0; row < rowCount; row++)
        {
            Span<double> gradient = target.Slice(row * stride, columns);
            gradient.Clear();
            for (int a = 0; a < angles.Length; a++)
                angles[a].AddGradient(rows.Slice(row * columns, columns), worker.Slopes[(a * worker.Lanes) + row], gradient);
        }
    }
}
