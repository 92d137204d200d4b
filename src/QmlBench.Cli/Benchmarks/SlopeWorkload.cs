using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>L4: ⟨Z₀⟩ and its gradient by all angles, through noise, in one backward sweep.</summary>
internal sealed class SlopeWorkload : Workload
{
    // The published values have 12 decimals.
    private const double ReferenceTolerance = 1e-11;

    private static readonly double[] One = [1.0];

    private readonly NoisyCircuit _circuit;
    private readonly DensityProgram _program;
    private readonly EffectSet _z;
    private readonly double[] _row;
    private readonly double[] _gradient;
    private readonly double[] _value = new double[1];

    public SlopeWorkload(int qubits)
    {
        _circuit = GradientWorkload.Circuit(qubits);
        _program = DensityProgram.Compile(_circuit);
        _z = EffectSet.Of([Observable.Z(0, qubits)], qubits);
        _row = GradientWorkload.Row(qubits);
        _gradient = new double[_row.Length];
    }

    public override int Qubits => _program.QubitCount;

    public override int Layers => GradientWorkload.Reference[Qubits].Layers;

    public override long StateBytes => _program.StateBytes;

    public override double? ExpectationZ0 => _value[0];

    public override void Run(int threads) => _program.Differentiate(_row, 1, _z, One, _value, _gradient, threads);

    public override void RunForward(int threads) => _program.Expectations(_row, 1, _z, _value, threads);

    public override bool HasForward => true;

    public override IEnumerable<BenchCheck> Checks()
    {
        var (_, value, slopes, norm) = GradientWorkload.Reference[Qubits];
        yield return new("⟨Z₀⟩, other programs", _value[0], value, ReferenceTolerance);
        for (var j = 0; j < slopes.Length; j++)
            yield return new($"derivative by angle {j}, other programs", _gradient[j], slopes[j], ReferenceTolerance);
        yield return new("norm of the gradient, other programs", Math.Sqrt(_gradient.Sum(g => g * g)), norm, ReferenceTolerance);
        if (!NaiveValues.Reaches(Qubits))
            yield break;
        var naive = new NaiveValues(_circuit);
        yield return new("⟨Z₀⟩, naive reference", _value[0], naive.Z0(_row), NaiveValues.Tolerance);
        yield return BenchCheck.Deviation(
            "gradient, naive reference shifted by ±π/2", _gradient, naive.GradientOfZ0(_row), NaiveValues.Tolerance);
    }
}
