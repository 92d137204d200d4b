using System.Text.Json;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Randomness;

/// <summary>Against numpy.random.RandomState 2.4.6 (vectors/learning/splits.json, cases "legacy_rng").</summary>
public sealed class LegacyRandomStateTests
{
    [Fact]
    public void ReproducesEveryLegacyCaseOfNumPy()
    {
        using var file = JsonDocument.Parse(SharedData.Text("vectors", "learning", "splits.json"));
        int cases = 0;
        var all = file.RootElement.GetProperty("cases").EnumerateArray();
        foreach (var item in all.Where(c => c.GetProperty("kind").GetString() == "legacy_rng"))
        {
            uint seed = item.GetProperty("seed").GetUInt32();
            foreach (var field in item.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Array))
            {
                double[] expected = [.. field.Value.EnumerateArray().Select(v => v.GetDouble())];
                double[] actual = Draw(field.Name, new LegacyRandomState(seed), expected.Length);
                bool rounded = field.Name is "randn" or "normal_2_0.5" or "exponential" or "mixed_randn_then_uniform_then_randn";
                for (int i = 0; i < expected.Length; i++)
                {
                    double allowed = rounded ? 1e-15 * Math.Abs(expected[i]) : 0;
                    Assert.True(Math.Abs(actual[i] - expected[i]) <= allowed, $"{seed} {field.Name}[{i}]: {actual[i]}, not {expected[i]}");
                }
            }
            cases++;
        }
        Assert.Equal(4, cases);
    }

    [Fact]
    public void FirstWordsAreThoseOfTheReferenceCode()
    {
        var state = new LegacyRandomState(5489);
        Assert.Equal(3499211612u, state.NextUInt32());
        for (int i = 2; i < 10_000; i++) state.NextUInt32();
        Assert.Equal(4123659995u, state.NextUInt32()); // the 10000th, as the C++ standard states for std::mt19937
    }

    [Fact]
    public void ArgumentsOutOfRangeAreRefused()
    {
        var state = new LegacyRandomState(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => state.RandInt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.Choice(3, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.NextBinomial(100, 0.4));
        Assert.Equal(0, state.RandInt(1));
        Assert.Equal([0], state.Permutation(1));
    }

    private static double[] Draw(string field, LegacyRandomState state, int count) => field switch
    {
        "raw_uint32" => Repeat(count, () => state.NextUInt32()),
        "random_sample" => Repeat(count, state.NextDouble),
        "uniform_-1_1" => Repeat(count, () => -1 + (2 * state.NextDouble())),
        "randn" => Repeat(count, state.NextGaussian),
        "normal_2_0.5" => Repeat(count, () => 2 + (0.5 * state.NextGaussian())),
        "permutation_10" => [.. state.Permutation(10)],
        "permutation_300_first20" => [.. state.Permutation(300).Take(20)],
        "shuffle_list_8" => Shuffled(state),
        "randint_0_10" => Repeat(count, () => state.RandInt(10)),
        "randint_0_1000" => Repeat(count, () => state.RandInt(1000)),
        "choice_20_5_replace" => Repeat(count, () => state.RandInt(20)),
        "choice_20_5_no_replace" => [.. state.Choice(20, 5)],
        "exponential" => Repeat(count, state.NextExponential),
        "binomial_100_0.3" => Repeat(count, () => state.NextBinomial(100, 0.3)),
        "mixed_randn_then_uniform_then_randn" =>
        [
            state.NextGaussian(), state.NextDouble(), state.NextGaussian(), state.NextGaussian(), state.RandInt(100), state.NextGaussian(),
        ],
        _ => throw new InvalidOperationException($"The vectors have a field '{field}' that this test does not know."),
    };

    private static double[] Repeat(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];

    private static double[] Shuffled(LegacyRandomState state)
    {
        double[] items = [0, 1, 2, 3, 4, 5, 6, 7];
        state.Shuffle(items.AsSpan());
        return items;
    }
}
