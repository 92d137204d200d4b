using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Circuits.Gates;

/// <summary>Angles of a one-qubit matrix: e^{iγ} u(θ, φ, λ).</summary>
/// <param name="Theta">θ in [0, π].</param>
/// <param name="Phi">φ.</param>
/// <param name="Lambda">λ.</param>
/// <param name="Phase">γ.</param>
internal readonly record struct OneQubitAngles(double Theta, double Phi, double Lambda, double Phase)
{
    private const double Tolerance = 1e-12;

    /// <summary>The angles of a unitary 2 × 2 matrix, row-major. Where one of them is free, it is 0.</summary>
    internal static OneQubitAngles Of(ReadOnlySpan<Complex> matrix)
    {
        double cosine = Modulus(matrix[0]), sine = Modulus(matrix[2]);
        double theta = 2.0 * Elementary.Atan2(sine, cosine);
        if (cosine <= Tolerance) return new(Math.PI, Argument(matrix[2]), Argument(-matrix[1]), 0.0);
        double phase = Argument(matrix[0]);
        if (sine <= Tolerance) return new(0.0, 0.0, Argument(matrix[3]) - phase, phase);
        return new(theta, Argument(matrix[2]) - phase, Argument(-matrix[1]) - phase, phase);
    }

    private static double Argument(Complex value) => Elementary.Atan2(value.Imaginary, value.Real);

    private static double Modulus(Complex value) => Math.Sqrt((value.Real * value.Real) + (value.Imaginary * value.Imaginary));
}
