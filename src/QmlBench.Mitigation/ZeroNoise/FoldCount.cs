namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>How often the gates of a circuit are folded to reach a scale factor.</summary>
/// <param name="Gates">Number n of gates that may be folded.</param>
/// <param name="Each">Folds of every gate.</param>
/// <param name="Extra">Gates folded once more, 0 … n.</param>
public readonly record struct FoldCount(int Gates, int Each, int Extra)
{
    /// <summary>Gates after folding: n(1 + 2·each) + 2·extra.</summary>
    public int Total => (Gates * (1 + (2 * Each))) + (2 * Extra);

    /// <summary>The scale factor reached, total / n; 1 for a circuit without gates that may be folded.</summary>
    public double Factor => Gates == 0 ? 1.0 : Total / (double)Gates;

    /// <summary>True if nothing is folded.</summary>
    public bool IsNothing => Each == 0 && Extra == 0;

    /// <summary>The count for a scale factor s: each, r = divmod(s − 1, 2); extra = round(r·n/2), halves to even.</summary>
    /// <remarks>The rule of Mitiq's <c>fold_global</c>; here of every method, so that no method leaves s = 2 undone.</remarks>
    /// <param name="gates">Number of gates that may be folded.</param>
    /// <param name="scale">s ≥ 1.</param>
    public static FoldCount For(int gates, double scale)
    {
        if (!double.IsFinite(scale) || scale < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A scale factor must be finite and at least 1.");
        }

        var each = (int)Math.Floor((scale - 1) / 2);
        var rest = scale - 1 - (2 * each);
        return new(gates, gates == 0 ? 0 : each, (int)Math.Round(rest * gates / 2, MidpointRounding.ToEven));
    }

    /// <summary>Folds of gate <paramref name="index"/> when the extra ones are spread evenly over the circuit.</summary>
    /// <param name="index">0 … n − 1, in order of the circuit.</param>
    public int SpreadOver(int index) => Each + (int)((((long)index + 1) * Extra / Gates) - ((long)index * Extra / Gates));
}
