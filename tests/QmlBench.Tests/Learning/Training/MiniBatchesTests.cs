using QmlBench.Learning.Training;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning.Training;

public sealed class MiniBatchesTests
{
    /// <summary>2,000 batches of 32 from 40: a sample is drawn 1,600 times on average, standard deviation 39.5; 5σ.</summary>
    [Fact]
    public void Every_sample_is_drawn_equally_often_and_the_order_is_the_keys()
    {
        var key = StreamKey.Root(11, "batches");
        var batches = new MiniBatches(40, 32, key.Open());
        var counts = new int[40];
        var first = batches.Next();
        foreach (var index in Enumerable.Range(0, 1999).SelectMany(_ => batches.Next()).Concat(first))
            counts[index]++;
        Assert.All(counts, count => Assert.InRange(count, 1600 - 198, 1600 + 198));
        Assert.Equal(first, new MiniBatches(40, 32, key.Open()).Next());
    }
}
