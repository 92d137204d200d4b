using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>W1 and W2: one row of the ansatz on a density matrix, then ⟨Z₀⟩ and all probabilities.</summary>
internal sealed class DensityWorkload : Workload
{
    // Reference values are given to 15 decimals; the runs of other programs they come from add their rounding.
    private const double ReferenceTolerance = 1e-12;
    private const int IndexOfZ0 = 3;

    private readonly bool _noise;
    private readonly NoisyCircuit _circuit;
    private readonly DensityProgram _program;
    private readonly DensityState _state;
    private readonly double[] _row;
    private readonly double[] _probabilities;

    public DensityWorkload(int qubits, bool noise)
    {
        _noise = noise;
        _circuit = AnsatzWorkload.Circuit(qubits, AnsatzWorkload.Layers, noise);
        _program = DensityProgram.Compile(_circuit);
        _state = new(qubits);
        _row = AnsatzWorkload.Row(qubits, AnsatzWorkload.Layers);
        _probabilities = new double[1 << qubits];
    }

    public override int Qubits => _program.QubitCount;

    public override int Layers => AnsatzWorkload.Layers;

    public override long StateBytes => _program.StateBytes;

    public override double? ExpectationZ0 => _state.Coefficients[IndexOfZ0];

    public override void Run(int threads)
    {
        _program.Run(_row, _state, threads);
        _state.Probabilities(_probabilities);
    }

    public override IEnumerable<BenchCheck> Checks()
    {
        var known = _noise ? AnsatzWorkload.NoisyReference : AnsatzWorkload.PureReference;
        if (known.TryGetValue(Qubits, out var expected))
            yield return new("⟨Z₀⟩, other programs", ExpectationZ0!.Value, expected, ReferenceTolerance);
        yield return new("⟨Z₀⟩, from the probabilities", NaiveValues.Z0Of(_probabilities), ExpectationZ0!.Value, NaiveValues.Tolerance);
        yield return new("sum of the probabilities", _probabilities.Sum(), 1.0, NaiveValues.Tolerance);
        if (!NaiveValues.Reaches(Qubits))
            yield break;
        var naive = new NaiveValues(_circuit).Probabilities(_row);
        yield return new("⟨Z₀⟩, naive reference", ExpectationZ0!.Value, NaiveValues.Z0Of(naive), NaiveValues.Tolerance);
        yield return BenchCheck.Deviation("probabilities, naive reference", _probabilities, naive, NaiveValues.Tolerance);
    }
}
