using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>All two-qubit gates of one coupler that blocks can be written in: each kind once, in its better direction.</summary>
internal sealed class CouplerGates
{
    /// <summary>Differences of costs below this are rounding.</summary>
    private const double Resolution = 1e-12;

    private readonly CouplerGate[] _gates;

    private CouplerGates(CouplerGate[] gates, CouplerGate best) => (_gates, Best) = (gates, best);

    /// <summary>The gate with the least error, then the least time, then the first known.</summary>
    public CouplerGate Best { get; }

    /// <summary>The gates of the coupler a–b; null if it has none that blocks can be written in.</summary>
    public static CouplerGates? Of(Target target, EntanglingGate[] known, int a, int b)
    {
        CouplerGate[] gates = [.. known.Select(use => Better(target, use, a, b)).OfType<CouplerGate>()];
        if (gates.Length == 0)
            return null;
        var best = gates[0];
        foreach (var gate in gates)
            if (gate.IsBetterThan(best))
                best = gate;
        return new(gates, best);
    }

    /// <summary>The gate in which a unitary has the largest success product; then the fewest uses; then the less time.</summary>
    public CouplerGate For(WeylDecomposition w)
    {
        if (_gates.Length == 1)
            return Best;
        var chosen = _gates[0];
        var key = Key(chosen, w);
        foreach (var gate in _gates.AsSpan(1))
            if (Key(gate, w) is var other && other.CompareTo(key) < 0)
                (chosen, key) = (gate, other);
        return chosen;
    }

    private static (double Cost, int Uses, double Time) Key(CouplerGate gate, WeylDecomposition w)
    {
        var uses = gate.Use.Synthesis.CountOf(w);
        return (uses == 0 ? 0 : Math.Round(uses * gate.Cost / Resolution), uses, uses * gate.Duration);
    }

    private static CouplerGate? Better(Target target, EntanglingGate use, int a, int b)
    {
        CouplerGate? best = null;
        foreach (var (first, second) in ((int, int)[])[(a, b), (b, a)])
            if (target.Supports(use.Gate, first, second))
            {
                var found = new CouplerGate(
                    use, first, second, target.Error(use.Gate, first, second) ?? 0, target.Duration(use.Gate, first, second) ?? 0);
                if (best is null || found.IsBetterThan(best))
                    best = found;
            }
        return best;
    }
}
