using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;

namespace QmlBench.Emulation.Engines;

/// <summary>Quantum trajectories: values with their error, and shots. A row draws from a stream of its own.</summary>
/// <param name="circuit">The circuit.</param>
/// <param name="threads">Threads of a run; no bit depends on them.</param>
internal sealed class TrajectoryEngine(NoisyCircuit circuit, int threads)
{
    /// <summary>Shots drawn at once; each such part of many shots has a stream of its own.</summary>
    private const int MostAtOnce = 1 << 20;

    private readonly TrajectoryProgram _program = TrajectoryProgram.Compile(circuit);

    /// <summary>Values of effects on the simulated qubits.</summary>
    /// <param name="dense">The rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="effects">The effects.</param>
    /// <param name="precision">Standard error aimed at, and most trajectories of a row.</param>
    /// <param name="streams">Streams of the rows.</param>
    /// <param name="cancel">Acts between trajectories.</param>
    public TrajectoryValues Expectations(
        double[] dense, int rows, EffectSet effects, Budget.Precision precision, RowStreams streams, CancellationToken cancel)
    {
        var (count, packed) = (effects.Count, effects.Count * (effects.Count + 1) / 2);
        var found = new TrajectoryValues(new double[rows * count], new double[rows * packed], new long[rows]);
        var budget = TrajectoryBudget.Until(precision.StandardError, (int)Math.Min(precision.Most, int.MaxValue));
        for (var row = 0; row < rows; row++)
        {
            var estimate = _program.Estimate(Row(dense, row), effects, budget, streams.KeyOf("trajectories", row), threads, cancel);
            estimate.Values.CopyTo(found.Values.AsMemory(row * count));
            estimate.Covariance.CopyTo(found.Covariance.AsMemory(row * packed));
            found.Trajectories[row] = estimate.Trajectories;
        }

        return found;
    }

    /// <summary>Shots of every row, each from a trajectory of its own.</summary>
    public IEnumerable<OutcomeCounts> Sample(double[] dense, int rows, long shots, RowStreams streams, CancellationToken cancel)
    {
        for (var row = 0; row < rows; row++)
        {
            yield return OutcomeCounts.Of(Draws(Row(dense, row), shots, streams.KeyOf("shots", row), cancel));
        }
    }

    private IEnumerable<ulong[]> Draws(ReadOnlyMemory<double> row, long shots, StreamKey key, CancellationToken cancel)
    {
        for (var drawn = 0L; drawn < shots; drawn += MostAtOnce)
        {
            var count = (int)Math.Min(MostAtOnce, shots - drawn);
            yield return _program.Sample(row, count, key.Derive("part", drawn / MostAtOnce), threads: threads, cancel: cancel);
        }
    }

    private ReadOnlyMemory<double> Row(double[] dense, int row) =>
        dense.AsMemory(row * _program.ParameterCount, _program.ParameterCount);
}
