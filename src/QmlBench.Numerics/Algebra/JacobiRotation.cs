namespace QmlBench.Numerics.Algebra;

/// <summary>The smaller of the two rotations that make a symmetric 2 × 2 matrix diagonal.</summary>
/// <param name="Cosine">Cosine of the angle.</param>
/// <param name="Sine">Sine of the angle: p′ = cosine·p − sine·q, q′ = sine·p + cosine·q.</param>
/// <param name="Tangent">Tangent t of the angle, |t| ≤ 1: the diagonal becomes pp − t·pq, qq + t·pq.</param>
internal readonly record struct JacobiRotation(double Cosine, double Sine, double Tangent)
{
    /// <summary>The rotation for [[pp, pq], [pq, qq]], pq ≠ 0.</summary>
    internal static JacobiRotation Of(double pp, double qq, double pq)
    {
        double theta = (qq - pp) / (2 * pq);
        double tangent = 1 / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        if (theta < 0) tangent = -tangent;
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        return new(cosine, tangent * cosine, tangent);
    }
}
