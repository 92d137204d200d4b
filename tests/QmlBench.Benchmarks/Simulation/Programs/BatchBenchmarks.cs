using BenchmarkDotNet.Attributes;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Programs;

/// <summary>W4: 1000 rows of a noisy circuit on 4 qubits.</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private readonly DensityProgram _program =
        DensityProgram.Compile(AnsatzWorkload.Circuit(AnsatzWorkload.BatchQubits, AnsatzWorkload.BatchLayers, noise: true));

    private readonly EffectSet _z = EffectSet.Of([Observable.Z(0, AnsatzWorkload.BatchQubits)], AnsatzWorkload.BatchQubits);
    private readonly double[] _table = AnsatzWorkload.BatchTable();
    private readonly double[] _values = new double[AnsatzWorkload.BatchRows];
    private readonly double[] _probabilities = new double[AnsatzWorkload.BatchRows << AnsatzWorkload.BatchQubits];

    /// <summary>W4.</summary>
    [Benchmark]
    public void Rows() => _program.Observe(_table, AnsatzWorkload.BatchRows, _z, _values, _probabilities);
}
