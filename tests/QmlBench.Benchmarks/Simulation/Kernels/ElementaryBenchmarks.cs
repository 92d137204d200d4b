using BenchmarkDotNet.Attributes;
using QmlBench.Numerics;

namespace QmlBench.Benchmarks.Simulation.Kernels;

/// <summary>What binding a row spends most of its time on: sines and cosines of many angles.</summary>
[MemoryDiagnoser]
public class ElementaryBenchmarks
{
    private const int Angles = 200;
    private readonly double[] _angles = [.. Enumerable.Range(0, Angles).Select(static i => 0.1 + (0.03 * i))];
    private readonly double[] _sines = new double[Angles];
    private readonly double[] _cosines = new double[Angles];

    /// <summary>One angle of many.</summary>
    [Benchmark(OperationsPerInvoke = Angles)]
    public void SinCos() => Elementary.SinCos(_angles, _sines, _cosines);
}
