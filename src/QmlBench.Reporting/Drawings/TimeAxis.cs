using System.Collections.Immutable;
using System.Globalization;

namespace QmlBench.Reporting.Drawings;

/// <summary>Round dates for an axis of time: days, months or years, so that at most eight stand on it.</summary>
internal sealed class TimeAxis
{
    private const int MostTicks = 8;
    private static readonly ImmutableArray<int> DaySteps = [1, 2, 5, 7, 14];
    private static readonly ImmutableArray<int> MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

    private readonly DateTimeOffset first;
    private readonly double days;

    /// <summary>An axis from the first to the last time; a single time stands in the middle of a month.</summary>
    public TimeAxis(DateTimeOffset first, DateTimeOffset last)
    {
        double room = last > first ? 0.04 * (last - first).TotalDays : 15;
        this.first = first.AddDays(-room);
        days = (last - first).TotalDays + 2 * room;
    }

    /// <summary>The ticks, ascending.</summary>
    public ImmutableArray<DateTimeOffset> Ticks
    {
        get
        {
            foreach (int step in DaySteps)
            {
                if (days / step < MostTicks)
                    return [.. Days(step)];
            }
            return [.. Months(MonthSteps.FirstOrDefault(step => days / (30.4 * step) < MostTicks, MonthSteps[^1]))];
        }
    }

    /// <summary>Where a time stands, from 0 at the left end to 1 at the right.</summary>
    public double Share(DateTimeOffset time) => (time - first).TotalDays / days;

    /// <summary>A tick's text.</summary>
    public static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IEnumerable<DateTimeOffset> Days(int step)
    {
        var day = new DateTimeOffset(first.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        for (; Share(day) <= 1; day = day.AddDays(step))
            yield return day;
    }

    private IEnumerable<DateTimeOffset> Months(int step)
    {
        int month = first.UtcDateTime.Year * 12 + first.UtcDateTime.Month;
        for (month += (step - month % step) % step; ; month += step)
        {
            var time = new DateTimeOffset(month / 12, month % 12 + 1, 1, 0, 0, 0, TimeSpan.Zero);
            if (Share(time) > 1)
                yield break;
            yield return time;
        }
    }
}
