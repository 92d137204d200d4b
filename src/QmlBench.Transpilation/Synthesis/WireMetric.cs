using System.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Which wires may meet in a gate, and how many couplers it takes to connect a set of them.</summary>
internal sealed class WireMetric
{
    private readonly int[] _span;

    private WireMetric(int wires, (int A, int B)[] pairs)
    {
        (Wires, Pairs) = (wires, pairs);
        _span = Spans(wires, pairs);
    }

    public int Wires { get; }

    /// <summary>A before B.</summary>
    public (int A, int B)[] Pairs { get; }

    public bool IsComplete => Pairs.Length == Wires * (Wires - 1) / 2;

    /// <summary>Whether all wires are connected.</summary>
    public bool IsConnected => _span[^1] < Wires;

    /// <summary>All pairs of wires for which <paramref name="coupled"/> holds.</summary>
    public static WireMetric Of(int wires, Func<int, int, bool> coupled) => new(wires,
        [.. from a in Enumerable.Range(0, wires) from b in Enumerable.Range(a + 1, wires - a - 1) where coupled(a, b) select (a, b)]);

    /// <summary>Edges of the smallest tree that holds the wires of a mask.</summary>
    public int Span(int mask) => _span[mask];

    private static int[] Spans(int wires, (int A, int B)[] pairs)
    {
        var near = new int[wires];
        foreach (var (a, b) in pairs)
            (near[a], near[b]) = (near[a] | 1 << b, near[b] | 1 << a);
        var span = new int[1 << wires];
        for (var mask = span.Length - 1; mask > 0; mask--)
        {
            span[mask] = IsConnectedIn(mask, near) ? BitOperations.PopCount((uint)mask) - 1 : wires;
            for (var wire = 0; wire < wires; wire++)
                if ((mask >> wire & 1) == 0)
                    span[mask] = Math.Min(span[mask], span[mask | 1 << wire]);
        }
        return span;
    }

    private static bool IsConnectedIn(int mask, int[] near)
    {
        int reached = mask & -mask, before = 0;
        while (reached != before)
        {
            before = reached;
            for (var rest = before; rest != 0; rest &= rest - 1)
                reached |= near[BitOperations.TrailingZeroCount(rest)] & mask;
        }
        return reached == mask;
    }
}
