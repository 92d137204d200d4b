using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>W3: one row of the ansatz without noise on a state vector, then ⟨Z₀⟩ and all probabilities.</summary>
internal sealed class VectorWorkload : Workload
{
    private readonly NoisyCircuit _circuit;
    private readonly StateVectorProgram _program;
    private readonly StateVector _state;
    private readonly double[] _row;
    private readonly double[] _probabilities;
    private double _z0;

    public VectorWorkload(int qubits)
    {
        _circuit = AnsatzWorkload.Circuit(qubits, AnsatzWorkload.Layers, noise: false);
        _program = StateVectorProgram.Compile(_circuit);
        _state = new(qubits);
        _row = AnsatzWorkload.Row(qubits, AnsatzWorkload.Layers);
        _probabilities = new double[1 << qubits];
    }

    public override int Qubits => _program.QubitCount;

    public override int Layers => AnsatzWorkload.Layers;

    public override long StateBytes => _program.StateBytes;

    public override double? ExpectationZ0 => _z0;

    public override void Run(int threads)
    {
        _program.Run(_row, _state, threads);
        _state.Probabilities(_probabilities);
        _z0 = NaiveValues.Z0Of(_probabilities);
    }

    public override IEnumerable<BenchCheck> Checks()
    {
        if (AnsatzWorkload.PureReference.TryGetValue(Qubits, out var expected))
            yield return new("⟨Z₀⟩, other programs", _z0, expected, NaiveValues.Tolerance);
        yield return new("norm of the state", _state.SquaredNorm, 1.0, NaiveValues.Tolerance);
        if (!NaiveValues.Reaches(Qubits))
            yield break;
        var naive = new NaiveValues(_circuit).Probabilities(_row);
        yield return new("⟨Z₀⟩, naive reference", _z0, NaiveValues.Z0Of(naive), NaiveValues.Tolerance);
        yield return BenchCheck.Deviation("probabilities, naive reference", _probabilities, naive, NaiveValues.Tolerance);
    }
}
