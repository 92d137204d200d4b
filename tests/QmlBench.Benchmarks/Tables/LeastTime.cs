using System.Diagnostics;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Least time of many short repetitions: on a busy machine the only one that says something.</summary>
internal static class LeastTime
{
    /// <summary>Seconds of the fastest repetition after some to warm up.</summary>
    public static double Of(int repetitions, Action action) =>
        Of(repetitions, action, static () => Stopwatch.GetElapsedTime(0));

    /// <summary>The same in seconds of processor time, that of the runtime's own threads counted: for what takes longer than a busy
    /// machine leaves a process alone.</summary>
    public static double OfProcessor(int repetitions, Action action) =>
        Of(repetitions, action, static () => Environment.CpuUsage.TotalTime);

    private static double Of(int repetitions, Action action, Func<TimeSpan> clock)
    {
        action();
        var least = double.PositiveInfinity;
        for (var i = 0; i < repetitions; i++)
        {
            var start = clock();
            action();
            least = Math.Min(least, (clock() - start).TotalSeconds);
        }
        return least;
    }
}
