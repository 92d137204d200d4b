using System.Text.Json;
using CsCheck;
using QmlBench.Mitigation.ZeroNoise;

namespace QmlBench.Tests.Mitigation.ZeroNoise;

public class ExtrapolationTests
{
    [Fact]
    public void Weights_and_variance_factors_agree_with_the_published_ones()
    {
        foreach (JsonElement vector in Vectors.Facts("zne-coeff"))
        {
            bool linear = vector.GetProperty("description").GetString()!.StartsWith("Linear", StringComparison.Ordinal);
            double[] factors = Vectors.Doubles(vector.GetProperty("inputs").GetProperty("scale_factors"));
            JsonElement expected = vector.GetProperty("expected");
            double[] weights = (linear ? Extrapolation.Linear : Extrapolation.Richardson).Weights(factors);
            double[] published = Vectors.Doubles(expected.GetProperty("gamma"));
            for (int k = 0; k < weights.Length; k++)
                Assert.Equal(published[k], weights[k], 1e-9);
            Assert.Equal(
                expected.GetProperty("equal_split_variance_factor").GetDouble(), weights.Length * weights.Sum(w => w * w), 1e-7);
            double norm = weights.Sum(Math.Abs);
            Assert.Equal(expected.GetProperty("optimal_split_variance_factor").GetDouble(), norm * norm, 1e-7);
        }
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("poly2")]
    [InlineData("richardson")]
    public void Extrapolations_agree_with_Mitiq(string model)
    {
        int compared = 0;
        foreach (JsonElement fit in Vectors.Mitiq("fit"))
        {
            if (!fit.TryGetProperty(model, out JsonElement expected)) continue;
            double found = Extrapolate(model, fit.GetProperty("scales"), fit.GetProperty("values"));
            Assert.Equal(expected.GetProperty("zero_noise").GetDouble(), found, 1e-9);
            compared++;
        }

        foreach (JsonElement zne in Vectors.Mitiq("end-to-end").SelectMany(vector => vector.GetProperty("zne").EnumerateArray()))
        {
            if (!zne.TryGetProperty(model, out JsonElement expected) || expected.ValueKind != JsonValueKind.Number) continue;
            Assert.Equal(expected.GetDouble(), Extrapolate(model, zne.GetProperty("scales"), zne.GetProperty("values")), 1e-9);
            compared++;
        }

        Assert.True(compared > 5, $"only {compared} records of {model}");
    }

    [Fact]
    public void Weights_add_up_to_one_and_kill_monomials() => Property.Holds(
        Gen.Double[0.2, 2.0].List[3, 6].Select(Gen.Int[0, 2]),
        drawn =>
        {
            // Factors at least 0.2 apart keep the problem well conditioned.
            double sum = 0.8;
            double[] factors = [.. drawn.Item1.Select(step => sum += step)];
            (Extrapolation fit, int degree) = drawn.Item2 switch
            {
                0 => (Extrapolation.Linear, 1),
                1 => (Extrapolation.Polynomial(2), 2),
                _ => (Extrapolation.Richardson, factors.Length - 1),
            };
            double[] weights = fit.Weights(factors);
            double size = weights.Sum(Math.Abs);
            Assert.Equal(1.0, weights.Sum(), 1e-10 * size);
            for (int power = 1; power <= degree; power++)
            {
                double largest = Math.Pow(factors[^1], power);
                double moment = weights.Zip(factors, (weight, factor) => weight * Math.Pow(factor, power)).Sum();
                Assert.InRange(moment, -1e-9 * size * largest, 1e-9 * size * largest);
            }
        });

    [Fact]
    public void Too_few_or_equal_factors_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Extrapolation.Polynomial(2).Weights([1, 3]));
        Assert.Throws<ArgumentException>(() => Extrapolation.Richardson.Weights([1, 3, 3]));
        Assert.Throws<ArgumentException>(() => new ZeroNoiseOptions(Extrapolation.Linear, [1, 0.5], FoldMethod.Global));
    }

    private static double Extrapolate(string model, JsonElement scales, JsonElement values)
    {
        Extrapolation fit = model switch
        {
            "linear" => Extrapolation.Linear,
            "richardson" => Extrapolation.Richardson,
            _ => Extrapolation.Polynomial(2),
        };
        return fit.Weights(Vectors.Doubles(scales)).Zip(Vectors.Doubles(values), (weight, value) => weight * value).Sum();
    }
}
