using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Checks of what a program is asked.</summary>
internal static class Ask
{
    /// <summary>Refuses observables that were not in the request.</summary>
    public static void Check(Request request, ObservableSet observables)
    {
        var known = request.Observables?.ToHashSet() ?? [];
        if (observables.FirstOrDefault(observable => !known.Contains(observable)) is { } stranger)
        {
            throw new ExecutionRefusedException(
                $"The observable {stranger.ToText()} was not in the request this program was made for. "
                + "Name it when the circuit is compiled.");
        }
    }

    /// <summary>Refuses what was not asked for when the program was made.</summary>
    public static void Check(Request request, Asked asked)
    {
        if (!request.Asked.HasFlag(asked))
        {
            throw new ExecutionRefusedException(
                $"{asked} were not in the request this program was made for. Ask for them when the circuit is compiled.");
        }
    }

    /// <summary>All rows with all columns.</summary>
    /// <exception cref="ArgumentException">The table has other columns than the program.</exception>
    public static double[] Rows(RowTable rows, Columns columns)
    {
        if (!rows.Shared.Names.SequenceEqual(columns.Names))
        {
            throw new ArgumentException(
                $"The table has the columns ({string.Join(", ", rows.Shared.Names)}), the program ({string.Join(", ", columns.Names)}).",
                nameof(rows));
        }

        return rows.ToDense();
    }

    /// <summary>The refusal of gradients where one-qubit runs are fused per row.</summary>
    public static ExecutionRefusedException NoGradient() => new(
        "Gradients are not to be had with the binding 'refuse': it multiplies one-qubit runs together anew for every row, so where the "
        + "noise acts changes with the value, and neither parameter-shift nor reverse mode gives the derivative of that. "
        + "Use the binding 'template'.");
}
