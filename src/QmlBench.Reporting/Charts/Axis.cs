using System.Collections.Immutable;

namespace QmlBench.Reporting.Charts;

/// <summary>A linear axis with round ticks.</summary>
/// <param name="Low">Its left end.</param>
/// <param name="High">Its right end.</param>
/// <param name="Ticks">Where the ticks are, ascending.</param>
/// <param name="Decimals">Decimals that tell the ticks apart.</param>
internal sealed record Axis(double Low, double High, ImmutableArray<double> Ticks, int Decimals)
{
    private const int MostTicks = 6;
    private const double Inset = 3.0;       // per cent left free at either side, for half a label

    /// <summary>The shortest axis on round ticks that covers all values: steps of 1, 2 or 5 times a power of ten, at most six
    /// ticks.</summary>
    /// <param name="values">Finite values; without any the axis runs from 0 to 1.</param>
    public static Axis Covering(IEnumerable<double> values)
    {
        var all = values.DefaultIfEmpty(0.0).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (high - low < 1e-12)
            (low, high) = (low - 0.05, high + 0.05);
        var (mantissa, exponent) = (1, -12);
        while (Count(low, high, mantissa, exponent) > MostTicks)
            (mantissa, exponent) = mantissa == 1 ? (2, exponent) : mantissa == 2 ? (5, exponent) : (1, exponent + 1);
        var first = (long)Math.Floor(low / Step(mantissa, exponent));
        var count = Count(low, high, mantissa, exponent);
        var ticks = Enumerable.Range(0, count).Select(i => At(first + i, mantissa, exponent)).ToImmutableArray();
        return new(ticks[0], ticks[^1], ticks, Math.Max(0, -exponent));
    }

    /// <summary>Where a value is drawn, in per cent of the width.</summary>
    public double Percent(double value) => Inset + (100.0 - 2 * Inset) * (value - Low) / (High - Low);

    private static int Count(double low, double high, int mantissa, int exponent)
    {
        var step = Step(mantissa, exponent);
        return (int)Math.Min(int.MaxValue - 1.0, Math.Ceiling(high / step) - Math.Floor(low / step) + 1);
    }

    private static double Step(int mantissa, int exponent) => At(1, mantissa, exponent);

    // Whole numbers times or over a power of ten, so that 0.3 is the double next to 0.3.
    private static double At(long multiple, int mantissa, int exponent)
    {
        var power = 1.0;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power *= 10;
        return exponent < 0 ? multiple * mantissa / power : multiple * mantissa * power;
    }
}
