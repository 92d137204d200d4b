using System.Collections.Immutable;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Learning.Datasets;

/// <summary>Cuts samples into a training and a test side, as scikit-learn's <c>train_test_split</c> does.</summary>
/// <remarks>
/// Both forms ask only for random permutations, so they run on the project's own streams and, for published data, on NumPy's
/// legacy stream, where they give scikit-learn's indices exactly.
/// </remarks>
public static class TrainTestSplit
{
    /// <summary>A split that keeps the shares of the classes, from a stream of its own.</summary>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="testShare">Share of test samples, between 0 and 1; their number is rounded up.</param>
    /// <param name="stream">The draw's <c>split</c> stream.</param>
    public static Split Stratified(ReadOnlySpan<int> labels, double testShare, RandomStream stream) =>
        Stratified(labels, TestCount(labels.Length, testShare), labels.Length - TestCount(labels.Length, testShare), stream.Permutation);

    /// <summary>A split that keeps the shares of the classes, of stated sizes: what is left over belongs to neither side.</summary>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="test">Number of test samples.</param>
    /// <param name="train">Number of training samples.</param>
    /// <param name="permutation">Gives a random order of 0 … n − 1.</param>
    /// <exception cref="ArgumentException">
    /// A class has fewer than two samples, or a side is smaller than the number of classes or too large.
    /// </exception>
    public static Split Stratified(ReadOnlySpan<int> labels, int test, int train, Func<int, int[]> permutation)
    {
        int[] codes = labels.ToArray();
        int[] classes = [.. codes.Distinct().Order()];
        var counts = Array.ConvertAll(classes, c => codes.Count(code => code == c));
        Refuse(codes.Length, test, train, counts);
        var trainCounts = Shares(counts, train, permutation);
        var rest = counts.Zip(trainCounts, (all, taken) => all - taken).ToArray();
        var testCounts = Shares(rest, test, permutation);
        List<int> trainRows = [], testRows = [];
        for (var c = 0; c < classes.Length; c++)
        {
            int[] members = [.. Enumerable.Range(0, codes.Length).Where(i => codes[i] == classes[c])];
            int[] shuffled = [.. permutation(members.Length).Select(i => members[i])];
            trainRows.AddRange(shuffled[..trainCounts[c]]);
            testRows.AddRange(shuffled[trainCounts[c]..(trainCounts[c] + testCounts[c])]);
        }

        return new([.. permutation(train).Select(i => trainRows[i])], [.. permutation(test).Select(i => testRows[i])]);
    }

    /// <summary>A split without regard to classes: the head of a permutation tests, the rest trains.</summary>
    /// <param name="samples">Number of samples n.</param>
    /// <param name="testShare">Share of test samples; ⌈n · share⌉ of them.</param>
    /// <param name="permutation">Gives a random order of 0 … n − 1.</param>
    public static Split Plain(int samples, double testShare, Func<int, int[]> permutation)
    {
        var test = TestCount(samples, testShare);
        var order = permutation(samples);
        return new([.. order[test..]], [.. order[..test]]);
    }

    private static int TestCount(int samples, double share) =>
        share is > 0 and < 1
            ? (int)Math.Ceiling(samples * share)
            : throw new ArgumentOutOfRangeException(nameof(share), share, "The share of test samples lies between 0 and 1.");

    private static void Refuse(int samples, int test, int train, int[] counts)
    {
        if (counts.Min() < 2)
            throw new ArgumentException("A stratified split needs at least two samples of each class.");
        if (test < counts.Length || train < counts.Length || test + train > samples)
        {
            throw new ArgumentException(
                $"{samples} samples of {counts.Length} classes cannot be split into {train} to train and {test} to test; " +
                "each side needs one of each class, and both together no more than there are.");
        }
    }

    /// <summary>
    /// Shares <paramref name="total"/> among the classes by largest remainder; equal remainders are taken in random order.
    /// </summary>
    private static int[] Shares(int[] counts, int total, Func<int, int[]> permutation)
    {
        double all = counts.Sum();
        var exact = Array.ConvertAll(counts, count => count / all * total);
        var shares = Array.ConvertAll(exact, value => (int)Math.Floor(value));
        var remainders = exact.Zip(shares, (value, share) => value - share).ToArray();
        var missing = total - shares.Sum();
        foreach (var remainder in remainders.Distinct().OrderDescending().ToImmutableArray())
        {
            if (missing == 0)
                break;
            int[] equal = [.. Enumerable.Range(0, counts.Length).Where(c => remainders[c] == remainder)];
            var take = Math.Min(equal.Length, missing);
            foreach (var chosen in permutation(equal.Length)[..take])
                shares[equal[chosen]]++;
            missing -= take;
        }

        return shares;
    }
}
