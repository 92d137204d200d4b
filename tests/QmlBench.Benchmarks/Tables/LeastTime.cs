using System.Diagnostics;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Least time of many short repetitions: on a busy machine the only one that says something.</summary>
internal static class LeastTime
{
    /// <summary>Seconds of the fastest repetition after some to warm up.</summary>
    public static double Of(int repetitions, Action action)
    {
        action();
        var least = double.PositiveInfinity;
        for (var i = 0; i < repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return least;
    }
}
