using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Engines;

/// <summary>A state vector; readout error is applied to the distribution of its outcomes.</summary>
internal sealed class StateVectorEngine(NoisyCircuit circuit, int threads) : IEngine
{
    /// <summary>Bytes of true probabilities held at once; results do not depend on it.</summary>
    private const long TileBytes = 64L << 20;

    private readonly StateVectorProgram _program = StateVectorProgram.Compile(circuit);
    private readonly MeasureStep[] _measurements = [.. circuit.Steps.OfType<MeasureStep>()];

    public double[] Expectations(double[] dense, int rows, EffectSet effects, CancellationToken cancel)
    {
        var values = new double[rows * effects.Count];
        _program.Expectations(dense, rows, effects, values, threads, cancel);
        return values;
    }

    public double[] Outcomes(double[] dense, int rows, CancellationToken cancel)
    {
        var bits = circuit.ClbitCount;
        var values = new double[(long)rows << bits];
        var tile = (int)Math.Max(1, TileBytes / (8L << circuit.QubitCount));
        for (var first = 0; first < rows; first += tile)
        {
            var count = Math.Min(tile, rows - first);
            var actual = new double[(long)count << circuit.QubitCount];
            var part = dense.AsMemory(first * _program.ParameterCount, count * _program.ParameterCount);
            _program.Probabilities(part, count, actual, threads, cancel);
            for (var row = 0; row < count; row++)
            {
                Record(actual.AsSpan(row << circuit.QubitCount, 1 << circuit.QubitCount), values.AsSpan((first + row) << bits, 1 << bits));
            }
        }

        return values;
    }

    private void Record(ReadOnlySpan<double> actual, Span<double> recorded)
    {
        for (var outcome = 0; outcome < actual.Length; outcome++)
        {
            var bits = 0;
            foreach (var step in _measurements)
            {
                bits |= (outcome >> step.Qubit & 1) << step.Clbit;
            }

            recorded[bits] += actual[outcome];
        }

        foreach (var step in _measurements)
        {
            if (step.Readout is { } readout)
            {
                Confuse(recorded, step.Clbit, readout);
            }
        }
    }

    private static void Confuse(Span<double> recorded, int clbit, ReadoutConfusion readout)
    {
        for (var zero = 0; zero < recorded.Length; zero++)
        {
            var one = zero | (1 << clbit);
            if (one == zero)
            {
                continue;
            }

            var (p0, p1) = (recorded[zero], recorded[one]);
            recorded[zero] = (p0 * readout.Probability(0, 0)) + (p1 * readout.Probability(1, 0));
            recorded[one] = (p0 * readout.Probability(0, 1)) + (p1 * readout.Probability(1, 1));
        }
    }
}
