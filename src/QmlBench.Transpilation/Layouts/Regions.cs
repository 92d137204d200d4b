using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation.Layouts;

/// <summary>Which parts of a device a circuit can be put on.</summary>
internal static class Regions
{
    private const int MostNames = 6;

    /// <summary>The i-th live qubit of the largest connected part for the i-th wire; idle wires that do not fit go elsewhere.</summary>
    public static int[] Trivial(Interactions use, Target target)
    {
        var region = Largest(target);
        if (region.Length == target.QubitCount)
            return [.. Enumerable.Range(0, use.WireCount)];
        RequireSize(use, target, region.Length);
        var layout = new int[use.WireCount];
        var next = 0;
        for (var wire = 0; wire < layout.Length; wire++)
            layout[wire] = use.IsUsed(wire) ? region[next++] : -1;
        LayoutCompletion.Fill(layout, target.QubitCount);
        return layout;
    }

    /// <summary>Qubits of the largest connected part; without those whose readout is never right, if that leaves enough.</summary>
    /// <exception cref="TranspilationException">It is too small for the wires in use.</exception>
    public static int[] For(Interactions use, Target target)
    {
        var readable = Largest(target, target.Graph.Without(q => target.ReadoutError(q) >= 1));
        if (readable.Length >= UsedWires(use))
            return readable;
        var region = Largest(target);
        RequireSize(use, target, region.Length);
        return region;
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

    private static void RequireSize(Interactions use, Target target, int size)
    {
        var needed = UsedWires(use);
        if (needed > size)
            throw new TranspilationException(
                $"The circuit uses {needed} qubits that interact, but the largest connected part of device '{target.Device.Name}' without "
                + $"dead couplers and qubits has {size} of its {target.QubitCount} qubits{Dead(target)}. Choose another device or a smaller circuit.");
    }

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

    private static int UsedWires(Interactions use) => Enumerable.Range(0, use.WireCount).Count(use.IsUsed);

    private static int[] Largest(Target target) => Largest(target, target.Graph);

    private static int[] Largest(Target target, CouplingGraph graph)
    {
        int[] best = [];
        var seen = new bool[target.QubitCount];
        for (var q = 0; q < target.QubitCount; q++)
        {
            if (seen[q])
                continue;
            var part = graph.Component(q);
            foreach (var member in part)
                seen[member] = true;
            if (part.Length > best.Length)
                best = part;
        }
        return best;
    }
}
