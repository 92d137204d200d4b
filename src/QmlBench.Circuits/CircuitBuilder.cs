using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>Builds a <see cref="Circuit"/> operation by operation. Mutable, fluent, for one thread.</summary>
/// <remarks>Every call checks its operands at once: qubits inside the circuit and different from one another, as many angles as the
/// gate has, parameters declared. <see cref="Build"/> may be called more than once.</remarks>
public sealed partial class CircuitBuilder
{
    private readonly List<OperationCode> _codes = [];
    private readonly List<int> _qubits = [];
    private readonly List<Angle> _angles = [];
    private readonly List<Gate> _gates = [];
    private readonly Dictionary<Gate, ushort> _gateIndex = [];
    private readonly List<DelayTime> _delays = [];
    private readonly List<Condition> _conditions = [];
    private readonly Dictionary<Condition, int> _conditionIndex = [];
    private readonly List<int> _conditionOf = [];
    private readonly List<string> _parameters = [];
    private readonly Dictionary<string, int> _parameterIndex = [];
    private readonly List<Register> _qubitRegisters = [];
    private readonly List<Register> _clbitRegisters = [];
    private Angle _globalPhase;
    private bool _isPhysical;

    /// <summary>An empty circuit with one register <c>q</c> and, if there are classical bits, one register <c>c</c>.</summary>
    /// <param name="qubits">Number of qubits, 0 or more.</param>
    /// <param name="clbits">Number of classical bits, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public CircuitBuilder(int qubits, int clbits = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(qubits);
        ArgumentOutOfRangeException.ThrowIfNegative(clbits);
        if (qubits > 0) AddQubitRegister("q", qubits);
        if (clbits > 0) AddClbitRegister("c", clbits);
    }

    /// <summary>Number of qubits so far.</summary>
    public int QubitCount { get; private set; }

    /// <summary>Number of classical bits so far.</summary>
    public int ClbitCount { get; private set; }

    /// <summary>Number of operations so far.</summary>
    public int Count => _codes.Count;

    /// <summary>Adds a named run of qubits after those already there.</summary>
    /// <returns>The new register; its <see cref="Register.Offset"/> is the index of its first qubit.</returns>
    public Register AddQubitRegister(string name, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var register = new Register(name, QubitCount, size);
        _qubitRegisters.Add(register);
        QubitCount += size;
        return register;
    }

    /// <summary>Adds a named run of classical bits after those already there.</summary>
    /// <returns>The new register; its <see cref="Register.Offset"/> is the index of its first bit.</returns>
    public Register AddClbitRegister(string name, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var register = new Register(name, ClbitCount, size);
        _clbitRegisters.Add(register);
        ClbitCount += size;
        return register;
    }

    /// <summary>Says that qubit indices are qubits of a device; the circuit then has no qubit registers.</summary>
    public CircuitBuilder Physical()
    {
        _isPhysical = true;
        _qubitRegisters.Clear();
        return this;
    }

    /// <summary>The parameter of that name as an angle; declares it on first use.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Angle Parameter(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_parameterIndex.TryGetValue(name, out int index))
        {
            index = _parameters.Count;
            _parameterIndex.Add(name, index);
            _parameters.Add(name);
        }

        return Angle.Parameter(index);
    }

    /// <summary>Adds a gate.</summary>
    /// <param name="gate">A gate of the catalogue or a defined one.</param>
    /// <param name="angles">As many angles as the gate has parameters.</param>
    /// <param name="qubits">As many qubits as the gate acts on, all different.</param>
    /// <param name="condition">Condition under which the gate is applied; null: always.</param>
    /// <exception cref="ArgumentException">Wrong numbers of angles or qubits, a qubit twice, an undeclared parameter or classical bit.
    /// </exception>
    public CircuitBuilder Add(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<int> qubits, Condition? condition = null)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (qubits.Length != gate.QubitCount)
            throw new ArgumentException($"Gate '{gate.Name}' takes {gate.QubitCount} qubits, but got {qubits.Length}.", nameof(qubits));
        if (angles.Length != gate.ParameterCount)
            throw new ArgumentException($"Gate '{gate.Name}' takes {gate.ParameterCount} angles, but got {angles.Length}.", nameof(angles));
        foreach (Angle angle in angles) CheckParameters(angle);
        ushort index = IndexOf(gate);
        Append(OperationKind.Gate, index, qubits, -1, condition);
        _angles.AddRange(angles);
        return this;
    }

    /// <summary>Multiplies the whole circuit by e^{iφ}.</summary>
    /// <param name="phase">φ in radians, added to the phase so far.</param>
    public CircuitBuilder GlobalPhase(Angle phase)
    {
        CheckParameters(phase);
        _globalPhase += phase;
        return this;
    }

    /// <summary>Measures a qubit into a classical bit.</summary>
    public CircuitBuilder Measure(int qubit, int clbit, Condition? condition = null)
    {
        CheckClbit(clbit);
        return Append(OperationKind.Measure, 0, [qubit], clbit, condition);
    }

    /// <summary>Measures every qubit <c>i</c> into classical bit <c>i</c>; bits that are missing are added to a register
    /// <c>meas</c>.</summary>
    public CircuitBuilder MeasureAll()
    {
        if (ClbitCount < QubitCount) AddClbitRegister(ClbitCount == 0 ? "c" : "meas", QubitCount - ClbitCount);
        for (int qubit = 0; qubit < QubitCount; qubit++) Measure(qubit, qubit);
        return this;
    }

    /// <summary>Sets a qubit to |0⟩.</summary>
    public CircuitBuilder Reset(int qubit, Condition? condition = null) => Append(OperationKind.Reset, 0, [qubit], -1, condition);

    /// <summary>Lets one qubit wait.</summary>
    /// <exception cref="ArgumentException">The time is negative or not finite.</exception>
    public CircuitBuilder Delay(DelayTime time, int qubit, Condition? condition = null) => Delay(time, [qubit], condition);

    /// <summary>Lets qubits wait together.</summary>
    /// <exception cref="ArgumentException">The time is negative or not finite.</exception>
    public CircuitBuilder Delay(DelayTime time, ReadOnlySpan<int> qubits, Condition? condition = null)
    {
        if (!double.IsFinite(time.Value) || time.Value < 0.0)
            throw new ArgumentException($"A delay lasts a finite time, not less than 0; this one is {time.Value}.", nameof(time));
        Append(OperationKind.Delay, 0, qubits, _delays.Count, condition);
        _delays.Add(time);
        return this;
    }

    /// <summary>Adds a barrier across the qubits given, or across all if none is given.</summary>
    public CircuitBuilder Barrier(params ReadOnlySpan<int> qubits)
    {
        if (qubits.Length > 0) return Append(OperationKind.Barrier, 0, qubits, -1, null);
        if (QubitCount == 0) return this;
        int[] all = new int[QubitCount];
        for (int i = 0; i < all.Length; i++) all[i] = i;
        return Append(OperationKind.Barrier, 0, all, -1, null);
    }

    /// <summary>The circuit built so far; the builder may go on.</summary>
    public Circuit Build() => new(new CircuitBody
    {
        QubitCount = QubitCount,
        ClbitCount = ClbitCount,
        Codes = [.. _codes, new OperationCode(OperationKind.Barrier, 0, _qubits.Count, _angles.Count, -1)],
        Qubits = [.. _qubits],
        Angles = [.. _angles],
        Gates = [.. _gates],
        Delays = [.. _delays],
        Conditions = [.. _conditions],
        ConditionOf = _conditions.Count == 0 ? null : [.. _conditionOf],
        Parameters = [.. _parameters],
        GlobalPhase = _globalPhase,
        QubitRegisters = [.. _qubitRegisters],
        ClbitRegisters = [.. _clbitRegisters],
        IsPhysical = _isPhysical,
    });

    private CircuitBuilder Append(OperationKind kind, ushort gate, ReadOnlySpan<int> qubits, int extra, Condition? condition)
    {
        CheckQubits(qubits);
        int conditionIndex = condition is null ? -1 : IndexOf(condition);
        _codes.Add(new OperationCode(kind, gate, _qubits.Count, _angles.Count, extra));
        _conditionOf.Add(conditionIndex);
        _qubits.AddRange(qubits);
        return this;
    }
}
