using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Regression;

/// <summary>Angles of the training circuits of every row.</summary>
/// <param name="Angles">Index (row · circuits + i) · rotations + j.</param>
/// <param name="IsClifford">Per row, whether its circuit has no other angle than multiples of π/2.</param>
internal sealed record TrainingCircuits(double[] Angles, bool[] IsClifford)
{
    /// <summary>Draws the training circuits of a table; each row from its own stream.</summary>
    public static TrainingCircuits For(RowTable rows, RotationColumns rotations, RegressionOptions options, RowStreams streams)
    {
        var (width, dense) = (rows.Shared.Count, rows.ToDense());
        var drawn = new TrainingCircuits(new double[rows.Rows * options.Circuits * rotations.Count], new bool[rows.Rows]);
        var angles = new double[rotations.Count];
        for (var row = 0; row < rows.Rows; row++)
        {
            rotations.Fill(dense.AsSpan(row * width, width), angles);
            drawn.IsClifford[row] = angles.All(NearClifford.IsClifford);
            var stream = streams.Open("cdr", row);
            for (var circuit = 0; circuit < options.Circuits; circuit++)
            {
                var start = ((row * options.Circuits) + circuit) * rotations.Count;
                NearClifford.Write(angles, options.Fraction, stream, drawn.Angles.AsSpan(start, rotations.Count));
            }
        }

        return drawn;
    }
}
