using System.Collections.Immutable;
using QmlBench.Emulation.Engines;

namespace QmlBench.Emulation.Programs;

/// <summary>Adds up what the parts of a program contribute to observables. Mutable; for one run.</summary>
internal sealed class ValueSums(int rows, int observables, bool inexact)
{
    private readonly int _packed = observables * (observables + 1) / 2;
    private readonly double[] _values = new double[rows * observables];
    private readonly double[] _covariance = new double[inexact ? rows * observables * (observables + 1) / 2 : 0];
    private readonly long[] _trajectories = new long[rows];
    private readonly bool[] _sampled = new bool[observables];

    /// <summary>Adds exact values.</summary>
    /// <param name="members">Number of the observable of each value of a row.</param>
    /// <param name="values">Index row · members + j.</param>
    public void Add(ImmutableArray<int> members, ReadOnlySpan<double> values)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var j = 0; j < members.Length; j++)
            {
                _values[(row * observables) + members[j]] += values[(row * members.Length) + j];
            }
        }
    }

    /// <summary>Adds values that were averaged over trajectories of their own, with their covariance.</summary>
    public void Add(ImmutableArray<int> members, TrajectoryValues found)
    {
        Add(members, found.Values);
        foreach (var member in members)
        {
            _sampled[member] |= found.Trajectories.Any(count => count > 0);
        }

        var packed = members.Length * (members.Length + 1) / 2;
        for (var row = 0; row < rows; row++)
        {
            _trajectories[row] += found.Trajectories[row];
            var next = row * packed;
            for (var j = 0; j < members.Length; j++)
            {
                for (var l = 0; l <= j; l++)
                {
                    // Members ascend, so the pair lies in the lower triangle here as there.
                    _covariance[(row * _packed) + (members[j] * (members[j] + 1) / 2) + members[l]] += found.Covariance[next++];
                }
            }
        }
    }

    /// <summary>The sums.</summary>
    public ComputedValues Computed()
    {
        var largest = 0.0;
        for (var row = 0; inexact && row < rows; row++)
        {
            for (var k = 0; k < observables; k++)
            {
                largest = Math.Max(largest, _covariance[(row * _packed) + (k * (k + 1) / 2) + k]);
            }
        }

        ImmutableArray<int> exact = [.. Enumerable.Range(0, observables).Where(observable => !_sampled[observable])];
        return new(_values, _covariance, rows == 0 ? 0 : _trajectories.Max(), Math.Sqrt(largest), exact);
    }
}
