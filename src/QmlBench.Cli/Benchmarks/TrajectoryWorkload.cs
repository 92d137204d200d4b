using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>W5: trajectories of the ansatz with noise on a large register, all ⟨Z_q⟩ with their standard errors.</summary>
/// <remarks>Every run draws the same trajectories, so the values are those of one run; the error-free trajectory is part of it.</remarks>
internal sealed class TrajectoryWorkload : Workload
{
    private const double MostDeviations = 5.0;
    private const int ManyQubits = 21;

    private readonly NoisyCircuit _circuit;
    private readonly TrajectoryProgram _program;
    private readonly EffectSet _z;
    private readonly double[] _row;
    private readonly StreamKey _stream = StreamKey.Root(5, "shots");
    private TrajectoryEstimate? _estimate;

    public TrajectoryWorkload(int qubits)
    {
        _circuit = AnsatzWorkload.Circuit(qubits, AnsatzWorkload.TrajectoryLayers, noise: true);
        _program = TrajectoryProgram.Compile(_circuit);
        _z = EffectSet.Of(Enumerable.Range(0, qubits).Select(q => Observable.Z(q, qubits)), qubits);
        _row = AnsatzWorkload.Row(qubits, AnsatzWorkload.TrajectoryLayers);
    }

    public override int Qubits => _program.QubitCount;

    public override int Layers => AnsatzWorkload.TrajectoryLayers;

    public override long StateBytes => _program.StateBytes;

    public override double? ExpectationZ0 => _estimate?.Values.Span[0];

    public override double? StandardErrorZ0 => _estimate?.StandardError(0);

    public override int Trajectories => Qubits < ManyQubits ? 64 : 16;

    public override void Run(int threads) =>
        _estimate = _program.Estimate(_row, _z, TrajectoryBudget.Fixed(Trajectories), _stream, threads);

    public override IEnumerable<BenchCheck> Checks()
    {
        if (AnsatzWorkload.TrajectoryReference.TryGetValue(Qubits, out var exact))
        {
            for (var q = 0; q < exact.Length; q++)
                yield return Check(q, "exact", exact[q]);
        }

        if (!NaiveValues.Reaches(Qubits))
            yield break;
        var naive = new NaiveValues(_circuit).Probabilities(_row);
        for (var q = 0; q < Qubits; q++)
            yield return Check(q, "naive reference", NaiveValues.ZOf(naive, q));
    }

    private BenchCheck Check(int qubit, string source, double expected) => new(
        $"⟨Z{qubit}⟩, {source}", _estimate?.Values.Span[qubit] ?? double.NaN, expected,
        MostDeviations * (_estimate?.StandardError(qubit) ?? 0.0));
}
