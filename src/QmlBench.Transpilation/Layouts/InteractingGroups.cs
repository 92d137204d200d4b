namespace QmlBench.Transpilation.Layouts;

/// <summary>The used wires of a circuit by who interacts with whom, the largest group first, then the one with the lowest wire.</summary>
internal static class InteractingGroups
{
    public static int[][] Of(Interactions use)
    {
        int[] root = [.. Enumerable.Range(0, use.WireCount)];
        foreach (var (a, b, _) in use.Pairs)
            Join(root, a, b);
        return
        [
            .. Enumerable.Range(0, use.WireCount).Where(use.IsUsed).GroupBy(wire => Root(root, wire)).Select(group => group.ToArray())
                .OrderByDescending(group => group.Length).ThenBy(group => group[0])
        ];
    }

    private static void Join(int[] root, int a, int b)
    {
        var (one, other) = (Root(root, a), Root(root, b));
        root[Math.Max(one, other)] = Math.Min(one, other);
    }

    private static int Root(int[] root, int wire)
    {
        while (root[wire] != wire)
            wire = root[wire];
        return wire;
    }
}
