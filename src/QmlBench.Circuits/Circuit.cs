using System.Collections.Immutable;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Circuits;

/// <summary>
/// An immutable quantum circuit: a list of operations on qubits and classical bits, with symbolic parameters and a global phase.
/// </summary>
/// <remarks>
/// Qubit 0 is the least significant bit. Operations are stored in flat arrays (16 bytes each, and 4 a qubit and 16 an angle) and looked
/// at through <see cref="Operation"/>. Circuits are made by a <see cref="CircuitBuilder"/>; equal content has an equal
/// <see cref="ContentHash"/>. Registers name bits for people and texts; they have no part in equality.
/// </remarks>
public sealed class Circuit : IEquatable<Circuit>
{
    private readonly CircuitBody _body;
    private string? _contentHash;
    private WireIndex? _wires;

    internal Circuit(CircuitBody body) => _body = body;

    /// <summary>Number of qubits; for a physical circuit the highest device qubit + 1.</summary>
    public int QubitCount => _body.QubitCount;

    /// <summary>Number of classical bits.</summary>
    public int ClbitCount => _body.ClbitCount;

    /// <summary>Number of operations.</summary>
    public int Count => _body.Codes.Length - 1;

    /// <summary>Names of the parameters in order of declaration; values are always given in this order.</summary>
    public ImmutableArray<string> Parameters => _body.Parameters;

    /// <summary>Phase φ of the factor e^{iφ} on the whole circuit, in radians.</summary>
    public Angle GlobalPhase => _body.GlobalPhase;

    /// <summary>Named runs of qubits, which cover all qubits in order; empty for a physical circuit.</summary>
    public ImmutableArray<Register> QubitRegisters => _body.QubitRegisters;

    /// <summary>Named runs of classical bits, which cover all of them in order.</summary>
    public ImmutableArray<Register> ClbitRegisters => _body.ClbitRegisters;

    /// <summary>True if qubit k is qubit k of a device (<c>$k</c> in a text): the circuit is already laid out.</summary>
    public bool IsPhysical => _body.IsPhysical;

    /// <summary>SHA-256 of a canonical encoding, as 64 lower-case hexadecimal digits; computed once.</summary>
    /// <remarks>Covers everything but the names of registers.</remarks>
    public string ContentHash => _contentHash ??= CircuitEncoding.Hash(this);

    /// <summary>Next and previous operation on every wire; computed on first use.</summary>
    public WireIndex Wires => _wires ??= new WireIndex(this);

    /// <summary>True if anything is measured.</summary>
    public bool HasMeasurements => CountOf(OperationKind.Measure) > 0;

    /// <summary>True if the circuit is more than gates, then final measurements: it has a reset, a condition, a second measurement into
    /// one classical bit, or an operation other than a barrier on a qubit that was measured before.</summary>
    public bool HasMidCircuit => CircuitFacts.HasMidCircuit(this);

    /// <summary>Number of gates on exactly two qubits.</summary>
    public int TwoQubitGateCount => CircuitFacts.GatesOn(this, 2);

    /// <summary>Number of gates on exactly one qubit.</summary>
    public int OneQubitGateCount => CircuitFacts.GatesOn(this, 1);

    internal CircuitBody Body => _body;

    /// <summary>The operation at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside.</exception>
    public Operation this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"The circuit has {Count} operations.");
            OperationCode code = _body.Codes[index];
            OperationCode next = _body.Codes[index + 1];
            int condition = _body.ConditionOf is null ? -1 : _body.ConditionOf[index];
            return new Operation(
                code.Kind,
                code.Kind == OperationKind.Gate ? _body.Gates[code.Gate] : null,
                _body.Qubits.AsSpan(code.QubitStart, next.QubitStart - code.QubitStart),
                _body.Angles.AsSpan(code.AngleStart, next.AngleStart - code.AngleStart))
            {
                Clbit = code.Kind == OperationKind.Measure ? code.Extra : -1,
                Delay = code.Kind == OperationKind.Delay ? _body.Delays[code.Extra] : default,
                Condition = condition < 0 ? null : _body.Conditions[condition],
            };
        }
    }

    /// <summary>An empty builder.</summary>
    /// <param name="qubits">Number of qubits, 0 or more.</param>
    /// <param name="clbits">Number of classical bits.</param>
    public static CircuitBuilder Builder(int qubits, int clbits = 0) => new(qubits, clbits);

    /// <summary>This circuit, then another on the same qubits and classical bits. Parameters are merged by name.</summary>
    /// <exception cref="ArgumentException">The other circuit has more qubits or classical bits.</exception>
    public Circuit Then(Circuit next) => CircuitComposition.Then(this, next, default);

    /// <summary>This circuit, then another whose qubit <c>i</c> is qubit <c>qubits[i]</c> of this one.</summary>
    /// <exception cref="ArgumentException">Wrong number of qubits, one named twice, or the other circuit has more classical
    /// bits.</exception>
    public Circuit Then(Circuit next, ReadOnlySpan<int> qubits)
    {
        ArgumentNullException.ThrowIfNull(next);
        return qubits.Length == next.QubitCount
            ? CircuitComposition.Then(this, next, qubits)
            : throw new ArgumentException($"The circuit has {next.QubitCount} qubits, but {qubits.Length} places are given.",
                nameof(qubits));
    }

    /// <summary>The inverse: inverse gates in reverse order, the global phase negated; barriers and delays stay at their place.</summary>
    /// <exception cref="InvalidOperationException">The circuit has a measurement, a reset or a condition.</exception>
    public Circuit Inverse() => CircuitComposition.Inverse(this);

    /// <summary>The circuit with a number for every parameter; the result has no parameters.</summary>
    /// <param name="values">Values in the order of <see cref="Parameters"/>.</param>
    /// <exception cref="ArgumentException">Another number of values than parameters.</exception>
    public Circuit Bind(ReadOnlySpan<double> values) => CircuitComposition.Bind(this, values);

    /// <summary>The circuit with numbers for some parameters; the others stay, in their order.</summary>
    /// <exception cref="ArgumentException">A name is not a parameter of the circuit.</exception>
    public Circuit BindSome(IReadOnlyDictionary<string, double> values) => CircuitComposition.BindSome(this, values);

    /// <summary>The circuit with every gate that is not to be kept replaced by its definition, again and again; the primitives
    /// <see cref="StandardGates.U"/> and <see cref="StandardGates.CX"/> always stay.</summary>
    /// <param name="keep">Whether a gate stays as it is.</param>
    public Circuit Expand(Func<Gate, bool> keep) => CircuitExpansion.Expand(this, keep);

    /// <summary>The circuit with gates of the catalogue only: every defined gate is replaced by its definition.</summary>
    public Circuit ExpandDefined() => CircuitExpansion.Expand(this, static gate => gate.IsStandard);

    /// <summary>For each operation whether it is a measurement without condition after which nothing happens on its qubit or to its bit
    /// (barriers aside): of two measurements of one qubit, or into one bit, only the last can be.</summary>
    public ImmutableArray<bool> FinalMeasurements() => [.. CircuitComposition.FinalMeasurements(this)];

    /// <summary>The circuit without the measurements after which nothing happens on their qubit (barriers aside). The classical bits
    /// stay declared.</summary>
    public Circuit WithoutFinalMeasurements() => CircuitComposition.WithoutFinalMeasurements(this);

    /// <summary>The circuit with qubit <c>i</c> renamed to <c>newIndexOfOld[i]</c> on <paramref name="qubitCount"/> qubits.</summary>
    /// <param name="newIndexOfOld">New index per old qubit, all different.</param>
    /// <param name="qubitCount">Number of qubits of the result.</param>
    /// <param name="physical">True if the new indices are qubits of a device.</param>
    public Circuit MapQubits(ReadOnlySpan<int> newIndexOfOld, int qubitCount, bool physical = false) =>
        CircuitComposition.MapQubits(this, newIndexOfOld, qubitCount, physical);

    /// <summary>The matrix of the circuit, 2ⁿ × 2ⁿ, global phase included; for verification on few qubits.</summary>
    /// <param name="values">Values of the parameters.</param>
    /// <exception cref="InvalidOperationException">The circuit is not unitary, or has more than 13 qubits.</exception>
    public ComplexMatrix Unitary(ReadOnlySpan<double> values) => CircuitUnitary.Of(this, values);

    /// <summary>Length of the longest chain of operations that share a qubit or classical bit; barriers and delays order, but do not
    /// count.</summary>
    public int Depth() => CircuitFacts.Depth(this, 1);

    /// <summary>Depth that counts only gates on at least so many qubits.</summary>
    /// <param name="leastQubits">2 gives the two-qubit depth.</param>
    public int Depth(int leastQubits) => CircuitFacts.Depth(this, leastQubits);

    /// <summary>Number of operations that are the given gate.</summary>
    public int CountOf(Gate gate) => CircuitFacts.CountOf(this, gate);

    /// <summary>Number of operations of a kind.</summary>
    public int CountOf(OperationKind kind) => CircuitFacts.CountOf(this, kind);

    /// <summary>Qubits that an operation other than a barrier touches, ascending.</summary>
    public ImmutableArray<int> ActiveQubits() => CircuitFacts.ActiveQubits(this);

    /// <summary>Equality of content: everything but the names of registers.</summary>
    public bool Equals(Circuit? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && ContentHash == other.ContentHash);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Circuit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(QubitCount, ClbitCount, Count);

    /// <summary>A line about the circuit for messages.</summary>
    public override string ToString() =>
        $"circuit of {QubitCount} qubits, {ClbitCount} classical bits, {Count} operations, {Parameters.Length} parameters";
}
