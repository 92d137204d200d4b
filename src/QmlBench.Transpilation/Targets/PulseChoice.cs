using QmlBench.Circuits;
using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Targets;

/// <summary>One way to make the pulses of a form: fixed pulses, or one turn by the form's own angle.</summary>
/// <param name="Fixed">The pulses; empty where <paramref name="Any"/> or <paramref name="Half"/> is given.</param>
/// <param name="Any">The gate of one turn by any angle.</param>
/// <param name="Half">The quarter turn of half, rz(middle), half.</param>
/// <param name="Cost">−Σ ln(1 − error).</param>
internal sealed record PulseChoice(NativePulse[] Fixed, Gate? Any, NativePulse? Half, double Cost)
{
    /// <summary>Differences of costs below this are rounding.</summary>
    private const double Resolution = 1e-12;

    public int Count => Any is not null ? 1 : Half is not null ? 2 : Fixed.Length;

    /// <summary>A smaller error; where that is the same, fewer pulses.</summary>
    public static PulseChoice? Best(IEnumerable<PulseChoice> choices)
    {
        PulseChoice? best = null;
        foreach (var choice in choices)
            if (best is null || choice.Cost < best.Cost - Resolution || (choice.Cost <= best.Cost + Resolution && choice.Count < best.Count))
                best = choice;
        return best;
    }

    /// <summary>The pulses in time order, with rotations about z to add before and after them.</summary>
    /// <param name="middle">The middle angle of a form of two quarter turns; other forms have none.</param>
    public (NativePulse[] Pulses, double Before, double After) For(Angle middle)
    {
        if (Half is not null)
            return ([Half, new(StandardGates.RZ, middle), Half], 0, 0);
        if (Any is null)
            return (Fixed, 0, 0);
        // rz(λ) sx rz(θ+π) sx rz(φ+π) = rz(λ) ry(θ) rz(φ), and ry(θ) = rz(−π/2) rx(θ) rz(π/2), in time order.
        var pulse = NativePulse.Turn(Any, middle - Math.PI);
        return Any.Name == "rx" ? ([pulse], -Math.PI / 2, -Math.PI / 2) : ([pulse], 0, -Math.PI);
    }
}
