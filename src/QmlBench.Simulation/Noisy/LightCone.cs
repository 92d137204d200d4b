using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Simulation.Programs;

namespace QmlBench.Simulation.Noisy;

/// <summary>
/// The backward cone of what is asked of a circuit: the steps it depends on and the qubits they act on. Gates, noise and qubits outside
/// may be cut away without changing it.
/// </summary>
/// <remarks>
/// A step that keeps the trace and touches no qubit that is still asked for changes nothing that is asked for; a reset makes its qubit
/// independent of what came before; a measurement or a condition asks for the bits it reads. The cone of two questions together is the
/// union of their cones. Immutable.
/// </remarks>
public sealed class LightCone
{
    private const int Bits = 64;

    private readonly NoisyCircuit _circuit;
    private readonly ulong[] _steps;
    private readonly ulong[] _qubits;

    private LightCone(NoisyCircuit circuit, ulong[] steps, ulong[] qubits)
    {
        _circuit = circuit;
        _steps = steps;
        _qubits = qubits;
    }

    /// <summary>Number of qubits in the cone; 0 if nothing is asked.</summary>
    public int QubitCount => Count(_qubits);

    /// <summary>Number of steps in the cone.</summary>
    public int StepCount => Count(_steps);

    /// <summary>True if no qubit of the circuit lies outside.</summary>
    public bool HoldsAllQubits => QubitCount == _circuit.QubitCount;

    /// <summary>The qubits in the cone, ascending: qubit i of the cut circuit was number <c>Qubits[i]</c>.</summary>
    public ImmutableArray<int> Qubits => [.. Enumerable.Range(0, _circuit.QubitCount).Where(qubit => Holds(_qubits, qubit))];

    /// <summary>True if a state vector holds what is asked: see <see cref="NoisyCircuit.IsNoiseFree"/>.</summary>
    public bool IsNoiseFree => NoiseFree.Is(KeptSteps(0, _circuit.Steps.Length), _circuit.QubitCount);

    /// <summary>
    /// Most states that an exact simulation of the cone holds at one time: 1, or the branches over records that are still read.
    /// </summary>
    /// <param name="recorded">True if the classical bits are asked for at the end.</param>
    public double MostBranches(bool recorded)
    {
        foreach (NoisyStep step in _circuit.Steps)
            if (step is MeasureStep) return RecordUse.MostBranches(Cut(), recorded);
        return 1.0;
    }

    /// <summary>The cone of some qubits (the support of an observable, or a marginal) and some classical bits.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="qubits">The qubits asked for.</param>
    /// <param name="clbits">The classical bits asked for, or null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A qubit or bit does not exist.</exception>
    public static LightCone Of(NoisyCircuit circuit, IEnumerable<int> qubits, IEnumerable<int>? clbits = null)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(qubits);
        var search = new ConeSearch(circuit);
        foreach (int qubit in qubits) search.Ask(qubit);
        foreach (int clbit in clbits ?? []) search.AskBit(clbit);
        var steps = new ulong[Words(circuit.Steps.Length)];
        for (int i = circuit.Steps.Length - 1; i >= 0; i--)
            if (search.Needs(circuit.Steps[i])) steps[i / Bits] |= 1UL << (i % Bits);
        var kept = new ulong[Words(circuit.QubitCount)];
        for (int qubit = 0; qubit < circuit.QubitCount; qubit++)
            if (search.Touched(qubit)) kept[qubit / Bits] |= 1UL << (qubit % Bits);
        return new(circuit, steps, kept);
    }

    /// <summary>The cone of both questions together.</summary>
    /// <exception cref="ArgumentException">The other cone is one of another circuit.</exception>
    public LightCone Join(LightCone other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(_circuit, other._circuit))
            throw new ArgumentException("Cones of different circuits cannot be joined.", nameof(other));
        return new(_circuit, [.. _steps.Zip(other._steps, (a, b) => a | b)], [.. _qubits.Zip(other._qubits, (a, b) => a | b)]);
    }

    /// <summary>The circuit without what lies outside, on the qubits of the cone, with the same classical bits and parameters.</summary>
    /// <returns>The circuit itself, steps outside included, if no qubit lies outside and the steps make no difference to what holds the
    /// state: then a cut gains next to nothing.</returns>
    public NoisyCircuit Cut() =>
        HoldsAllQubits && _circuit.IsNoiseFree == IsNoiseFree ? _circuit : Cut(0, _circuit.Steps.Length);

    /// <summary>What is left of the steps <paramref name="from"/> to <paramref name="to"/> − 1; barriers are not kept.</summary>
    public NoisyCircuit Cut(int from, int to)
    {
        // A circuit has at least one qubit; where nothing is asked it stands for itself.
        ImmutableArray<int> kept = QubitCount == 0 ? [0] : Qubits;
        var place = new int[_circuit.QubitCount];
        for (int i = 0; i < kept.Length; i++) place[kept[i]] = i;
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(kept.Length, _circuit.ClbitCount, _circuit.Parameters);
        foreach (NoisyStep step in KeptSteps(from, to)) builder.Append(Moved(step, place));
        return builder.Build();
    }

    private IEnumerable<NoisyStep> KeptSteps(int from, int to)
    {
        for (int i = from; i < to; i++)
            if (Holds(_steps, i)) yield return _circuit.Steps[i];
    }

    private static NoisyStep Moved(NoisyStep step, int[] place) => step switch
    {
        GateStep gate => gate with { Qubits = [.. gate.Qubits.Select(q => place[q])] },
        ChannelStep channel => channel with { Qubits = [.. channel.Qubits.Select(q => place[q])] },
        MeasureStep measure => measure with { Qubit = place[measure.Qubit] },
        ResetStep reset => reset with { Qubit = place[reset.Qubit] },
        _ => throw new InvalidOperationException($"Bug in QmlBench: a cone holds the step {step.GetType().Name}."),
    };

    private static int Words(int bits) => (bits + Bits - 1) / Bits;

    private static bool Holds(ulong[] words, int bit) => (words[bit / Bits] >> (bit % Bits) & 1) != 0;

    private static int Count(ulong[] words)
    {
        int count = 0;
        foreach (ulong word in words) count += BitOperations.PopCount(word);
        return count;
    }
}
