namespace QmlBench.Devices.History;

/// <summary>Median and quartiles of some values.</summary>
/// <remarks>By linear interpolation between order statistics (Hyndman and Fan 1996, definition 7, as numpy and R do by default).</remarks>
/// <param name="Count">How many values there are.</param>
/// <param name="Lower">A quarter of them are below.</param>
/// <param name="Median">Half of them are below.</param>
/// <param name="Upper">Three quarters of them are below.</param>
public readonly record struct Quartiles(int Count, double Lower, double Median, double Upper)
{
    /// <summary>The quartiles of some values.</summary>
    /// <param name="values">Finite values in any order.</param>
    /// <returns>The quartiles; NaN when there are no values.</returns>
    public static Quartiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(sorted.Length, At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
    }

    private static double At(double[] sorted, double share)
    {
        if (sorted.Length == 0)
            return double.NaN;
        double place = share * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
