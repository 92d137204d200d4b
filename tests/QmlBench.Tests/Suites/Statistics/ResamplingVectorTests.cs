using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

/// <summary>Cases of stat_bayes.json and stat_bootstrap.json.</summary>
public sealed class ResamplingVectorTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Nadeau_Bengio_on_cross_validation_agrees() => VectorComparison.Run(
        "stat_bayes.json",
        inputs: ["x", "y", "folds", "runs", "rope", "test_over_train"],
        notImplemented: ["baycomp_mean", "baycomp_var", "left_rope_right", "left_right_no_rope"],   // Bayesian correlated t
        (vector, one) =>
        {
            var (x, y) = (VectorComparison.Numbers(one.GetProperty("x")), VectorComparison.Numbers(one.GetProperty("y")));
            var test = NadeauBengioInterval.From([.. y.Zip(x, (b, a) => b - a)], one.GetProperty("test_over_train").GetDouble(), 0.05);
            vector.Near(test.Estimate.Statistic(0), Tolerance, "nadeau_bengio", "t");
            vector.Near(test.DegreesOfFreedom, 0, "nadeau_bengio", "df");
            vector.Near(test.P, Tolerance, "nadeau_bengio", "p_two_sided");
            vector.Near(test.Interval, Tolerance, "nadeau_bengio", "ci95");
        },
        kind: "correlated_t");

    [Fact]
    public void Nadeau_Bengio_on_resampled_splits_agrees() => VectorComparison.Run(
        "stat_bayes.json",
        inputs: ["differences", "n_test", "n_train"],
        notImplemented: [],
        (vector, one) =>
        {
            var differences = VectorComparison.Numbers(one.GetProperty("differences"));
            var (testRows, trainRows) = (one.GetProperty("n_test").GetInt32(), one.GetProperty("n_train").GetInt32());
            var test = NadeauBengioInterval.From(differences, testRows, trainRows, 0.05);
            vector.Near(test.Estimate.Statistic(0), Tolerance, "t");
            vector.Near(test.DegreesOfFreedom, 0, "df");
            vector.Near(test.P, Tolerance, "p_two_sided");
            vector.Near(test.Estimate.PGreater(), Tolerance, "p_greater");
            vector.Near(test.Interval, Tolerance, "ci95");
            vector.Near(PairedTInterval.From(differences, 0.05).P, Tolerance, "naive_p_two_sided");
        },
        kind: "nadeau_bengio");

    [Fact]
    public void Bayesian_signed_rank_agrees() => VectorComparison.Run(
        "stat_bayes.json",
        inputs: ["differences", "rope", "prior_weight_at_0", "samples", "standard_error"],
        notImplemented: [],
        (vector, one) =>
        {
            var differences = VectorComparison.Numbers(one.GetProperty("differences"));
            var test = BayesianSignedRank.From(differences, one.GetProperty("rope").GetDouble());
            Compare(vector, test.PosteriorMean, [Tolerance, Tolerance, Tolerance], "posterior_mean_exact");
            // 4 standard errors of theirs and 5 of ours; both shares rest on finite samples, so an empty one is allowed three hits.
            const int samples = 20_000;
            var source = new SplitMix64(7);
            var shares = test.Sample(samples, source.NextUniform);
            var theirs = VectorComparison.Numbers(one.GetProperty("standard_error"));
            double[] ours = [.. VectorComparison.Numbers(one.GetProperty("left_rope_right")).Select(p => Math.Sqrt(p * (1 - p) / samples))];
            Compare(vector, shares, [.. theirs.Zip(ours, (a, b) => 4 * a + 5 * b + 3.0 / samples)], "left_rope_right");
        },
        kind: "bayesian_signed_rank");

    [Fact]
    public void Bootstrap_agrees() => VectorComparison.Run(
        "stat_bootstrap.json",
        inputs: ["data", "statistic", "B", "index_seed"],
        notImplemented: ["jackknife", "theta_first"],   // intermediate values; the acceleration and the sum of all replicates cover them
        (vector, one) =>
        {
            var source = new SplitMix64(one.GetProperty("index_seed").GetUInt64());
            BootstrapStatistic statistic = one.GetProperty("statistic").GetString() == "sd" ? DeviationOf : PlainMean;
            var sum = 0.0;
            var resamples = one.GetProperty("B").GetInt32();
            var calls = 0;
            var data = VectorComparison.Numbers(one.GetProperty("data"));
            var bootstrap = BcaBootstrap.From(data, Counted, resamples, source.NextIndex, tieTolerance: 0);
            vector.Near(bootstrap.Estimate, Tolerance, "estimate");
            vector.Near(sum, Tolerance, "theta_sum");
            foreach (var level in new[] { "0.95", "0.9" })
            {
                var alpha = 1 - double.Parse(level);
                vector.Near(bootstrap.Bias, Tolerance, level, "z0");
                vector.Near(bootstrap.Acceleration, Tolerance, level, "a");
                vector.Near(bootstrap.Quantiles(alpha).Lower, Tolerance, level, "alpha_1");
                vector.Near(bootstrap.Quantiles(alpha).Upper, Tolerance, level, "alpha_2");
                vector.Near(bootstrap.Interval(alpha), Tolerance, level, "bca");
                vector.Near(bootstrap.Percentile(alpha), Tolerance, level, "percentile");
                vector.Near(bootstrap.Basic(alpha), Tolerance, level, "basic");
            }

            double Counted(ReadOnlySpan<double> sample)
            {
                var value = statistic(sample);
                if (calls >= 1 && calls <= resamples) sum += value;   // the first call is the estimate, the last ones the jackknife
                calls++;
                return value;
            }
        });

    // In the case with ties the peer's z0 hangs on the last bits of sum/n (0.065 in place of 0.025, see BcaBootstrapTests), so it is
    // met with the peer's own mean and no tolerance.
    private static double PlainMean(ReadOnlySpan<double> sample)
    {
        var sum = 0.0;
        foreach (var value in sample) sum += value;
        return sum / sample.Length;
    }

    private static double DeviationOf(ReadOnlySpan<double> sample) => SampleMoments.Of(sample).StandardDeviation;

    private static void Compare(VectorComparison vector, RopeMasses masses, double[] tolerance, string field)
    {
        vector.Near(masses.Left, tolerance[0], field, "0");
        vector.Near(masses.Rope, tolerance[1], field, "1");
        vector.Near(masses.Right, tolerance[2], field, "2");
    }
}
