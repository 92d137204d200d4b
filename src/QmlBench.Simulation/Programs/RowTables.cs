using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>Tables of parameter rows: checks, groups of rows, and the way between rows side by side and rows one after another.</summary>
internal static class RowTables
{
    /// <summary>Refuses a table of the wrong size, or with a value that is not finite.</summary>
    internal static void Check(ReadOnlySpan<double> rows, int rowCount, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        CheckSize(rows.Length, (long)rowCount * columns, nameof(rows));
        for (int i = 0; i < rows.Length; i++)
        {
            if (!double.IsFinite(rows[i]))
                throw new ArgumentException(
                    $"Parameters must be finite; parameter {i % columns} of row {i / columns} is {rows[i]}.", nameof(rows));
        }
    }

    /// <summary>Refuses a length that is not the expected one.</summary>
    internal static void CheckSize(long length, long expected, string name)
    {
        if (length != expected) throw new ArgumentException($"{expected} numbers were expected; {length} were given.", name);
    }

    /// <summary>How threads are used: all on one large state after another, or each on rows of its own.</summary>
    /// <param name="threads">Threads there are.</param>
    /// <param name="stateLength">Doubles of a state, of all rows side by side.</param>
    internal static (int OfRows, int OfState) Share(int threads, long stateLength) =>
        PlanRunner.SharesState(stateLength) ? (1, Math.Max(1, threads)) : (threads, 1);

    /// <summary>Asks for the slopes of a loss at the values of some rows.</summary>
    internal static void Ask(RowSlopes slopes, int first, ReadOnlySpan<double> values, Span<double> target, int rowCount)
    {
        int count = values.Length / rowCount;
        for (int row = 0; row < rowCount; row++)
            slopes(first + row, values.Slice(row * count, count), target.Slice(row * count, count));
    }

    /// <summary>Slopes that are known whatever the values.</summary>
    internal static RowSlopes Known(ReadOnlyMemory<double> slopes, int rowCount, int count)
    {
        CheckSize(slopes.Length, (long)rowCount * count, nameof(slopes));
        return (row, _, target) => slopes.Span.Slice(row * count, count).CopyTo(target);
    }

    /// <summary>Runs <paramref name="body"/>(first row, number of rows) for groups of at most <paramref name="size"/> rows.</summary>
    internal static void ForEachGroup(int rowCount, int size, int threads, Action<int, int> body, CancellationToken cancel)
    {
        int groups = (rowCount + size - 1) / size;
        if (threads <= 1 || groups <= 1)
        {
            for (int g = 0; g < groups; g++)
            {
                cancel.ThrowIfCancellationRequested();
                body(g * size, Math.Min(size, rowCount - (g * size)));
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, groups, options, g => body(g * size, Math.Min(size, rowCount - (g * size))));
    }

    /// <summary>From <paramref name="lanes"/> rows side by side to rows one after another.</summary>
    internal static void Untangle(ReadOnlySpan<double> sideBySide, int lanes, int length, Span<double> rows, int rowCount)
    {
        if (lanes == 1)
        {
            sideBySide[..length].CopyTo(rows);
            return;
        }

        for (int row = 0; row < rowCount; row++)
            for (int i = 0; i < length; i++)
                rows[(row * length) + i] = sideBySide[(i * lanes) + row];
    }

    /// <summary>One row to <paramref name="lanes"/> equal rows side by side.</summary>
    internal static void Spread(ReadOnlySpan<double> row, int lanes, Span<double> sideBySide)
    {
        for (int i = 0; i < row.Length; i++) sideBySide.Slice(i * lanes, lanes).Fill(row[i]);
    }
}
