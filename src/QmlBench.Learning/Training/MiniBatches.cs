using QmlBench.Numerics.Randomness;

namespace QmlBench.Learning.Training;

/// <summary>Draws mini-batches with replacement, as the anchor study does.</summary>
/// <param name="samples">Number of training samples, at least 1.</param>
/// <param name="size">Samples in a batch, at least 1.</param>
/// <param name="stream">The <c>batches</c> stream; every batch goes on where the one before ended.</param>
public sealed class MiniBatches(int samples, int size, RandomStream stream)
{
    /// <summary>The next batch: indices of training samples, each drawn by itself.</summary>
    public int[] Next()
    {
        var batch = new int[size];
        for (var i = 0; i < size; i++)
            batch[i] = stream.NextInt(samples);
        return batch;
    }
}
