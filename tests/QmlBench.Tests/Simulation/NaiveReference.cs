using QmlBench.Circuits;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Tests.Simulation;

/// <summary>Density matrices as complex arrays, plain loops, branch by branch: slow and obvious.</summary>
internal sealed class NaiveReference
{
    private readonly NoisyCircuit _circuit;
    private readonly double[] _row;

    private NaiveReference(NoisyCircuit circuit, double[] row)
    {
        _circuit = circuit;
        _row = row;
    }

    /// <summary>Unnormalised states by recorded value.</summary>
    public Dictionary<ulong, ComplexMatrix> Branches { get; private set; } = [];

    public ComplexMatrix State => Branches.Values.Aggregate((a, b) => a + b);

    public static NaiveReference Run(NoisyCircuit circuit, params double[] row)
    {
        int d = 1 << circuit.QubitCount;
        var reference = new NaiveReference(circuit, row)
        {
            Branches = { [0] = ComplexMatrix.Generate(d, d, (r, c) => r == 0 && c == 0 ? 1 : 0) },
        };
        foreach (NoisyStep step in circuit.Steps) reference.Apply(step);
        return reference;
    }

    private void Apply(NoisyStep step)
    {
        var next = new Dictionary<ulong, ComplexMatrix>();
        foreach ((ulong record, ComplexMatrix rho) in Branches)
        {
            foreach ((ulong newRecord, ComplexMatrix image) in Images(step, record, rho))
                next[newRecord] = next.TryGetValue(newRecord, out ComplexMatrix? sum) ? sum + image : image;
        }

        Branches = next;
    }

    private IEnumerable<(ulong Record, ComplexMatrix Rho)> Images(NoisyStep step, ulong record, ComplexMatrix rho)
    {
        Condition? condition = step switch
        {
            GateStep g => g.Condition,
            ChannelStep c => c.Condition,
            MeasureStep m =>
            m.Condition,
            ResetStep r => r.Condition,
            _ => null
        };
        bool[] bits = [.. Enumerable.Range(0, 64).Select(i => ((record >> i) & 1) == 1)];
        if (condition is not null && !condition.IsMet(bits)) return [(record, rho)];
        return step switch
        {
            GateStep gate =>
                [(record, Conjugated(gate.Gate.Matrix([.. gate.Angles.Select(a => a.Evaluate(_row))]), [.. gate.Qubits], rho))],
            ChannelStep channel => [(record, KrausChannel.Of(
                channel.Channel).Operators.Select(k => Conjugated(k, [.. channel.Qubits], rho)).Aggregate((a, b) => a + b))],
            MeasureStep measure => Measured(measure, record, rho),
            ResetStep reset => [(record, Conjugated(Unit(0, 0), [reset.Qubit], rho) + Conjugated(Unit(0, 1), [reset.Qubit], rho))],
            _ => [(record, rho)],
        };
    }

    private IEnumerable<(ulong, ComplexMatrix)> Measured(MeasureStep step, ulong record, ComplexMatrix rho)
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

    private static ComplexMatrix Unit(int row, int column) => ComplexMatrix.Generate(2, 2, (r, c) => r == row && c == column ? 1 : 0);

    private ComplexMatrix Conjugated(ComplexMatrix op, int[] qubits, ComplexMatrix rho)
    {
        ComplexMatrix full = op.Embed(qubits, _circuit.QubitCount);
        return full * rho * full.Adjoint();
    }
}
