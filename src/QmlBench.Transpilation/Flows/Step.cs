using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Binding;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Flows;

/// <summary>One operation while it is compiled. Gates have lost their names: what counts is the matrix, or the angle of an rz or
/// rzz.</summary>
/// <param name="Qubits">The wires, in order of the operands; never written to.</param>
internal abstract record Step(int[] Qubits)
{
    /// <summary>Classical condition, or null.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Whether the step needs its two wires adjacent.</summary>
    public virtual bool IsPair => Qubits.Length == 2;

    /// <summary>Whether it is a unitary without condition, which passes may merge and move.</summary>
    public virtual bool IsFree => Condition is null;

    public Step On(params int[] qubits) => this with { Qubits = qubits };

    /// <summary>The step with numbers for its symbols.</summary>
    public virtual Step Bind(double[] values) => this;
}

/// <summary>A one-qubit unitary with numbers.</summary>
internal sealed record LocalStep(int[] Qubits, Matrix2 Unitary) : Step(Qubits);

/// <summary>rz with a symbolic angle.</summary>
internal sealed record TurnStep(int[] Qubits, Angle Angle) : Step(Qubits)
{
    public override Step Bind(double[] values) => new LocalStep(Qubits, Matrix2.RZ(Angle.Evaluate(values))) { Condition = Condition };
}

/// <summary>A run of one-qubit unitaries with symbolic angles, multiplied together anew for every row.</summary>
internal sealed record FusedStep(int[] Qubits, FusedRun Run) : Step(Qubits)
{
    public override Step Bind(double[] values) => new LocalStep(Qubits, Run.Product(values));
}

/// <summary>A two-qubit unitary with numbers; the first wire is the least significant bit.</summary>
internal sealed record PairStep(int[] Qubits, Matrix4 Unitary) : Step(Qubits)
{
    /// <summary>Interaction coordinates and local factors; computed once for all steps that share the matrix.</summary>
    public WeylDecomposition Weyl => Unitary.Weyl;

    /// <summary>How many gates of the CX class it takes: 0 to 3.</summary>
    public int Cost => TwoQubitSynthesiser.Uses(Weyl);
}

/// <summary>rzz with a symbolic angle: exp(−iθ/2 · ZZ).</summary>
internal sealed record PairTurnStep(int[] Qubits, Angle Angle) : Step(Qubits)
{
    public override Step Bind(double[] values) =>
        new PairStep(Qubits, WeylDecomposition.Canonical(0, 0, -0.5 * Angle.Evaluate(values))) { Condition = Condition };
}

/// <summary>A gate of the target, kept as written or chosen by synthesis.</summary>
internal sealed record GateStep(int[] Qubits, Gate Gate, Angle[] Angles) : Step(Qubits);

/// <summary>An operation of the source that is no gate: measurement, reset, delay, barrier.</summary>
/// <remarks><see cref="Origin"/> is its index in the source circuit.</remarks>
internal sealed record FixedStep(int[] Qubits, int Origin) : Step(Qubits)
{
    public override bool IsPair => false;

    public override bool IsFree => false;
}
