using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace QmlBench.Learning.Datasets;

/// <summary>Which samples train a model and which test it, in order.</summary>
public sealed record Split
{
    /// <summary>Creates a split.</summary>
    /// <param name="train">Indices of the training samples, in the order in which models see them.</param>
    /// <param name="test">Indices of the test samples.</param>
    /// <exception cref="ArgumentException">A side is empty, or a sample is on both sides or twice on one.</exception>
    public Split(ImmutableArray<int> train, ImmutableArray<int> test)
    {
        if (train.IsEmpty || test.IsEmpty)
            throw new ArgumentException($"A split needs samples on both sides; it has {train.Length} to train and {test.Length} to test.");
        int[] all = [.. train.Concat(test).Order()];
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i] == all[i - 1])
                throw new ArgumentException($"Sample {all[i]} appears twice in the split; a test sample must never be trained on.");
        }

        Train = train;
        Test = test;
        Sha256 = Hash(train, test);
    }

    /// <summary>Indices of the training samples.</summary>
    public ImmutableArray<int> Train { get; }

    /// <summary>Indices of the test samples.</summary>
    public ImmutableArray<int> Test { get; }

    /// <summary>SHA-256, lower-case hex, over the number of training indices, these, and the test indices (int32, little-endian).</summary>
    public string Sha256 { get; }

    /// <summary>At most the given numbers of samples of each side: the first of it, in order.</summary>
    /// <param name="train">Most training samples, or null for all.</param>
    /// <param name="test">Most test samples, or null for all.</param>
    public Split Head(int? train, int? test) =>
        new([.. Train.Take(train ?? Train.Length)], [.. Test.Take(test ?? Test.Length)]);

    private static string Hash(ImmutableArray<int> train, ImmutableArray<int> test)
    {
        var bytes = new byte[4 * (1 + train.Length + test.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, train.Length);
        var at = 4;
        foreach (var index in train.Concat(test))
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), index);
            at += 4;
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
