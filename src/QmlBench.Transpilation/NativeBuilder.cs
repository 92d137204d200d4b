using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics;

namespace QmlBench.Transpilation;

/// <summary>Builds a native circuit with tidy angles (<see cref="NativeAngle"/>) and the global phase that goes with them.</summary>
/// <param name="builder">The circuit so far, without a phase.</param>
/// <param name="phase">Its global phase.</param>
internal sealed class NativeBuilder(CircuitBuilder builder, Angle phase)
{
    private Angle _phase = phase;

    /// <summary>The operations, for what is no gate.</summary>
    public CircuitBuilder Operations => builder;

    public void AddPhase(Angle angle) => _phase += angle;

    /// <summary>A gate; under a condition its phase has no effect.</summary>
    public void Add(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits, Condition? condition = null)
    {
        var tidy = new Angle[angles.Length];
        var isTurned = false;
        for (var i = 0; i < tidy.Length; i++)
        {
            tidy[i] = NativeAngle.Tidy(angles[i], out var turns);
            isTurned |= turns != 0;
        }
        if (isTurned && Phase(gate, angles, tidy) is var difference && condition is null)
            AddPhase(difference);
        builder.Add(gate, tidy, qubits, condition);
    }

    public Circuit Build() => builder.GlobalPhase(NativeAngle.Tidy(_phase, out _)).Build();

    /// <summary>The phase by which a gate changes with full turns taken off its angles: 0 or π, whatever the symbols are.</summary>
    private static double Phase(Gate gate, ReadOnlySpan<Angle> before, ReadOnlySpan<Angle> after)
    {
        var (old, tidy) = (gate.Matrix(Constants(before)), gate.Matrix(Constants(after)));
        var size = 1 << gate.QubitCount;
        var overlap = Complex.Zero;
        for (var r = 0; r < size; r++)
            for (var c = 0; c < size; c++)
                overlap += Complex.Conjugate(tidy[r, c]) * old[r, c];
        if (Math.Abs(overlap.Real * overlap.Real + overlap.Imaginary * overlap.Imaginary - size * size) > 1e-9)
            throw new InvalidOperationException($"Bug in QmlBench: gate '{gate.Name}' is another one a full turn on.");
        return Math.Round(Elementary.Atan2(overlap.Imaginary, overlap.Real) / Math.PI) * Math.PI;
    }

    /// <summary>The angles with 0 for every symbol.</summary>
    private static double[] Constants(ReadOnlySpan<Angle> angles)
    {
        var values = new double[angles.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = angles[i].IsAffine ? angles[i].Offset : 0;
        return values;
    }
}
