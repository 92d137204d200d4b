using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation.Layouts;

/// <summary>Which parts of a device a circuit can be put on.</summary>
internal static class Regions
{
    private const int MostNames = 6;

    /// <summary>The i-th live qubit of a part for the i-th wire put on it; idle wires go where there is room.</summary>
    public static int[] Trivial(Interactions use, Target target)
    {
        var parts = Parts(target.Graph);
        if (parts.Length == 1)
            return [.. Enumerable.Range(0, use.WireCount)];
        var layout = new int[use.WireCount];
        Array.Fill(layout, -1);
        foreach (var berth in Berths(use, parts, target))
            for (var i = 0; i < berth.Wires.Length; i++)
                layout[berth.Wires[i]] = berth.Qubits[i];
        LayoutCompletion.Fill(layout, target.QubitCount);
        return layout;
    }

    /// <summary>Where the used wires go: all on one part if they fit, else groups that do not interact on several; without qubits whose
    /// readout is never right, if that leaves enough.</summary>
    /// <exception cref="TranspilationException">They do not fit.</exception>
    public static Berth[] For(Interactions use, Target target)
    {
        var readable = target.Graph.Without(q => target.ReadoutError(q) >= 1);
        return Find(use, [.. Parts(readable).Select(part => Readable(part, target)).Where(part => part.Length > 0)])
            ?? Berths(use, Parts(target.Graph), target);
    }

    /// <exception cref="TranspilationException">A pair that interacts is placed on parts that no coupler joins.</exception>
    public static void RequireReachable(Interactions use, int[] layout, Target target)
    {
        foreach (var (a, b, _) in use.Pairs)
            if (target.Distance(layout[a], layout[b]) == int.MaxValue)
                throw new TranspilationException(
                    $"Logical qubits {a} and {b} interact, but their device qubits {layout[a]} and {layout[b]} lie on parts of device "
                    + $"'{target.Device.Name}' that no live coupler joins{Dead(target)}. Leave the layout to the compiler, or name qubits of one part.");
    }

    private static Berth[] Berths(Interactions use, int[][] parts, Target target) =>
        Find(use, parts) ?? throw new TranspilationException(Refusal(InteractingGroups.Of(use), parts, target));

    private static Berth[]? Find(Interactions use, int[][] parts)
    {
        int[] used = [.. Enumerable.Range(0, use.WireCount).Where(use.IsUsed)];
        if (parts.Length > 0 && used.Length <= parts[0].Length)
            return [new(used, parts[0])];
        return GroupPacking.Find(InteractingGroups.Of(use), parts);
    }

    private static string Refusal(int[][] groups, int[][] parts, Target target)
    {
        var named = groups.Where(group => group.Length > 1).ToArray();
        var needed = $"The circuit uses {groups.Sum(group => group.Length)} qubits, of which interact "
            + string.Join("; ", named.Take(MostNames).Select(group => $"{string.Join(", ", group)}")) + (named.Length > MostNames ? "; …" : "");
        if (named.Length == 0)
            needed = $"The circuit uses {groups.Length} qubits";
        return $"{needed}. They do not fit the connected parts of device '{target.Device.Name}' without dead couplers and qubits{Dead(target)}: "
            + string.Join("; ", parts.Take(MostNames).Select(Name)) + (parts.Length > MostNames ? $"; and {parts.Length - MostNames} more" : "")
            + ". Qubits that interact, directly or through others, must lie on one part. Choose another device or a smaller circuit.";
    }

    private static string Name(int[] part) => part.Length == 1 ? $"qubit {part[0]} alone" : part.Length <= MostNames
        ? $"{part.Length} qubits ({string.Join(", ", part)})"
        : $"{part.Length} qubits ({string.Join(", ", part.Take(MostNames))}, …)";

    /// <summary>The couplers that are out of order, the first of them by name.</summary>
    private static string Dead(Target target)
    {
        (int, int)[] dead =
        [
            .. target.Device.Coupling.DirectedPairs.Select(p => p.First < p.Second ? p : (p.Second, p.First)).Distinct().Order()
                .Except(target.Graph.Edges)
        ];
        if (dead.Length == 0)
            return "";
        var names = string.Join(", ", dead.Take(MostNames).Select(p => $"{p.Item1}-{p.Item2}"));
        return $" ({dead.Length} dead: {names}{(dead.Length > MostNames ? ", …" : "")})";
    }

    // A qubit without couplers is a part of its own, and may still be one that cannot be read.
    private static int[] Readable(int[] part, Target target) => part.Length == 1 && target.ReadoutError(part[0]) >= 1 ? [] : part;

    /// <summary>The connected parts, the largest first, then the one with the lowest qubit.</summary>
    private static int[][] Parts(CouplingGraph graph)
    {
        var parts = new List<int[]>();
        var seen = new bool[graph.QubitCount];
        for (var q = 0; q < graph.QubitCount; q++)
        {
            if (seen[q])
                continue;
            var part = graph.Component(q);
            foreach (var member in part)
                seen[member] = true;
            parts.Add(part);
        }
        return [.. parts.OrderByDescending(part => part.Length)];
    }
}
