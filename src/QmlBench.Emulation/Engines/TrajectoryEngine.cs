using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;

namespace QmlBench.Emulation.Engines;

/// <summary>Quantum trajectories: values with their error, and shots. A row draws from a stream of its own.</summary>
internal sealed class TrajectoryEngine(NoisyCircuit circuit)
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
        for (var row = 0; row < rows; row++)
        {
            var estimate = Estimate(Row(dense, row), effects, precision, streams.KeyOf("trajectories", row), cancel);
            estimate.Values.CopyTo(found.Values.AsMemory(row * count));
            estimate.Covariance.CopyTo(found.Covariance.AsMemory(row * packed));
            found.Trajectories[row] = estimate.Trajectories;
            for (var k = 0; k < count; k++)
            {
                var unseen = UnseenEvents.ErrorOf(effects.Members[k], estimate.ErrorFreeWeight, estimate.Trajectories);
                ref var variance = ref found.Covariance[(row * packed) + (k * (k + 1) / 2) + k];
                variance = Math.Max(variance, unseen * unseen);
            }
        }

        return found;
    }

    // A spread that looks small enough too soon is looked at again with as many trajectories as can vouch for it, and then with as many
    // as it needs after all. Fixed numbers: a second search would stop as soon as the first.
    private TrajectoryEstimate Estimate(
        ReadOnlyMemory<double> row, EffectSet effects, Budget.Precision precision, StreamKey key, CancellationToken cancel)
    {
        var most = (int)Math.Min(precision.Most, int.MaxValue);
        var estimate = _program.Estimate(row, effects, TrajectoryBudget.Until(precision.StandardError, most), key, cancel: cancel);
        var wanted = UnseenEvents.Least(effects, estimate.ErrorFreeWeight, precision.StandardError, most);
        while (estimate.Trajectories > 0 && estimate.Trajectories < wanted)
        {
            estimate = _program.Estimate(row, effects, TrajectoryBudget.Fixed(wanted), key, cancel: cancel);
            wanted = Needed(estimate, precision.StandardError, most);
        }

        return estimate;
    }

    // Errors fall with the root of the number; a tenth more makes it likely that one more look is enough.
    private static int Needed(TrajectoryEstimate estimate, double standardError, int most)
    {
        var largest = Enumerable.Range(0, estimate.Values.Length).Max(estimate.StandardError) / standardError;
        return largest <= 1 ? estimate.Trajectories : (int)Math.Min(most, Math.Ceiling(1.1 * estimate.Trajectories * largest * largest));
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
            yield return _program.Sample(row, count, key.Derive("part", drawn / MostAtOnce), cancel: cancel);
        }
    }

    private ReadOnlyMemory<double> Row(double[] dense, int row) =>
        dense.AsMemory(row * _program.ParameterCount, _program.ParameterCount);
}
