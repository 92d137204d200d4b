using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Readout;

/// <summary>How the shots of a table are shared between its rows and the calibration they have in common.</summary>
/// <param name="Each">Budget of each row's own circuit.</param>
/// <param name="Calibration">Shots of the calibration; 0 when exact, or as precise as the limits of the request say.</param>
internal readonly record struct ShotPlan(Budget Each, long Calibration)
{
    /// <summary>
    /// R·N/(1 + 4√R) shots for the calibration, at least 2, rounded so that R·Each + Calibration = R·N exactly. The calibration's part of
    /// the variance falls with the rows that share it; 4√R is near the optimum for readout errors of a few per cent.
    /// </summary>
    /// <param name="budget">Budget of a row, N shots.</param>
    /// <param name="rows">R.</param>
    public static ShotPlan Of(Budget budget, long rows)
    {
        if (budget is not Budget.Shots shots || rows == 0)
        {
            return new(budget, 0);
        }

        var total = rows * shots.Total;
        var wanted = Math.Max(2, (long)Math.Floor(total / (1 + (4 * Math.Sqrt(rows)))));
        var each = (total - wanted) / rows;
        return each >= 1
            ? new(new Budget.Shots(each), total - (rows * each))
            : throw new ExecutionRefusedException(
                $"{shots.Total} shots a row are too few for {rows} rows and their calibration; ask for {shots.Total + 2} or more.");
    }
}
