using QmlBench.Simulation.Programs;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>L3: all 90,000 entries of a fidelity kernel without noise on 8 qubits, in linear time.</summary>
internal sealed class PureKernelWorkload : Workload
{
    private const int N = KernelWorkload.PureQubits;
    private const int Rows = KernelWorkload.Rows;
    private const int Size = 2 << N;

    // The published sum has 9 decimals, the published entry 14.
    private const double SumTolerance = 1e-8;
    private const double EntryTolerance = 1e-13;

    private readonly StateVectorProgram _program =
        StateVectorProgram.Compile(KernelWorkload.Half(N, noise: false, inverse: false));

    private readonly double[] _table = KernelWorkload.Table(N);
    private readonly double[] _states = new double[Rows * Size];
    private readonly double[] _kernel = new double[Rows * Rows];

    public override int Qubits => N;

    public override int Layers => KernelWorkload.Repetitions;

    public override long StateBytes => _program.StateBytes;

    public override void Run(int threads)
    {
        _program.EvolveStates(_table, Rows, _states, threads);
        KernelProduct.MultiplyPure(_states, _states, Size, _kernel, threads);
    }

    public override IEnumerable<BenchCheck> Checks()
    {
        yield return new("sum of the kernel, other programs", _kernel.Sum(), KernelWorkload.PureReference.Sum, SumTolerance);
        yield return new("K[0][1], other programs", _kernel[1], KernelWorkload.PureReference.FirstOffDiagonal, EntryTolerance);
    }
}
