using System.Numerics;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>
/// Finds out whether a definition in a text is a gate of the catalogue under its own name, so that a device's native gate stays native.
/// </summary>
/// <remarks>Compared at fixed angles with nothing special about them. A difference by a phase is kept as a phase: constant, or affine in
/// the angles with coefficients that are multiples of 1/4.</remarks>
internal static class CatalogueMatch
{
    private const double Tolerance = 1e-9;
    private static readonly double[] Angles = [0.4142, -1.2207, 2.7183, -0.5772];

    /// <summary>The catalogue's gate and the phase of the definition against it, or null if the definition is another gate.</summary>
    internal static GateMeaning? Find(string name, Circuit body, bool phaseMatters)
    {
        if (!StandardGates.TryFind(name, out Gate? gate) || gate.Name != name || gate.QubitCount != body.QubitCount
            || gate.ParameterCount != body.Parameters.Length)
            return null;
        double[] at = Angles[..gate.ParameterCount];
        if (PhaseBetween(gate, body, at) is not { } phase) return null;
        var slopes = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double[] moved = [.. at];
            moved[i] += 0.25;
            if (PhaseBetween(gate, body, moved) is not { } other) return null;
            slopes[i] = Math.Round(Wrap(other - phase) / 0.25 * 4.0) / 4.0;
        }

        double constant = phase;
        for (int i = 0; i < at.Length; i++) constant -= slopes[i] * at[i];
        constant = Snap(Wrap(constant));
        if (!Holds(gate, body, slopes, constant)) return phaseMatters ? null : new GateMeaning(gate);
        if (!phaseMatters || (constant == 0.0 && slopes.All(slope => slope == 0.0))) return new GateMeaning(gate);
        return new GateMeaning(gate, angles => PhaseOf(slopes, constant, angles));
    }

    private static Angle PhaseOf(double[] slopes, double constant, Angle[] angles)
    {
        Angle sum = constant;
        for (int i = 0; i < slopes.Length; i++) sum += slopes[i] * angles[i];
        return sum;
    }

    private static bool Holds(Gate gate, Circuit body, double[] slopes, double constant)
    {
        double[] at = [.. Angles.Take(gate.ParameterCount).Select((angle, i) => (1.7 * angle) + (0.3 * i))];
        if (PhaseBetween(gate, body, at) is not { } phase) return false;
        double expected = constant;
        for (int i = 0; i < at.Length; i++) expected += slopes[i] * at[i];
        return Math.Abs(Wrap(phase - expected)) < Tolerance;
    }

    // φ with body = e^{iφ} gate, or null if they differ by more than a phase.
    private static double? PhaseBetween(Gate gate, Circuit body, double[] angles)
    {
        Complex[] expected = gate.RawMatrix(angles);
        Complex[] actual = CircuitUnitary.Matrix(body, angles);
        Complex overlap = 0;
        for (int i = 0; i < expected.Length; i++) overlap += Complex.Conjugate(expected[i]) * actual[i];
        double phase = Elementary.Atan2(overlap.Imaginary, overlap.Real);
        Complex factor = GateMatrices.Phase(phase);
        for (int i = 0; i < expected.Length; i++)
        {
            Complex difference = actual[i] - (factor * expected[i]);
            if (Math.Abs(difference.Real) > Tolerance || Math.Abs(difference.Imaginary) > Tolerance) return null;
        }

        return phase;
    }

    private static double Wrap(double angle) => angle - (2.0 * Math.PI * Math.Round(angle / (2.0 * Math.PI)));

    // Phases between definitions are multiples of π/8; taking the exact one keeps rounding out of the circuit.
    private static double Snap(double phase)
    {
        double eighths = Math.Round(phase / (Math.PI / 8.0));
        return Math.Abs(phase - (eighths * Math.PI / 8.0)) < Tolerance ? eighths * Math.PI / 8.0 : phase;
    }
}
