using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>W4: 1000 rows of the noisy ansatz with 3 layers on 4 qubits; of each ⟨Z₀⟩ and all probabilities.</summary>
internal sealed class BatchWorkload : Workload
{
    // A sum of 1000 values, given to 12 decimals.
    private const double SumTolerance = 1e-11;

    private readonly NoisyCircuit _circuit =
        AnsatzWorkload.Circuit(AnsatzWorkload.BatchQubits, AnsatzWorkload.BatchLayers, noise: true);

    private readonly EffectSet _z = EffectSet.Of([Observable.Z(0, AnsatzWorkload.BatchQubits)], AnsatzWorkload.BatchQubits);
    private readonly double[] _table = AnsatzWorkload.BatchTable();
    private readonly double[] _values = new double[AnsatzWorkload.BatchRows];
    private readonly double[] _probabilities = new double[AnsatzWorkload.BatchRows << AnsatzWorkload.BatchQubits];
    private readonly DensityProgram _program;

    public BatchWorkload() => _program = DensityProgram.Compile(_circuit);

    public override int Qubits => AnsatzWorkload.BatchQubits;

    public override int Layers => AnsatzWorkload.BatchLayers;

    public override long StateBytes => _program.StateBytes;

    public override double? ExpectationZ0 => _values.Sum();

    public override void Run(int threads) =>
        _program.Observe(_table, AnsatzWorkload.BatchRows, _z, _values, _probabilities, threads);

    public override IEnumerable<BenchCheck> Checks()
    {
        yield return new("sum of ⟨Z₀⟩ over the rows, other programs", _values.Sum(), AnsatzWorkload.BatchReference, SumTolerance);
        var naive = new NaiveValues(_circuit);
        double[][] expected = [.. _table.Chunk(_program.ParameterCount).Select(naive.Probabilities)];
        yield return BenchCheck.Deviation(
            "⟨Z₀⟩ of every row, naive reference", _values, expected.Select(row => NaiveValues.Z0Of(row)), NaiveValues.Tolerance);
        yield return BenchCheck.Deviation(
            "probabilities of every row, naive reference", _probabilities, expected.SelectMany(row => row), NaiveValues.Tolerance);
    }
}
