using BenchmarkDotNet.Attributes;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Programs;

/// <summary>L2 and L3: all 90,000 entries of a fidelity kernel in linear time.</summary>
[MemoryDiagnoser]
public class FidelityKernelBenchmarks
{
    private const int MixedSize = 1 << (2 * KernelWorkload.NoisyQubits);
    private const int PureSize = 2 << KernelWorkload.PureQubits;

    private readonly DensityProgram _first = DensityProgram.Compile(
        KernelWorkload.Half(KernelWorkload.NoisyQubits, noise: true, inverse: false));
    private readonly DensityProgram _second = DensityProgram.Compile(
        KernelWorkload.Half(KernelWorkload.NoisyQubits, noise: true, inverse: true));
    private readonly StateVectorProgram _pure = StateVectorProgram.Compile(
        KernelWorkload.Half(KernelWorkload.PureQubits, noise: false, inverse: false));
    private readonly double[] _mixedTable = KernelWorkload.Table(KernelWorkload.NoisyQubits);
    private readonly double[] _pureTable = KernelWorkload.Table(KernelWorkload.PureQubits);
    private readonly double[] _zeros = EffectSet.Bitstring(KernelWorkload.NoisyQubits, 0);
    private readonly double[] _states = new double[KernelWorkload.Rows * MixedSize];
    private readonly double[] _effects = new double[KernelWorkload.Rows * MixedSize];
    private readonly double[] _kernel = new double[KernelWorkload.Rows * KernelWorkload.Rows];

    /// <summary>L2.</summary>
    [Benchmark]
    public void Noisy()
    {
        _first.EvolveStates(_mixedTable, KernelWorkload.Rows, _states);
        _second.EvolveEffects(_zeros, _mixedTable, KernelWorkload.Rows, _effects);
        KernelProduct.Multiply(_states, _effects, MixedSize, _kernel);
    }

    /// <summary>L3.</summary>
    [Benchmark]
    public void Pure()
    {
        Memory<double> states = _states.AsMemory(0, KernelWorkload.Rows * PureSize);
        _pure.EvolveStates(_pureTable, KernelWorkload.Rows, states);
        KernelProduct.MultiplyPure(states, states, PureSize, _kernel);
    }
}
