using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Learning.Datasets;

/// <summary>
/// The hidden manifold generator of arXiv:2403.07059 (XanaduAI/qml-benchmarks): d visible features of m hidden coordinates,
/// labelled by a random one-layer network on the hidden coordinates.
/// </summary>
/// <remarks>
/// <para>Drawn in this order from one legacy NumPy stream: F (m × d, Gaussian, row by row), C (n × m, Gaussian), b (d values 2U − 1),
/// W (m × m, Gaussian), v (m, Gaussian). X = tanh(C·F/√m − b); y = (Σᵢ vᵢ tanh((W·c)ᵢ))/√m with c a row of C; class 0 ("−1") where
/// y − median(y) &lt; 0, else class 1 ("+1").</para>
/// <para>The published sets use seed 3 and d = 2 … 20 on one stream, each followed by its split
/// (<see cref="TrainTestSplit.Plain(int, double, Func{int, int[]})"/>).</para>
/// </remarks>
public sealed class HiddenManifold : IDatasetSource
{
    private readonly int _features;
    private readonly int _hidden;
    private readonly int _samples;

    /// <summary>A generator whose every draw seeds its own legacy stream.</summary>
    /// <param name="features">Number of visible features d, at least 1.</param>
    /// <param name="hidden">Dimension m of the manifold, at least 1.</param>
    /// <param name="samples">Number of samples n, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public HiddenManifold(int features, int hidden = 6, int samples = 300)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        _features = features;
        _hidden = hidden;
        _samples = samples;
    }

    /// <inheritdoc/>
    public string Name => "hidden_manifold";

    /// <inheritdoc/>
    public string Description =>
        $"Hidden manifold, {_samples} samples of {_features} features on a {_hidden}-dimensional manifold; arXiv:2403.07059";

    /// <inheritdoc/>
    public bool IsGenerated => true;

    /// <summary>A new data set: the first 32 bits of the <c>data</c> stream seed the legacy generator.</summary>
    /// <param name="data">Key of the draw's <c>data</c> stream.</param>
    public Dataset Draw(StreamKey data)
    {
        var seed = data.Open().NextUInt32();
        var samples = Generate(new LegacyRandomState(seed), _features, _hidden, _samples);
        return new(Name, samples, ["-1", "+1"], $"{Description}; generated, MT19937 seed {seed}");
    }

    /// <summary>Generates one set from a stream that may be in use already: the order of draws is part of the data.</summary>
    /// <param name="random">The legacy stream; a Gaussian kept from before is used first.</param>
    /// <param name="features">d.</param>
    /// <param name="hidden">m.</param>
    /// <param name="samples">n.</param>
    public static LabelledData Generate(LegacyRandomState random, int features, int hidden, int samples = 300)
    {
        var embedding = Gaussians(random, hidden * features);
        var points = Gaussians(random, samples * hidden);
        var bias = new double[features];
        for (var j = 0; j < features; j++)
            bias[j] = (2 * random.NextDouble()) - 1;
        var visible = Embed(points, embedding, bias, samples, hidden);
        var network = Gaussians(random, hidden * hidden);
        var weights = Gaussians(random, hidden);
        var scores = Score(points, network, weights, samples);
        return new(FeatureMatrix.Own(samples, features, visible), [.. Labels(scores)]);
    }

    private static double[] Gaussians(LegacyRandomState random, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = random.NextGaussian();
        return values;
    }

    private static double[] Embed(double[] points, double[] embedding, double[] bias, int samples, int hidden)
    {
        var features = bias.Length;
        var root = Math.Sqrt(hidden);
        var visible = new double[samples * features];
        for (var row = 0; row < samples; row++)
        {
            for (var j = 0; j < features; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < hidden; k++)
                    sum += points[(row * hidden) + k] * embedding[(k * features) + j];
                visible[(row * features) + j] = Elementary.Tanh((sum / root) - bias[j]);
            }
        }

        return visible;
    }

    private static double[] Score(double[] points, double[] network, double[] weights, int samples)
    {
        var hidden = weights.Length;
        var scores = new double[samples];
        for (var row = 0; row < samples; row++)
        {
            var point = points.AsSpan(row * hidden, hidden);
            var score = 0.0;
            for (var i = 0; i < hidden; i++)
                score += weights[i] * Elementary.Tanh(LaneSum.Dot(network.AsSpan(i * hidden, hidden), point));
            scores[row] = score / Math.Sqrt(hidden);
        }

        return scores;
    }

    private static IEnumerable<int> Labels(double[] scores)
    {
        double[] sorted = [.. scores.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return scores.Select(score => score - median < 0 ? 0 : 1);
    }
}
