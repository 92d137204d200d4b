using System.Buffers.Binary;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Randomness;

public sealed class RandomStreamTests
{
    private const int Draws = 200_000;

    private static RandomStream Open(string name) => StreamKey.Root(11, name).Open();

    [Fact]
    public void ReadsTheBlocksThatTheKeyNames()
    {
        var key = StreamKey.Root(1, "layout");
        byte[] digest = key.ToArray();
        ulong philoxKey = BinaryPrimitives.ReadUInt64LittleEndian(digest), high = BinaryPrimitives.ReadUInt64LittleEndian(digest.AsSpan(8));
        var stream = key.Open();
        for (ulong block = 0; block < 3; block++)
        {
            var (a, b, c, d) = Philox.Block(philoxKey, high, block);
            Assert.Equal((a, b, c, d), (stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32()));
        }
        var other = key.Open();
        var first = Philox.Block(philoxKey, high, 0);
        Assert.Equal(first.First | ((ulong)first.Second << 32), other.NextUInt64());
        Assert.Equal(((first.Third | ((ulong)first.Fourth << 32)) >> 11) * Math.ScaleB(1, -53), other.NextDouble());
    }

    [Fact]
    public void SkipLandsOnTheBlockAsIfReadThrough()
    {
        var key = StreamKey.Root(2, "skip");
        RandomStream read = key.Open(), skipped = key.Open();
        for (int i = 0; i < 4 * 10; i++) read.NextUInt32();
        skipped.Skip(10);
        Assert.Equal(read.NextUInt32(), skipped.NextUInt32());
        skipped.Skip(2);
        for (int i = 0; i < 3 + (4 * 2); i++) read.NextUInt32();
        Assert.Equal(read.NextUInt32(), skipped.NextUInt32());
    }

    [Fact]
    public void SkipFromAnywhereLandsOnABlock()
    {
        var key = StreamKey.Root(3, "skip");
        for (int before = 0; before < 40; before++)
        {
            for (ulong blocks = 0; blocks < 6; blocks++)
            {
                RandomStream read = key.Open(), skipped = key.Open();
                for (int i = 0; i < before; i++) Assert.Equal(read.NextUInt32(), skipped.NextUInt32());
                for (int i = before; i < (((before + 3) / 4) + (int)blocks) * 4; i++) read.NextUInt32();
                skipped.Skip(blocks);
                Assert.Equal(read.NextUInt64(), skipped.NextUInt64());
            }
        }
    }

    [Fact]
    public void WordsOfBothSizesMayBeMixed()
    {
        RandomStream mixed = Open("mixed"), words = Open("mixed");
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(words.NextUInt32(), mixed.NextUInt32());
            for (int k = 0; k < i % 4; k++) Assert.Equal(words.NextUInt32() | ((ulong)words.NextUInt32() << 32), mixed.NextUInt64());
        }
    }

    [Fact]
    public void DoublesAreUniform()
    {
        var stream = Open("uniform");
        var bins = new long[256];
        double sum = 0, squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            double u = stream.NextDouble();
            Assert.InRange(u, 0, Math.BitDecrement(1.0));
            bins[(int)(u * bins.Length)]++;
            sum += u;
            squares += u * u;
        }
        ChiSquare.WithinFiveSigma(bins, Enumerable.Repeat(1.0 / bins.Length, bins.Length));
        Assert.InRange((sum / Draws) - 0.5, -5 * Math.Sqrt(1 / 12.0 / Draws), 5 * Math.Sqrt(1 / 12.0 / Draws));
        Assert.InRange((squares / Draws) - (1 / 3.0), -5 * Math.Sqrt(4 / 45.0 / Draws), 5 * Math.Sqrt(4 / 45.0 / Draws));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(65)]
    public void IntegersAreUniformAndBelowTheBound(int bound)
    {
        var stream = Open("integers");
        var counts = new long[bound];
        for (int i = 0; i < Draws; i++) counts[stream.NextInt(bound)]++;
        ChiSquare.WithinFiveSigma(counts, Enumerable.Repeat(1.0 / bound, bound));
    }

    [Fact]
    public void IntegersReachTheLargestBound()
    {
        var stream = Open("large");
        int largest = 0;
        for (int i = 0; i < 1000; i++) largest = Math.Max(largest, stream.NextInt(int.MaxValue));
        Assert.InRange(largest, int.MaxValue * 0.98, int.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt(0));
    }

    [Fact]
    public void GaussiansHaveTheMomentsAndTailsOfTheNormalDistribution()
    {
        var stream = Open("gaussian");
        double first = 0, second = 0, third = 0, fourth = 0;
        int beyondTwo = 0;
        for (int i = 0; i < Draws; i++)
        {
            double x = stream.NextGaussian();
            (first, second, third, fourth) = (first + x, second + (x * x), third + (x * x * x), fourth + (x * x * x * x));
            if (Math.Abs(x) > 2) beyondTwo++;
        }
        double unit = 5 / Math.Sqrt(Draws);
        Assert.InRange(first / Draws, -unit, unit);
        Assert.InRange((second / Draws) - 1, -unit * Math.Sqrt(2), unit * Math.Sqrt(2));
        Assert.InRange(third / Draws, -unit * Math.Sqrt(15), unit * Math.Sqrt(15));
        Assert.InRange((fourth / Draws) - 3, -unit * Math.Sqrt(96), unit * Math.Sqrt(96));
        const double tail = 0.04550026389635842;
        Assert.InRange(((double)beyondTwo / Draws) - tail, -unit * Math.Sqrt(tail), unit * Math.Sqrt(tail));
    }

    [Fact]
    public void GaussiansComeInPairsFromTheSameNumbers()
    {
        var stream = Open("pair");
        double x = stream.NextGaussian();
        stream.NextUInt32();
        double y = stream.NextGaussian();
        var again = Open("pair");
        Assert.Equal((x, y), (again.NextGaussian(), again.NextGaussian()));
    }

    [Fact]
    public void PermutationsAreAllEquallyLikely()
    {
        var stream = Open("permutation");
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (int i = 0; i < 24_000; i++)
        {
            string order = string.Concat(stream.Permutation(4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, counts.Count);
        ChiSquare.WithinFiveSigma([.. counts.Values], Enumerable.Repeat(1 / 24.0, 24));
        Assert.Equal(Enumerable.Range(0, 500), stream.Permutation(500).Order());
        Assert.Empty(stream.Permutation(0));
    }
}
