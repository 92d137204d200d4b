namespace QmlBench.Suites.Statistics;

/// <summary>The sorted differences with the prior's 0 among them, and for each where its pair sums leave the rope.</summary>
/// <remarks>Sums with a fixed partner grow along the sorted list, so each region is a range of indices and a sample costs O(n).</remarks>
internal sealed class RopeRegions
{
    private const double PriorWeight = 0.5;

    private readonly double _zeroShare;     // with a rope of 0, half of the mass of sums of exactly 0 goes to either side
    private readonly int[] _leftEnd;        // partners j < _leftEnd[i] put the pair (i, j) to the left
    private readonly int[] _rightStart;     // partners j ≥ _rightStart[i] put it to the right

    private RopeRegions(double[] sorted, double rope)
    {
        (_leftEnd, _rightStart) = (new int[sorted.Length], new int[sorted.Length]);
        _zeroShare = rope == 0 ? 0.5 : 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            _leftEnd[i] = sorted.Count(other => sorted[i] + other < -2 * rope);
            _rightStart[i] = sorted.Length - sorted.Count(other => sorted[i] + other > 2 * rope);
        }
    }

    /// <summary>Number of weights: the differences and the prior.</summary>
    public int Count => _leftEnd.Length;

    /// <summary>Index of the prior's pseudo-observation in the sorted order.</summary>
    public int PriorIndex { get; private init; }

    public static RopeRegions Of(ReadOnlySpan<double> differences, double rope)
    {
        double[] sorted = [0, .. differences];
        Array.Sort(sorted);
        return new RopeRegions(sorted, rope) { PriorIndex = Array.IndexOf(sorted, 0.0) };
    }

    /// <summary>Masses for gamma weights, normalised by the square of their sum.</summary>
    public RopeMasses MassesOf(ReadOnlySpan<double> weights)
    {
        Span<double> below = new double[Count + 1];
        for (var i = 0; i < Count; i++) below[i + 1] = below[i] + weights[i];
        var total = below[Count];
        var (left, right) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            left += weights[i] * below[_leftEnd[i]];
            right += weights[i] * (total - below[_rightStart[i]]);
        }
        return Shared(left / (total * total), right / (total * total));
    }

    /// <summary>Posterior means of the masses.</summary>
    public RopeMasses Mean()
    {
        var total = Count - 1 + PriorWeight;
        var (left, right) = (0.0, 0.0);
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < Count; j++)
            {
                var pair = Alpha(i) * (Alpha(j) + (i == j ? 1 : 0));
                if (j < _leftEnd[i]) left += pair;
                if (j >= _rightStart[i]) right += pair;
            }
        return Shared(left / (total * (total + 1)), right / (total * (total + 1)));
    }

    private double Alpha(int index) => index == PriorIndex ? PriorWeight : 1;

    private RopeMasses Shared(double left, double right)
    {
        var middle = Math.Max(0, 1 - left - right);
        return new RopeMasses(left + _zeroShare * middle, middle * (1 - 2 * _zeroShare), right + _zeroShare * middle);
    }
}
