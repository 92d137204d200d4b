using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics;

public sealed class LaneSumTests
{
    [Fact]
    public void FollowsTheRuleToTheLastBitForEveryLength()
    {
        var stream = StreamKey.Root(1, "sums").Open();
        int[] lengths = [.. Enumerable.Range(0, 70), 4095, 4096, 4097, 4103, 8192, 8199, 20_011];
        foreach (int length in lengths)
        {
            double[] a = Numbers(stream, length), b = Numbers(stream, length);
            Assert.Equal(ByTheRule(a), LaneSum.Sum(a));
            Assert.Equal(ByTheRule([.. a.Zip(b, (x, y) => x * y)]), LaneSum.Dot(a, b));
            Assert.Equal(ByTheRule([.. a.Select(x => x * x)]), LaneSum.SumOfSquares(a));
        }
    }

    [Fact]
    public void OrderOfLanesIsThatOfTheRule()
    {
        double[] lanes = [1e16, 1, -1e16, 3, 1, 1e16, 7, -1e16];
        Assert.Equal(((1e16 + 1) + (-1e16 + 7)) + ((1 + 1e16) + (3 + -1e16)), LaneSum.Combine(lanes));
        Assert.Equal(LaneSum.Combine(lanes), LaneSum.Sum(lanes));
    }

    [Fact]
    public void DoesNotDependOnWhereTheNumbersLie()
    {
        double[] a = Numbers(StreamKey.Root(2, "sums").Open(), 5000);
        double expected = LaneSum.Sum(a.AsSpan(0, 4990));
        for (int shift = 1; shift < 9; shift++)
        {
            var moved = new double[5000];
            a.AsSpan(0, 4990).CopyTo(moved.AsSpan(shift));
            Assert.Equal(expected, LaneSum.Sum(moved.AsSpan(shift, 4990)));
        }
    }

    [Fact]
    public void SpansOfDifferentLengthAreRefused() =>
        Assert.Throws<ArgumentException>(() => LaneSum.Dot(new double[3], new double[4]));

    private static double[] Numbers(RandomStream stream, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => stream.NextGaussian() * Math.ScaleB(1, stream.NextInt(30)))];

    private static double ByTheRule(double[] x)
    {
        double sum = 0;
        for (int start = 0; start < x.Length; start += 4096)
        {
            var l = new double[8];
            for (int i = start; i < Math.Min(start + 4096, x.Length); i++) l[i % 8] += x[i];
            sum += ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
        }
        return sum;
    }
}
