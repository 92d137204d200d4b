using QmlBench.Numerics;

namespace QmlBench.Simulation.Plans;

/// <summary>Sines and cosines of the angles of a plan for one row of parameters or eight side by side.</summary>
internal sealed class AngleTable
{
    private readonly double[] _angles;
    private readonly double[] _halves;

    internal AngleTable(int angles, int lanes)
    {
        Lanes = lanes;
        int count = angles * lanes;
        _angles = new double[count];
        _halves = new double[count];
        SinFull = new double[count];
        CosFull = new double[count];
        SinHalf = new double[count];
        CosHalf = new double[count];
    }

    /// <summary>Rows side by side: 1 or 8.</summary>
    internal int Lanes { get; }

    /// <summary>sin θ, by angle and row.</summary>
    internal double[] SinFull { get; }

    /// <summary>cos θ.</summary>
    internal double[] CosFull { get; }

    /// <summary>sin θ/2.</summary>
    internal double[] SinHalf { get; }

    /// <summary>cos θ/2.</summary>
    internal double[] CosHalf { get; }

    /// <summary>Evaluates all angles.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rows">Rows of <paramref name="columns"/> values each; where fewer rows than lanes are left, the last one is
    /// repeated.</param>
    /// <param name="columns">Number of parameters.</param>
    /// <exception cref="ArgumentException">An angle is not finite; the message names gate, step, parameters and value.</exception>
    internal void Fill(StraightPlan plan, ReadOnlySpan<double> rows, int columns)
    {
        int given = columns == 0 ? 1 : rows.Length / columns;
        ReadOnlySpan<int> singles = plan.SingleParameters.AsSpan();
        for (int lane = 0; lane < Lanes; lane++)
        {
            ReadOnlySpan<double> row = rows.Slice(Math.Min(lane, given - 1) * columns, columns);
            for (int a = 0, at = lane; a < singles.Length; a++, at += Lanes)
            {
                double angle = singles[a] >= 0 ? row[singles[a]] : plan.Angles[a].Evaluate(row);
                if (!double.IsFinite(angle)) throw plan.Refusal(row);
                _angles[at] = angle;
            }
        }

        Elementary.SinCos(_angles, SinFull, CosFull);
        if (!plan.UsesHalf) return;
        for (int i = 0; i < _angles.Length; i++) _halves[i] = 0.5 * _angles[i];
        Elementary.SinCos(_halves, SinHalf, CosHalf);
    }
}
