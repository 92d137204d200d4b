using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.Reference;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>L2: all 90,000 entries of a noisy fidelity kernel on 5 qubits, in linear time.</summary>
internal sealed class MixedKernelWorkload : Workload
{
    private const int N = KernelWorkload.NoisyQubits;
    private const int Rows = KernelWorkload.Rows;
    private const int Size = 1 << (2 * N);

    // The published sum has 8 decimals, the trace 9, an entry 12.
    private const double SumTolerance = 1e-7;
    private const double TraceTolerance = 1e-8;
    private const double EntryTolerance = 1e-11;

    // Every pair of rows is a circuit of its own for the naive reference, so it takes a sample of them.
    private const int NaivePairs = 30;

    private readonly NoisyCircuit _firstHalf = KernelWorkload.Half(N, noise: true, inverse: false);
    private readonly NoisyCircuit _secondHalf = KernelWorkload.Half(N, noise: true, inverse: true);
    private readonly DensityProgram _first;
    private readonly DensityProgram _second;
    private readonly double[] _table = KernelWorkload.Table(N);
    private readonly double[] _zeros = EffectSet.Bitstring(N, 0);
    private readonly double[] _states = new double[Rows * Size];
    private readonly double[] _effects = new double[Rows * Size];
    private readonly double[] _kernel = new double[Rows * Rows];

    public MixedKernelWorkload()
    {
        _first = DensityProgram.Compile(_firstHalf);
        _second = DensityProgram.Compile(_secondHalf);
    }

    public override int Qubits => N;

    public override int Layers => KernelWorkload.Repetitions;

    public override long StateBytes => _first.StateBytes;

    public override void Run(int threads)
    {
        _first.EvolveStates(_table, Rows, _states, threads);
        _second.EvolveEffects(_zeros, _table, Rows, _effects, threads);
        KernelProduct.Multiply(_states, _effects, Size, _kernel, threads);
    }

    public override IEnumerable<BenchCheck> Checks()
    {
        yield return new("sum of the kernel, other programs", _kernel.Sum(), KernelWorkload.NoisyReference.Sum, SumTolerance);
        var trace = Enumerable.Range(0, Rows).Sum(i => _kernel[(i * Rows) + i]);
        yield return new("trace of the kernel, other programs", trace, KernelWorkload.NoisyReference.Trace, TraceTolerance);
        foreach (var (i, j, value) in KernelWorkload.NoisyEntries)
            yield return new($"K[{i}][{j}], other programs", _kernel[(i * Rows) + j], value, EntryTolerance);
        double[][] rows = [.. _table.Chunk(N)];
        NaiveReference first = new(_firstHalf), second = new(_secondHalf);
        var pairs = Enumerable.Range(0, NaivePairs).Select(k => (I: k * (Rows / NaivePairs), J: ((7 * k) + 1) % Rows)).ToList();
        yield return BenchCheck.Deviation(
            $"{NaivePairs} entries, naive reference", pairs.Select(p => _kernel[(p.I * Rows) + p.J]),
            pairs.Select(p => second.State(rows[p.J], first.State(rows[p.I]))[0, 0].Real), NaiveValues.Tolerance);
    }
}
