using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Reference;

/// <summary>
/// Density matrices as complex arrays, plain loops, step by step and branch by branch: slow and obvious. What the engine is held
/// against, in tests and by <c>bench</c>; nothing else runs on it.
/// </summary>
/// <remarks>
/// It shares the gate matrices and the Kraus form of a channel with the engine, and nothing of its representation, fusion or kernels.
/// Cost 4^n·2^k for an operator on k of n qubits; meant for n ≤ 7.
/// </remarks>
public sealed class NaiveReference
{
    /// <summary>Most qubits for which a run is a matter of seconds.</summary>
    public const int MostQubits = 7;

    private readonly NoisyCircuit _circuit;
    private readonly KrausChannel?[] _channels;

    /// <summary>Prepares a circuit: each channel's Kraus operators.</summary>
    /// <param name="circuit">The circuit.</param>
    public NaiveReference(NoisyCircuit circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        _circuit = circuit;
        _channels = [.. circuit.Steps.Select(static s => s is ChannelStep c ? KrausChannel.Of(c.Channel) : null)];
    }

    /// <summary>The final state, averaged over the records.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="start">The state before the circuit, or null for |0…0⟩.</param>
    /// <returns>The density matrix, 2^n × 2^n, qubit 0 least significant.</returns>
    public ComplexMatrix State(double[] row, ComplexMatrix? start = null) =>
        Branches(row, start).Values.Aggregate(static (a, b) => a + b);

    /// <summary>The unnormalised final states by recorded value; their traces are the probabilities of the records.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="start">The state before the circuit, or null for |0…0⟩.</param>
    public SortedDictionary<ulong, ComplexMatrix> Branches(double[] row, ComplexMatrix? start = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        int d = 1 << _circuit.QubitCount;
        var branches = new SortedDictionary<ulong, ComplexMatrix>
        {
            [0] = start ?? ComplexMatrix.Generate(d, d, static (r, c) => r == 0 && c == 0 ? 1 : 0),
        };
        for (int i = 0; i < _circuit.Steps.Length; i++) branches = Next(branches, _circuit.Steps[i], _channels[i], row);
        return branches;
    }

    private static SortedDictionary<ulong, ComplexMatrix> Next(
        SortedDictionary<ulong, ComplexMatrix> branches, NoisyStep step, KrausChannel? channel, double[] row)
    {
        var next = new SortedDictionary<ulong, ComplexMatrix>();
        foreach ((ulong record, ComplexMatrix rho) in branches)
        {
            foreach ((ulong newRecord, ComplexMatrix image) in Images(step, channel, row, record, rho))
                next[newRecord] = next.TryGetValue(newRecord, out ComplexMatrix? sum) ? sum + image : image;
        }

        return next;
    }

    private static IEnumerable<(ulong Record, ComplexMatrix Rho)> Images(
        NoisyStep step, KrausChannel? channel, double[] row, ulong record, ComplexMatrix rho)
    {
        if (ConditionOf(step) is { } condition && !condition.IsMet(Bits(record))) return [(record, rho)];
        return step switch
        {
            GateStep gate =>
                [(record, Conjugated(gate.Gate.Matrix([.. gate.Angles.Select(a => a.Evaluate(row))]), [.. gate.Qubits], rho))],
            ChannelStep noise =>
                [(record, channel!.Operators.Select(k => Conjugated(k, [.. noise.Qubits], rho)).Aggregate(static (a, b) => a + b))],
            MeasureStep measure => Measured(measure, record, rho),
            ResetStep reset => [(record, Conjugated(Unit(0, 0), [reset.Qubit], rho) + Conjugated(Unit(0, 1), [reset.Qubit], rho))],
            _ => [(record, rho)],
        };
    }

    private static Condition? ConditionOf(NoisyStep step) => step switch
    {
        GateStep g => g.Condition,
        ChannelStep c => c.Condition,
        MeasureStep m => m.Condition,
        ResetStep r => r.Condition,
        _ => null,
    };

    private static bool[] Bits(ulong record) => [.. Enumerable.Range(0, 64).Select(i => ((record >> i) & 1) == 1)];

    private static IEnumerable<(ulong Record, ComplexMatrix Rho)> Measured(MeasureStep step, ulong record, ComplexMatrix rho)
    {
        ReadoutConfusion readout = step.Readout ?? ReadoutConfusion.None;
        for (int recorded = 0; recorded < 2; recorded++)
        {
            ComplexMatrix sum = ComplexMatrix.Zero(rho.Rows, rho.Rows);
            for (int actual = 0; actual < 2; actual++)
                sum += readout.Probability(actual, recorded) * Conjugated(Unit(actual, actual), [step.Qubit], rho);
            ulong bit = 1UL << step.Clbit;
            yield return (recorded == 1 ? record | bit : record & ~bit, sum);
        }
    }

    private static ComplexMatrix Unit(int row, int column) =>
        ComplexMatrix.Generate(2, 2, (r, c) => r == row && c == column ? 1 : 0);

    // K ρ K†, K on some qubits: first the rows of ρ, then its columns.
    private static ComplexMatrix Conjugated(ComplexMatrix op, ReadOnlySpan<int> qubits, ComplexMatrix rho)
    {
        int d = rho.Rows;
        Complex[] left = OnRows(op, qubits, rho.Span, d);
        Complex[] both = Adjoint(OnRows(op, qubits, Adjoint(left, d), d), d);
        return new ComplexMatrix(d, d, both);
    }

    private static Complex[] OnRows(ComplexMatrix op, ReadOnlySpan<int> qubits, ReadOnlySpan<Complex> rho, int d)
    {
        var image = new Complex[d * d];
        int touched = 0;
        foreach (int qubit in qubits) touched |= 1 << qubit;
        for (int r = 0; r < d; r++)
        {
            int small = 0;
            for (int k = 0; k < qubits.Length; k++) small |= ((r >> qubits[k]) & 1) << k;
            for (int m = 0; m < op.Columns; m++)
            {
                int source = r & ~touched;
                for (int k = 0; k < qubits.Length; k++) source |= ((m >> k) & 1) << qubits[k];
                Complex factor = op[small, m];
                for (int c = 0; c < d; c++) image[(r * d) + c] += factor * rho[(source * d) + c];
            }
        }

        return image;
    }

    private static Complex[] Adjoint(Complex[] matrix, int d)
    {
        var adjoint = new Complex[d * d];
        for (int r = 0; r < d; r++)
            for (int c = 0; c < d; c++)
                adjoint[(c * d) + r] = Complex.Conjugate(matrix[(r * d) + c]);
        return adjoint;
    }
}
