using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Numerics;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Binding;

/// <summary>A run number, rz(θ₁), number, …, rz(θₘ), number of one-qubit unitaries, multiplied together anew for every row.</summary>
/// <remarks>
/// In SU(2) the first column (a, b) of the product determines it: V = Rz(A + B)·Ry(θ)·Rz(A − B) with A = arg a*, B = arg b and
/// θ = 2·atan2(|b|, |a|), without a sign to keep book of. The phases of the numbers are constants and left to the caller.
/// </remarks>
internal sealed class FusedRun
{
    /// <summary>Angles that a run gives: before, between and after its pulses.</summary>
    public const int Width = 3;

    private readonly Angle[] _turns;

    /// <summary>Per number p and q of [[p, −q*], [q, p*]] as real and imaginary parts.</summary>
    private readonly double[] _numbers;

    private FusedRun(Angle[] turns, double[] numbers, double phase) => (_turns, _numbers, Phase) = (turns, numbers, phase);

    /// <summary>Sum of the phases by which the numbers differ from SU(2), in radians.</summary>
    public double Phase { get; }

    /// <param name="numbers">Unitaries in time order; one more than turns.</param>
    /// <param name="turns">Angles of the rz between them.</param>
    public static FusedRun Of(IReadOnlyList<Matrix2> numbers, IReadOnlyList<Angle> turns)
    {
        var parts = new double[4 * numbers.Count];
        var phase = 0.0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var determinant = numbers[i].Determinant;
            var half = 0.5 * Elementary.Atan2(determinant.Imaginary, determinant.Real);
            var (sin, cos) = Elementary.SinCos(-half);
            var special = new Complex(cos, sin) * numbers[i];
            (parts[4 * i], parts[4 * i + 1]) = (special.M00.Real, special.M00.Imaginary);
            (parts[4 * i + 2], parts[4 * i + 3]) = (special.M10.Real, special.M10.Imaginary);
            phase += half;
        }
        return new([.. turns], parts, phase);
    }

    /// <summary>Number of symbolic rz in the run.</summary>
    public int Turns => _turns.Length;

    /// <summary>The product itself, factor by factor and up to <see cref="Phase"/>: what the angles are checked against.</summary>
    /// <param name="values">Values of the parameters.</param>
    public Matrix2 Product(double[] values)
    {
        var product = Number(0);
        for (var i = 0; i < _turns.Length; i++)
            product = Number(i + 1) * (Matrix2.RZ(_turns[i].Evaluate(values)) * product);
        return product;
    }

    /// <summary>Writes half of each rz angle.</summary>
    /// <param name="names">Names of the parameters, for a refusal.</param>
    /// <param name="values">Values of the parameters.</param>
    /// <param name="halves">Receives <see cref="Turns"/> angles in radians.</param>
    /// <exception cref="ArgumentException">An angle is not finite.</exception>
    public void Halves(ImmutableArray<string> names, ReadOnlySpan<double> values, Span<double> halves)
    {
        for (var i = 0; i < _turns.Length; i++)
        {
            halves[i] = 0.5 * _turns[i].Evaluate(values);
            if (!double.IsFinite(halves[i]))
                throw NotFinite(_turns[i], names, values);
        }
    }

    // Products of what is not a number may come out as numbers, so nothing further on would notice.
    private static ArgumentException NotFinite(Angle turn, ImmutableArray<string> names, ReadOnlySpan<double> values)
    {
        var at = new List<string>();
        for (var p = 0; p < names.Length; p++)
            if (turn.DependsOn(p))
                at.Add($"{names[p]} = {values[p]}");
        return new($"A gate rz of a one-qubit run turns by {turn.Describe(names)}, which is {turn.Evaluate(values)} at "
            + $"{string.Join(", ", at)}; angles must be finite. Give the parameters other values.");
    }

    /// <summary>Writes λ, θ, φ with product = Rz(φ)·Ry(θ)·Rz(λ), θ in [0, π], the other two in [−2π, 2π].</summary>
    /// <param name="sines">Sines of the half angles.</param>
    /// <param name="cosines">Their cosines.</param>
    /// <param name="angles">Receives <see cref="Width"/> angles in radians.</param>
    public void Multiply(ReadOnlySpan<double> sines, ReadOnlySpan<double> cosines, Span<double> angles)
    {
        double ar = _numbers[0], ai = _numbers[1], br = _numbers[2], bi = _numbers[3];
        for (var i = 0; i < sines.Length; i++)
        {
            double sin = sines[i], cos = cosines[i];
            (ar, ai) = (ar * cos + ai * sin, ai * cos - ar * sin);
            (br, bi) = (br * cos - bi * sin, bi * cos + br * sin);
            double pr = _numbers[4 * i + 4], pi = _numbers[4 * i + 5], qr = _numbers[4 * i + 6], qi = _numbers[4 * i + 7];
            (ar, ai, br, bi) = (
                pr * ar - pi * ai - (qr * br + qi * bi), pr * ai + pi * ar - (qr * bi - qi * br),
                qr * ar - qi * ai + (pr * br + pi * bi), qr * ai + qi * ar + (pr * bi - pi * br));
        }
        double sum = Elementary.Atan2(-ai, ar), difference = Elementary.Atan2(bi, br);
        angles[0] = sum - difference;
        angles[1] = 2 * Elementary.Atan2(Math.Sqrt(br * br + bi * bi), Math.Sqrt(ar * ar + ai * ai));
        angles[2] = sum + difference;
    }

    private Matrix2 Number(int i)
    {
        Complex p = new(_numbers[4 * i], _numbers[4 * i + 1]), q = new(_numbers[4 * i + 2], _numbers[4 * i + 3]);
        return new(p, -Complex.Conjugate(q), q, Complex.Conjugate(p));
    }
}
