using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>Runs the input and the compiled circuit on random product states and compares the final states at the final layout.</summary>
/// <remarks>
/// Both are run as they stand, gate matrices from the catalogue; parameters get random values. Measurements in the middle and resets get
/// the same random outcomes on both sides. Device qubits that hold no logical qubit start in |0⟩ and must end there. Without such
/// operations the global phase is compared too.
/// </remarks>
internal sealed class StateCheck
{
    public const int MostQubits = 20;
    private const int States = 3;

    /// <summary>Rounding and synthesis may err by this much per gate, in random directions.</summary>
    private const double GateTolerance = 1e-10;

    private readonly Circuit _source, _native;
    private readonly int[] _origins;
    private readonly ImmutableArray<int> _initial, _final;
    private readonly int[] _slotOfLogical, _slotOfDevice;
    private readonly int _logicalSlots;
    private readonly CompileDraft _draft;
    private (CheckProgram Source, CheckProgram Native)? _programs;

    public StateCheck(Circuit source, CompileDraft draft)
    {
        (_source, _draft, _native, _origins) = (source, draft, draft.Circuit, draft.Origins);
        (_initial, _final) = (draft.InitialLayout, draft.FinalLayout);
        (_slotOfLogical, _slotOfDevice) = (new int[source.QubitCount], new int[draft.Circuit.QubitCount]);
        Array.Fill(_slotOfLogical, -1);
        Array.Fill(_slotOfDevice, -1);
        _logicalSlots = AssignLogical();
        Slots = AssignRest(_logicalSlots);
    }

    /// <summary>Number of qubits a state needs.</summary>
    public int Slots { get; }

    /// <exception cref="InvalidOperationException">The compiled circuit is not the input: a fault of the compiler.</exception>
    public Equivalence Run(StreamKey key, bool upToDiagonal)
    {
        var tolerance = GateTolerance * Math.Sqrt(Math.Max(_source.Count, _native.Count) + 1);
        var worst = 0.0;
        for (var trial = 0; trial < States; trial++)
            worst = Math.Max(worst, Deviation(key.Derive("verify", trial).Open(), upToDiagonal));
        if (worst > tolerance)
            throw new InvalidOperationException($"Bug in QmlBench: the compiled circuit differs from its input by {worst}.");
        return new($"{States} random product states on {Slots} qubits", true, worst, tolerance);
    }

    private double Deviation(RandomStream stream, bool upToDiagonal)
    {
        var values = new double[_source.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = 2 * Math.PI * (stream.NextDouble() - 0.5);
        var product = CheckState.RandomProduct(_logicalSlots, stream);
        var outcomes = new Dictionary<int, bool>();
        CheckState expected = new(_logicalSlots, product), found = new(Slots, product);
        var (source, native) = Programs(values);
        source.Run(expected, _source.ClbitCount, outcomes, p => stream.NextDouble() < p);
        native.Run(found, _source.ClbitCount, outcomes,
            _ => throw new InvalidOperationException("Bug in QmlBench: an outcome without origin."));
        return Compare(expected, found, PhaseMatters() ? values : null, upToDiagonal);
    }

    /// <summary>Both circuits at the values; without parameters the same for every state.</summary>
    private (CheckProgram Source, CheckProgram Native) Programs(double[] values)
    {
        if (values.Length == 0 && _programs is { } made)
            return made;
        _programs = (CheckProgram.Of(_source, values, _slotOfLogical, _logicalSlots, _source.FinalMeasurements(), null),
            CheckProgram.Of(_native, _draft.Row(values), _slotOfDevice, Slots, MeasurementCheck.Final(_source, _native, _origins), _origins));
        return _programs.Value;
    }

    private bool PhaseMatters() => !_source.HasMidCircuit;

    /// <summary>The distance of the states as vectors, |found·e^(iφ) − expected| / |expected|: of first order in an error of a gate.</summary>
    /// <remarks>With diagonals dropped, the distance of the vectors of moduli; φ is the known difference of the global phases, or where
    /// outcomes were imposed the one that brings the states together.</remarks>
    private double Compare(CheckState expected, CheckState found, double[]? values, bool upToDiagonal)
    {
        var phase = values is null ? Aligned(expected, found) : Known(values);
        double norm = 0, square = Outside(found);
        for (var x = 0; x < expected.Amplitudes.Length; x++)
        {
            Complex here = expected.Amplitudes[x], there = found.Amplitudes[Place(x)];
            norm += Matrix2.SquaredAbs(here);
            if (upToDiagonal)
            {
                var difference = Math.Sqrt(Matrix2.SquaredAbs(there)) - Math.Sqrt(Matrix2.SquaredAbs(here));
                square += difference * difference;
            }
            else
                square += Matrix2.SquaredAbs(there * phase - here);
        }
        return Math.Sqrt(square / norm);
    }

    /// <summary>What both global phases make of the compiled state.</summary>
    private Complex Known(double[] values)
    {
        var (sin, cos) = Elementary.SinCos(_native.GlobalPhase.Evaluate(_draft.Row(values)) - _source.GlobalPhase.Evaluate(values));
        return new(cos, sin);
    }

    /// <summary>The phase that brings the compiled state nearest.</summary>
    private Complex Aligned(CheckState expected, CheckState found)
    {
        var overlap = Complex.Zero;
        for (var x = 0; x < expected.Amplitudes.Length; x++)
            overlap += expected.Amplitudes[x] * Complex.Conjugate(found.Amplitudes[Place(x)]);
        var length = Math.Sqrt(Matrix2.SquaredAbs(overlap));
        return length == 0 ? 1 : overlap / length;
    }

    /// <summary>Squared norm with a spare qubit not in |0⟩.</summary>
    private double Outside(CheckState found)
    {
        var logical = Place((1 << _logicalSlots) - 1);
        var sum = 0.0;
        for (var y = 0; y < found.Amplitudes.Length; y++)
            if ((y & ~logical) != 0)
                sum += Matrix2.SquaredAbs(found.Amplitudes[y]);
        return sum;
    }

    /// <summary>Index of a logical basis state in the compiled register, spare qubits in |0⟩.</summary>
    private int Place(int x)
    {
        var index = 0;
        for (var logical = 0; logical < _slotOfLogical.Length; logical++)
            if (_slotOfLogical[logical] >= 0)
                index |= (x >> _slotOfLogical[logical] & 1) << _slotOfDevice[_final[logical]];
        return index;
    }

    private int AssignLogical()
    {
        var sourceUses = Touched(_source);
        var nativeUses = Touched(_native);
        var slots = 0;
        for (var logical = 0; logical < _source.QubitCount; logical++)
            if (sourceUses[logical] || nativeUses[_initial[logical]] || nativeUses[_final[logical]] || _initial[logical] != _final[logical])
            {
                _slotOfDevice[_initial[logical]] = slots;
                _slotOfLogical[logical] = slots++;
            }
        return slots;
    }

    private int AssignRest(int slots)
    {
        var uses = Touched(_native);
        for (var logical = 0; logical < _source.QubitCount; logical++)
            uses[_final[logical]] |= _slotOfLogical[logical] >= 0;
        for (var device = 0; device < uses.Length; device++)
            if (uses[device] && _slotOfDevice[device] < 0)
                _slotOfDevice[device] = slots++;
        return slots;
    }

    private static bool[] Touched(Circuit circuit)
    {
        var touched = new bool[circuit.QubitCount];
        foreach (var qubit in circuit.ActiveQubits())
            touched[qubit] = true;
        return touched;
    }
}
