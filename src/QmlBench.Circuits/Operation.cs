using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>A view of one operation of a <see cref="Circuit"/>; looking at it allocates nothing.</summary>
public readonly ref struct Operation
{
    private readonly Gate? _gate;
    private readonly DelayTime _delay;

    internal Operation(OperationKind kind, Gate? gate, ReadOnlySpan<int> qubits, ReadOnlySpan<Angle> angles)
    {
        Kind = kind;
        _gate = gate;
        Qubits = qubits;
        Angles = angles;
        Clbit = -1;
    }

    /// <summary>What the operation is.</summary>
    public OperationKind Kind { get; }

    /// <summary>The gate, of an operation of kind <see cref="OperationKind.Gate"/>.</summary>
    /// <exception cref="InvalidOperationException">The operation is not a gate.</exception>
    public Gate Gate => _gate ?? throw new InvalidOperationException($"A {Kind} operation has no gate.");

    /// <summary>The qubits, in the order of the gate's operands; all different.</summary>
    public ReadOnlySpan<int> Qubits { get; }

    /// <summary>The gate's angles; empty for everything but gates.</summary>
    public ReadOnlySpan<Angle> Angles { get; }

    /// <summary>The classical bit that a measurement writes; −1 for other kinds.</summary>
    public int Clbit { get; internal init; }

    /// <summary>Condition under which the operation happens, or null: always.</summary>
    public Condition? Condition { get; internal init; }

    /// <summary>Length of a delay.</summary>
    /// <exception cref="InvalidOperationException">The operation is not a delay.</exception>
    public DelayTime Delay
    {
        get => Kind == OperationKind.Delay ? _delay : throw new InvalidOperationException($"A {Kind} operation has no delay.");
        internal init => _delay = value;
    }

    /// <summary>True if the operation is the given gate.</summary>
    public bool Is(Gate gate) => ReferenceEquals(_gate, gate) || (_gate is not null && _gate.Equals(gate));
}
