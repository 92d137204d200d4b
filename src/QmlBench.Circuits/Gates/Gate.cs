using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Circuits.Gates;

/// <summary>A unitary gate: one of the catalogue (<see cref="StandardGates"/>), or one defined by a circuit.</summary>
/// <remarks>Immutable and shared. The gates of the catalogue are equal only to themselves; a defined gate equals another of the same name
/// with the same body.</remarks>
public sealed class Gate : IEquatable<Gate>
{
    // Beyond this the catalogue has no Clifford gates, and the search over Pauli strings grows as 64ⁿ.
    private const int MostCliffordQubits = 3;
    private const int MostControls = 8;
    private readonly GateFacts _facts;
    private readonly Lazy<Circuit?> _definition;

    internal Gate(GateFacts facts)
    {
        _facts = facts;
        IsStandard = true;
        _definition = new Lazy<Circuit?>(BuildDefinition);
        Identity = facts.Name;
    }

    private Gate(GateFacts facts, Circuit body)
    {
        _facts = facts;
        _definition = new Lazy<Circuit?>(body);
        Identity = facts.Name + "\n" + body.ContentHash;
    }

    /// <summary>OpenQASM name.</summary>
    public string Name => _facts.Name;

    /// <summary>Number of qubits it acts on.</summary>
    public int QubitCount => _facts.QubitCount;

    /// <summary>Number of angles it takes.</summary>
    public int ParameterCount => _facts.ParameterCount;

    /// <summary>True for the gates of <see cref="StandardGates"/>.</summary>
    public bool IsStandard { get; }

    /// <summary>True if the matrix is diagonal for all angles.</summary>
    public bool IsDiagonal => _facts.Traits.HasFlag(GateTraits.Diagonal);

    /// <summary>True if the gate is its own inverse for all angles.</summary>
    public bool IsSelfInverse => _facts.Traits.HasFlag(GateTraits.SelfInverse);

    /// <summary>True if exchanging any two operands changes nothing, for all angles. False for a gate on one qubit.</summary>
    public bool IsSymmetric => _facts.Traits.HasFlag(GateTraits.Symmetric);

    /// <summary>True if the matrix is Hermitian for all angles.</summary>
    public bool IsHermitian => _facts.Traits.HasFlag(GateTraits.Hermitian);

    /// <summary>Generator of a gate of one angle that is exp(−i θ/2 · G); null for the others.</summary>
    public GateGenerator? Generator => _facts.Generator;

    /// <summary>The decomposition into simpler gates over <see cref="QubitCount"/> qubits and <see cref="ParameterCount"/> parameters, with
    /// the exact global phase; null only for the primitives <see cref="StandardGates.U"/> and <see cref="StandardGates.CX"/>.</summary>
    public Circuit? Definition => _definition.Value;

    /// <summary>The gate this one controls, or null if it is not a controlled gate of the catalogue.</summary>
    public Gate? ControlledGate => _facts.Control?.Base();

    /// <summary>Number of control operands, which come first; 0 if <see cref="ControlledGate"/> is null.</summary>
    public int ControlCount => _facts.Control?.Controls ?? 0;

    /// <summary>What tells this gate from every other: the name, for defined gates with the hash of the body.</summary>
    internal string Identity { get; }

    /// <summary>A gate defined by a circuit.</summary>
    /// <param name="name">Name of the gate.</param>
    /// <param name="parameters">Names of its angles in order. Every parameter of the body must be among them.</param>
    /// <param name="body">Gates and barriers only; the global phase counts.</param>
    /// <exception cref="ArgumentException">The body has other parameters, measurements, resets, conditions or delays.</exception>
    public static Gate Define(string name, IReadOnlyList<string> parameters, Circuit body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parameters);
        Circuit definition = GateBody.Prepare(name, parameters, body);
        return new Gate(GateBody.Facts(name, definition), definition);
    }

    /// <summary>The matrix, 2ᵏ × 2ᵏ, with the first operand as least significant bit.</summary>
    /// <param name="angles">Values of the angles in radians.</param>
    /// <exception cref="ArgumentException">Another number of angles than <see cref="ParameterCount"/>.</exception>
    public ComplexMatrix Matrix(ReadOnlySpan<double> angles)
    {
        int dimension = 1 << QubitCount;
        return new ComplexMatrix(dimension, dimension, RawMatrix(angles));
    }

    /// <summary>The inverse as one gate of the catalogue where there is one, else as a defined gate.</summary>
    /// <param name="angles">Angles of this gate.</param>
    /// <exception cref="ArgumentException">Another number of angles than <see cref="ParameterCount"/>.</exception>
    public (Gate Gate, Angle[] Angles) Inverse(ReadOnlySpan<Angle> angles)
    {
        CheckCount(angles.Length);
        if (_facts.Inverse is not null) return _facts.Inverse(angles);
        return IsSelfInverse ? (this, angles.ToArray()) : (GateBody.InverseOf(this), angles.ToArray());
    }

    /// <summary>This gate under more controls: the catalogue's where there is one, else a defined gate. The controls are the first
    /// operands; the angles stay.</summary>
    /// <param name="controls">Number of controls added, 1 to 8.</param>
    public Gate Controlled(int controls = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(controls, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(controls, MostControls);
        Gate gate = this;
        for (; controls > 0; controls--) gate = PlacedGate.CatalogueControl(gate) ?? GateBody.Controlled(gate);
        return gate;
    }

    /// <summary>The principal power of the gate at given angles (eigenphases in (−π, π] times the exponent), as a circuit with its exact
    /// phase.</summary>
    /// <param name="exponent">Any whole number up to ±1000; any real one for gates up to 4 qubits.</param>
    /// <param name="angles">Values of the angles in radians.</param>
    /// <exception cref="ArgumentException">Another number of angles than <see cref="ParameterCount"/>, or the power is out of these bounds.
    /// </exception>
    public Circuit Power(double exponent, ReadOnlySpan<double> angles)
    {
        CheckCount(angles.Length);
        var constants = new Angle[angles.Length];
        for (int i = 0; i < constants.Length; i++) constants[i] = angles[i];
        return GateSequence.Of(this, constants, Angle.Zero).Power(exponent)?.ToCircuit([])
            ?? throw new ArgumentException(
                $"The power {exponent} of gate '{Name}' is not to be had; whole powers go to ±1000, real ones to 4 qubits.",
                nameof(exponent));
    }

    /// <summary>Whether the gate maps Pauli operators to Pauli operators at these angles (within 1e-12).</summary>
    /// <exception cref="ArgumentException">Another number of angles than <see cref="ParameterCount"/>.</exception>
    public bool IsClifford(ReadOnlySpan<double> angles) => FindCliffordAction(angles) is not null;

    /// <summary>What the gate does to Pauli operators at these angles; null if it is not Clifford there.</summary>
    /// <exception cref="ArgumentException">Another number of angles than <see cref="ParameterCount"/>.</exception>
    public CliffordAction? FindCliffordAction(ReadOnlySpan<double> angles) =>
        QubitCount > MostCliffordQubits ? null : CliffordAction.Find(RawMatrix(angles), QubitCount);

    /// <inheritdoc/>
    public bool Equals(Gate? other) =>
        ReferenceEquals(this, other)
        || (other is not null && !IsStandard && !other.IsStandard && ParameterCount == other.ParameterCount && Identity == other.Identity);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Gate);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The matrix as a row-major array, which the caller must not change.</summary>
    internal Complex[] RawMatrix(ReadOnlySpan<double> angles)
    {
        CheckCount(angles.Length);
        return _facts.Matrix(angles);
    }

    private void CheckCount(int count)
    {
        if (count != ParameterCount)
            throw new ArgumentException($"Gate '{Name}' takes {ParameterCount} angles, but got {count}.");
    }

    private Circuit? BuildDefinition()
    {
        if (_facts.Definition is null) return null;
        var builder = new CircuitBuilder(QubitCount);
        var angles = new Angle[ParameterCount];
        for (int i = 0; i < angles.Length; i++) angles[i] = builder.Parameter($"a{i}");
        _facts.Definition(builder, angles);
        return builder.Build();
    }
}
