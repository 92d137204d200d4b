using System.Collections.Immutable;
using QmlBench.Numerics;

namespace QmlBench.Reporting.Drawings;

/// <summary>A logarithmic axis with ticks at 1, 2 and 5 times powers of ten, or at powers of ten alone where these are many.</summary>
internal sealed class LogAxis
{
    private const int MostTicks = 6;
    private readonly double low;
    private readonly double high;

    /// <summary>The shortest axis between ticks that covers some positive values.</summary>
    public LogAxis(IEnumerable<double> values)
    {
        double[] all = [.. values.Where(v => v > 0 && double.IsFinite(v))];
        (double least, double most) = all.Length == 0 ? (1, 10) : (all.Min(), all.Max());
        foreach (ImmutableArray<double> mantissas in new ImmutableArray<double>[] { [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1] })
        {
            Ticks = [.. Between(mantissas, least, most)];
            if (Ticks.Length <= MostTicks)
                break;
        }
        (low, high) = (Ticks[0], Ticks[^1]);
    }

    /// <summary>The ticks, ascending; the first and the last are the ends.</summary>
    public ImmutableArray<double> Ticks { get; }

    /// <summary>Where a value stands, from 0 at the lower end to 1 at the upper.</summary>
    public double Share(double value) => Elementary.Log(value / low) / Elementary.Log(high / low);

    private static IEnumerable<double> Between(ImmutableArray<double> mantissas, double least, double most)
    {
        double[] grid = [.. Enumerable.Range(-12, 24).SelectMany(e => mantissas.Select(m => m * Power(e)))];
        int first = Math.Max(0, Array.FindLastIndex(grid, g => g <= least * (1 + 1e-12)));
        int last = Array.FindIndex(grid, g => g >= most * (1 - 1e-12));
        last = last < 0 ? grid.Length - 1 : Math.Max(last, first + 1);
        return grid[first..(last + 1)];
    }

    private static double Power(int exponent)
    {
        double power = 1;
        for (int i = 0; i < Math.Abs(exponent); i++)
            power *= 10;
        return exponent < 0 ? 1 / power : power;
    }
}
