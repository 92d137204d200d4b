using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Circuits.Gates;

/// <summary>Principal real powers of gates: eigenphases in (−π, π] times the exponent.</summary>
internal static class GatePower
{
    private const double Tolerance = 1e-12;

    /// <summary>A gate and a phase that are the power, or null if this gate has none that can be written down.</summary>
    internal static (Gate Gate, Angle[] Angles, Angle Phase)? Of(Gate gate, Angle[] angles, Angle phase, double exponent)
    {
        if (angles.Any(angle => !angle.IsConstant) || !phase.IsConstant) return null;
        if (gate.Generator is { } generator && phase == Angle.Zero && IsPrincipal(generator, angles[0].Constant))
            return (gate, [exponent * angles[0]], Angle.Zero);
        if (gate.ControlCount > 0 && phase == Angle.Zero && gate.ControlledGate!.QubitCount == 1)
            return Controlled(gate, angles, exponent);
        return gate.QubitCount == 1 ? OneQubit(gate, angles, phase.Constant, exponent) : null;
    }

    // |eigenvalues of G| ≤ Σ|coefficient|, which is reached for the generators of the catalogue.
    private static bool IsPrincipal(GateGenerator generator, double angle)
    {
        double largest = 0.0;
        foreach (var term in generator.Terms) largest += Math.Abs(term.Coefficient);
        return Math.Abs(angle / 2.0 * largest) < Math.PI;
    }

    // A control commutes with powers: the eigenvalue 1 of the idle part stays 1.
    private static (Gate, Angle[], Angle)? Controlled(Gate gate, Angle[] angles, double exponent)
    {
        if (gate.ControlCount != 1) return null;
        (_, Angle[] inner, Angle phase) = OneQubit(gate.ControlledGate!, angles, 0.0, exponent);
        return (StandardGates.CU, [.. inner, phase], Angle.Zero);
    }

    private static (Gate Gate, Angle[] Angles, Angle Phase) OneQubit(Gate gate, Angle[] angles, double phase, double exponent)
    {
        Complex[] matrix =
            [.. gate.RawMatrix([.. angles.Select(angle => angle.Constant)]).Select(entry => entry * GateMatrices.Phase(phase))];
        // U = e^{iα}(cos ω − i sin ω n·σ), so its eigenphases are α ± ω.
        Complex determinant = (matrix[0] * matrix[3]) - (matrix[1] * matrix[2]);
        double alpha = 0.5 * Elementary.Atan2(determinant.Imaginary, determinant.Real);
        Complex unphase = GateMatrices.Phase(-alpha);
        double cosine = (0.5 * (matrix[0] + matrix[3]) * unphase).Real;
        double nz = -(0.5 * (matrix[0] - matrix[3]) * unphase).Imaginary;
        double nx = -(0.5 * (matrix[1] + matrix[2]) * unphase).Imaginary;
        double ny = -(0.5 * (matrix[1] - matrix[2]) * unphase).Real;
        double sine = Math.Sqrt((nx * nx) + (ny * ny) + (nz * nz));
        double omega = Elementary.Atan2(sine, cosine);
        (double x, double y, double z) = sine > 0.0 ? (nx / sine, ny / sine, nz / sine) : (0.0, 0.0, 1.0);
        double upper = exponent * Principal(alpha - omega), lower = exponent * Principal(alpha + omega);
        return Gate(0.5 * (upper + lower), 0.5 * (lower - upper), x, y, z);
    }

    // −π and what rounding makes of π both mean π.
    private static double Principal(double phase)
    {
        double wrapped = phase - (2.0 * Math.PI * Math.Round(phase / (2.0 * Math.PI)));
        return wrapped <= -Math.PI + Tolerance ? wrapped + (2.0 * Math.PI) : wrapped;
    }

    // e^{iα} exp(−i ω n·σ) as e^{iγ} u(θ, φ, λ).
    private static (Gate Gate, Angle[] Angles, Angle Phase) Gate(double alpha, double omega, double x, double y, double z)
    {
        (double c, double s) = (Elementary.Cos(omega), Elementary.Sin(omega));
        Complex[] matrix = [new(c, -s * z), new(-s * y, -s * x), new(s * y, -s * x), new(c, s * z)];
        (double theta, double phi, double lambda, double phase) = OneQubitAngles.Of(matrix);
        return (StandardGates.U, [theta, phi, lambda], alpha + phase);
    }
}
