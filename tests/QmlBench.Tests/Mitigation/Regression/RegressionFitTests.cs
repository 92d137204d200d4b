using System.Text.Json;
using CsCheck;
using QmlBench.Mitigation.Regression;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Mitigation.Regression;

public class RegressionFitTests
{
    [Fact]
    public void A_line_without_noise_is_found()
    {
        double[] noisy = [.. Enumerable.Range(0, 30).Select(i => i / 29.0)];
        RegressionFit fit = RegressionFit.Of(noisy, [.. noisy.Select(x => (1.2 * x) + 0.1)], 0.5, 0)!;
        Assert.Equal(1.2, fit.Slope, 1e-12);
        Assert.Equal(0.1, fit.Intercept, 1e-12);
        Assert.Equal(0.7, fit.Prediction, 1e-12);
        Assert.Equal(0, RegressionFit.Covariance(fit, fit), 1e-20);
    }

    [Fact]
    public void Predictions_agree_with_Mitiq()
    {
        int compared = 0;
        foreach (JsonElement vector in Vectors.Mitiq("end-to-end"))
        {
            JsonElement cdr = vector.GetProperty("cdr");
            if (!cdr.TryGetProperty("linear", out JsonElement expected) || expected.ValueKind != JsonValueKind.Number) continue;
            RegressionFit? fit = RegressionFit.Of(
                Vectors.Doubles(cdr.GetProperty("noisy")), Vectors.Doubles(cdr.GetProperty("exact")),
                vector.GetProperty("raw").GetDouble(), 0);
            // A falling line is a fit, too, for the peer; here it is a training set that says nothing.
            if (fit is null) continue;
            Assert.Equal(expected.GetDouble(), fit.Prediction, 1e-6);
            compared++;
        }

        Assert.True(compared > 5, $"only {compared} records");
    }

    [Fact]
    public void Training_values_that_determine_no_line_are_told()
    {
        Assert.Null(RegressionFit.Of([0.5, 0.5, 0.5], [0.1, 0.2, 0.3], 0.5, 0));
        Assert.Null(RegressionFit.Of([0.1, 0.2, 0.3], [0.3, 0.2, 0.1], 0.5, 0));
        Assert.Null(RegressionFit.Of([0.50, 0.51, 0.52], [0.5, 0.6, 0.7], 0.5, 0.01));
        Assert.Throws<ArgumentException>(() => RegressionFit.Of([0.1, 0.2], [0.1, 0.2], 0.5, 0));
    }

    [Fact]
    public void First_order_changes_agree_with_differences() => Property.Holds(
        Gen.Select(Gen.Double[-1, 1].Array[6], Gen.Double[-1, 1].Array[7]),
        drawn =>
        {
            const double Step = 1e-6;
            double[] noisy = [.. Enumerable.Range(0, 6).Select(i => (0.3 * i) + (0.05 * drawn.Item1[i]))];
            double[] exact = [.. noisy.Select((x, i) => (1.3 * x) + (0.1 * drawn.Item2[i]))];
            double Prediction(double sign) => RegressionFit.Of(
                [.. noisy.Select((x, i) => x + (sign * Step * drawn.Item2[i]))],
                exact,
                0.7 + (sign * Step * drawn.Item2[6]),
                0)!.Prediction;
            double slope = (Prediction(1) - Prediction(-1)) / (2 * Step);
            Assert.Equal(slope, RegressionFit.Of(noisy, exact, 0.7, 0)!.Change(drawn.Item2[6], drawn.Item2.AsSpan(0, 6)), 1e-6);
        });

    [Fact]
    public void Error_of_the_fit_covers_the_line()
    {
        RandomStream stream = StreamKey.Root(3, "fit").Open();
        double[] noisy = [.. Enumerable.Range(0, 40).Select(i => i / 40.0)];
        Coverage.Check(1.4, Enumerable.Range(0, 600).Select(_ =>
        {
            double[] exact = [.. noisy.Select(x => (1.5 * x) - 0.1 + (0.05 * stream.NextGaussian()))];
            RegressionFit fit = RegressionFit.Of(noisy, exact, 1.0, 0)!;
            return (fit.Prediction, Math.Sqrt(RegressionFit.Covariance(fit, fit)));
        }));
    }

    [Fact]
    public void Nearest_quarter_turns_agree_with_the_published_ones()
    {
        JsonElement vector = Vectors.Facts("cdr").Single(one => one.GetProperty("id").GetString() == "cdr-03");
        double[] turns = Vectors.Doubles(vector.GetProperty("expected").GetProperty("quarter_turns"));
        double[] angles = Vectors.Doubles(vector.GetProperty("inputs").GetProperty("angles"));
        for (int i = 0; i < angles.Length; i++)
            Assert.Equal(turns[i], ((NearClifford.QuarterTurns(angles[i]) % 4) + 4) % 4);
    }

    [Fact]
    public void Versions_keep_the_fraction_asked_for() => Property.Holds(
        Gen.Select(Gen.Double[-7, 7].List[0, 30], Gen.Double[0, 0.9], Gen.Int[0, 1000]),
        drawn =>
        {
            double[] angles = [.. drawn.Item1, 0, Math.PI / 2, -Math.PI];
            var version = new double[angles.Length];
            NearClifford.Write(angles, drawn.Item2, StreamKey.Root((ulong)drawn.Item3, "cdr").Open(), version);
            int others = angles.Count(angle => !NearClifford.IsClifford(angle));
            Assert.Equal(NearClifford.Kept(others, drawn.Item2), version.Count(angle => !NearClifford.IsClifford(angle)));
            for (int i = 0; i < angles.Length; i++)
                Assert.True(version[i] == angles[i]
                    || (NearClifford.IsClifford(version[i]) && Math.Abs(version[i] - angles[i]) <= (Math.PI / 4) + 1e-12));
        });
}
