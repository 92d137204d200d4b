namespace QmlBench.Circuits.Expressions;

/// <summary>Sums and multiples of affine angles; the terms stay sorted by parameter and free of zeros.</summary>
internal static class AffineArithmetic
{
    internal static Angle Add(Angle left, Angle right, double sign)
    {
        double offset = left.Offset + (sign * right.Offset);
        if (right.IsConstant) return Angle.FromAffine(offset, left.IsConstant ? null : left.Terms.ToArray());
        if (left.IsConstant) return Angle.FromAffine(offset, Scaled(right.Terms, sign));
        return Angle.FromAffine(offset, Merge(left.Terms, right.Terms, sign));
    }

    internal static Angle Scale(Angle angle, double factor) =>
        factor == 0.0 ? Angle.Zero : Angle.FromAffine(factor * angle.Offset, Scaled(angle.Terms, factor));

    internal static Angle Divide(Angle angle, double divisor)
    {
        var terms = new AffineTerm[angle.Terms.Length];
        for (int i = 0; i < terms.Length; i++)
            terms[i] = angle.Terms[i] with { Coefficient = angle.Terms[i].Coefficient / divisor };
        return Angle.FromAffine(angle.Offset / divisor, terms);
    }

    private static AffineTerm[] Scaled(ReadOnlySpan<AffineTerm> terms, double factor)
    {
        var scaled = new AffineTerm[terms.Length];
        for (int i = 0; i < scaled.Length; i++) scaled[i] = terms[i] with { Coefficient = factor * terms[i].Coefficient };
        return scaled;
    }

    private static AffineTerm[] Merge(ReadOnlySpan<AffineTerm> left, ReadOnlySpan<AffineTerm> right, double sign)
    {
        var merged = new List<AffineTerm>(left.Length + right.Length);
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            int p = i < left.Length ? left[i].Parameter : int.MaxValue;
            int q = j < right.Length ? right[j].Parameter : int.MaxValue;
            double sum = (p <= q ? left[i++].Coefficient : 0.0) + (q <= p ? sign * right[j++].Coefficient : 0.0);
            if (sum != 0.0) merged.Add(new AffineTerm(Math.Min(p, q), sum));
        }

        return [.. merged];
    }
}
