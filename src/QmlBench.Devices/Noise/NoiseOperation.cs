using QmlBench.Numerics.Algebra;

namespace QmlBench.Devices.Noise;

/// <summary>One channel of a recipe.</summary>
public abstract record NoiseOperation
{
    private protected NoiseOperation()
    {
    }

    /// <summary>Operands of the gate it acts on, counted from 0, in the order of its own qubits; empty for all: together where it is
    /// defined for that many qubits, each alone where it is a channel of one qubit.</summary>
    public ValueList<int> On { get; init; }

    /// <summary>Whether it acts on each operand alone (<c>on: each</c>).</summary>
    public bool Each { get; init; }

    /// <summary>The key that profiles write.</summary>
    public abstract string Keyword { get; }

    /// <summary>Number of qubits it is defined for; null for any number.</summary>
    public abstract int? Arity { get; }

    /// <summary>The operand lists on which the operation acts, one after the other, for a place of so many operands.</summary>
    /// <param name="operands">Number of operands of the place.</param>
    /// <returns>Positions among the operands.</returns>
    public IEnumerable<ValueList<int>> Targets(int operands)
    {
        if (!On.IsEmpty)
            return [On];
        if (Each || (Arity == 1 && operands > 1))
            return Enumerable.Range(0, operands).Select(o => new ValueList<int>([o]));
        return [[.. Enumerable.Range(0, operands)]];
    }
}

/// <summary><c>depolarizing</c>.</summary>
/// <param name="Strength">How strong.</param>
public sealed record DepolarizingOperation(DepolarizingStrength Strength) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "depolarizing";

    /// <inheritdoc/>
    public override int? Arity => null;
}

/// <summary><c>pauli</c>: Pauli operators with probabilities, the identity with the rest.</summary>
/// <param name="Terms">Pauli string, last letter on the first operand, and probability; as written.</param>
public sealed record PauliOperation(ValueList<PauliWeight> Terms) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "pauli";

    /// <inheritdoc/>
    public override int? Arity => Terms.IsEmpty ? null : Terms[0].Pauli.Length;
}

/// <summary><c>amplitude_damping</c>: decay with probability γ towards a population of |1⟩.</summary>
/// <param name="Gamma">γ.</param>
/// <param name="Population">Population of |1⟩ at equilibrium.</param>
public sealed record AmplitudeDampingOperation(double Gamma, double Population) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "amplitude_damping";

    /// <inheritdoc/>
    public override int? Arity => 1;
}

/// <summary><c>phase_damping</c>: coherence scaled by √(1−γ).</summary>
/// <param name="Gamma">γ.</param>
public sealed record PhaseDampingOperation(double Gamma) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "phase_damping";

    /// <inheritdoc/>
    public override int? Arity => 1;
}

/// <summary><c>relaxation</c>: thermal relaxation with given times.</summary>
/// <param name="T1">T1 in seconds; null for infinite.</param>
/// <param name="T2">T2 in seconds, at most 2·T1; null for 2·T1.</param>
/// <param name="Time">Duration in seconds.</param>
/// <param name="Population">Population of |1⟩ at equilibrium.</param>
public sealed record RelaxationOperation(double? T1, double? T2, double Time, double Population) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "relaxation";

    /// <inheritdoc/>
    public override int? Arity => 1;
}

/// <summary><c>over_rotation</c>: the gate turns further about its own axis (<see cref="RotationAxis"/>).</summary>
/// <param name="Angle">Angle in radians.</param>
public sealed record OverRotationOperation(double Angle) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "over_rotation";

    /// <inheritdoc/>
    public override int? Arity => null;
}

/// <summary><c>rotation</c>: exp(−i/2 Σ angle·P).</summary>
/// <param name="Terms">Pauli string, last letter on the first operand, and angle in radians; as written.</param>
public sealed record RotationOperation(ValueList<PauliWeight> Terms) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "rotation";

    /// <inheritdoc/>
    public override int? Arity => Terms.IsEmpty ? null : Terms[0].Pauli.Length;
}

/// <summary><c>unitary</c>: ρ → UρU†.</summary>
/// <param name="Matrix">U, first operand least significant.</param>
public sealed record UnitaryOperation(ComplexMatrix Matrix) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "unitary";

    /// <inheritdoc/>
    public override int? Arity => NoiseShapes.Qubits(Matrix.Rows);
}

/// <summary><c>kraus</c>: ρ → Σ KρK†.</summary>
/// <param name="Operators">The operators, first operand least significant; at least one, all of one size.</param>
public sealed record KrausOperation(ValueList<ComplexMatrix> Operators) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "kraus";

    /// <inheritdoc/>
    public override int? Arity => Operators.IsEmpty ? null : NoiseShapes.Qubits(Operators[0].Rows);
}

/// <summary><c>transfer_matrix</c>: R_ij = Tr(P_i E(P_j))/2ᵏ, Pauli index Σ digit·4^q with I, X, Y, Z = 0, 1, 2, 3.</summary>
/// <param name="Entries">4ᵏ × 4ᵏ entries, row by row.</param>
public sealed record TransferMatrixOperation(ValueList<double> Entries) : NoiseOperation
{
    /// <inheritdoc/>
    public override string Keyword => "transfer_matrix";

    /// <inheritdoc/>
    public override int? Arity => NoiseShapes.Qubits(NoiseShapes.Side(Entries.Count)) / 2;
}

/// <summary>A Pauli string with a number: a probability or an angle.</summary>
/// <param name="Pauli">Letters I, X, Y, Z, the last one on the first operand.</param>
/// <param name="Value">The number.</param>
public sealed record PauliWeight(string Pauli, double Value);
