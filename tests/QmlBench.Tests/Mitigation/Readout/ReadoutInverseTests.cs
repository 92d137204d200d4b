using System.Text.Json;
using CsCheck;
using QmlBench.Mitigation.Readout;

namespace QmlBench.Tests.Mitigation.Readout;

public class ReadoutInverseTests
{
    [Fact]
    public void Inverse_and_norm_agree_with_the_published_ones()
    {
        foreach (JsonElement vector in Vectors.Facts("readout"))
        {
            JsonElement inputs = vector.GetProperty("inputs"), expected = vector.GetProperty("expected");
            if (!inputs.TryGetProperty("p0", out JsonElement p0) || p0.ValueKind != JsonValueKind.Number) continue;
            var qubit = new QubitCalibration(p0.GetDouble(), inputs.GetProperty("p1").GetDouble());
            if (expected.TryGetProperty("inverse", out JsonElement inverse))
                for (int row = 0; row < 2; row++)
                    for (int column = 0; column < 2; column++)
                        Assert.Equal(inverse[row][column].GetDouble(), qubit.Inverse(row, column), 1e-9);
            if (expected.TryGetProperty("one_norm", out JsonElement norm))
                Assert.Equal((norm.ValueKind == JsonValueKind.Array ? norm[0] : norm).GetDouble(), qubit.OneNorm, 1e-9);
        }
    }

    [Fact]
    public void Total_flips_reverse_bitstrings()
    {
        double[] distribution = [0.1, 0.2, 0.3, 0.4];
        BitstringInverse.Apply(distribution, [new(1, 1), new(1, 1)]);
        Assert.Equal([0.4, 0.3, 0.2, 0.1], distribution);
    }

    [Fact]
    public void Counts_of_the_peer_are_inverted_and_projected_alike()
    {
        foreach (JsonElement vector in Vectors.Mitiq("rem-counts"))
        {
            double[] p0 = Vectors.Doubles(vector.GetProperty("p0")), p1 = Vectors.Doubles(vector.GetProperty("p1"));
            double[] counts = new double[1 << p0.Length];
            foreach (JsonProperty count in vector.GetProperty("counts").EnumerateObject())
                counts[Convert.ToInt32(count.Name, 2)] = count.Value.GetDouble();
            double total = counts.Sum();
            double[] quasi = [.. counts.Select(count => count / total)];
            // The first letter is the first qubit and the most significant bit there; bit 0 is the last qubit here.
            BitstringInverse.Apply(quasi, [.. p0.Zip(p1, (up, down) => new QubitCalibration(up, down)).Reverse()]);
            AssertClose(Vectors.Doubles(vector.GetProperty("quasi")), quasi);
            SimplexProjection.Apply(quasi);
            AssertClose(Vectors.Doubles(vector.GetProperty("nearest_exact")), quasi);
        }
    }

    [Fact]
    public void Projections_agree_with_the_published_ones()
    {
        foreach (JsonElement vector in Vectors.Facts("readout"))
        {
            if (!vector.GetProperty("inputs").TryGetProperty("quasi", out JsonElement input)) continue;
            JsonElement expected = vector.GetProperty("expected");
            double[] found = Vectors.Doubles(input);
            SimplexProjection.Apply(found);
            JsonElement nearest = expected.TryGetProperty("prob_exact", out JsonElement exact) ? exact : expected.GetProperty("prob");
            AssertClose(Vectors.Doubles(nearest), found);
        }
    }

    [Fact]
    public void Slopes_of_the_inverse_agree_with_differences() => Property.Holds(
        Gen.Select(Gen.Double[0.0, 0.3], Gen.Double[0.0, 0.3], Gen.Int[0, 1]),
        drawn =>
        {
            const double Step = 1e-6;
            (double up, double down, int bit) = drawn;
            double Inverse(double one, double other) => new QubitCalibration(one, other).Inverse(0, bit);
            var qubit = new QubitCalibration(up, down);
            Assert.Equal((Inverse(up + Step, down) - Inverse(up - Step, down)) / (2 * Step), qubit.SlopeByOneGivenZero(bit), 1e-6);
            Assert.Equal((Inverse(up, down + Step) - Inverse(up, down - Step)) / (2 * Step), qubit.SlopeByZeroGivenOne(bit), 1e-6);
        });

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], 1e-9);
    }
}
