using System.Collections.Immutable;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Devices.Drift;

public sealed class DriftRateTests
{
    // Gaps like those between real snapshots: a day, weeks, months.
    private static readonly double[] Gaps = [1, 14, 40, 260, 3, 30];

    [Theory]
    [InlineData(0.02, 0.4, 4)]
    [InlineData(0.1, 0.7, 3)]
    [InlineData(0.5, 0.3, 5)]
    public void Rates_of_simulated_histories_are_found_within_five_standard_errors(double theta, double deviation, int length)
    {
        DriftRate rate = DriftRate.Fit(FigureKind.T1, Simulated(theta, deviation, length, count: 300))!;
        Assert.InRange(Math.Log(rate.Theta / theta) / rate.ThetaError, -5, 5);
        Assert.InRange(Math.Log(rate.Deviation / deviation) / rate.DeviationError, -5, 5);
        Assert.InRange(rate.ThetaError, 0.01, 0.6);
        Assert.InRange(rate.DeviationError, 0.005, 0.15);
        Assert.Equal(300 * (length - 1), rate.Increments);
        Assert.Equal(deviation * Math.Sqrt(2 * theta), rate.Sigma, 0.5 * deviation);
    }

    [Fact]
    public void Standard_errors_are_those_of_repeated_fits()
    {
        DriftRate[] rates = [.. Enumerable.Range(0, 40).Select(i => DriftRate.Fit(FigureKind.T1, Simulated(0.05, 0.5, 4, count: 60, seed: (ulong)i + 100))!)];
        double[] scores = [.. rates.Select(r => Math.Log(r.Theta / 0.05) / r.ThetaError)];
        double spread = Math.Sqrt(scores.Average(z => z * z));
        // χ² of 40 values: the root mean square is 1 ± 0.11.
        Assert.InRange(spread, 1 - 5 * 0.11, 1 + 5 * 0.11);
    }

    [Fact]
    public void The_mean_of_a_series_drops_out()
    {
        ImmutableArray<DriftSeries> series = Simulated(0.05, 0.5, 4, count: 50);
        var moved = series.Select((s, i) => s with { Logs = [.. s.Logs.Select(x => x + 0.37 * i - 9)] });
        DriftRate one = DriftRate.Fit(FigureKind.T1, series)!, other = DriftRate.Fit(FigureKind.T1, moved)!;
        Assert.Equal(one.Theta, other.Theta, one.Theta * 1e-6);
        Assert.Equal(one.Deviation, other.Deviation, 1e-9);
    }

    // The definition with a full correlation matrix, as in the remarks of OrnsteinUhlenbeckFit.
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void Innovations_give_the_terms_of_the_dense_formula(double theta)
    {
        DriftSeries series = Simulated(0.05, 0.5, 5, count: 1)[0];
        int n = series.Logs.Length;
        var r = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                r[i, j] = Math.Exp(-theta * Math.Abs(series.Days[i] - series.Days[j]));
        var factor = CholeskyFactor.Of(r);
        double[] ones = [.. Enumerable.Repeat(1.0, n)], x = [.. series.Logs];
        double[] ro = factor.Solve(ones), rx = factor.Solve(x);
        double oo = Dot(ones, ro), ox = Dot(ones, rx), xx = Dot(x, rx);
        (double q, double l) = OrnsteinUhlenbeckFit.Terms([series], theta);
        Assert.Equal(xx - ox * ox / oo, q, 1e-9);
        Assert.Equal(factor.LogDeterminant + Math.Log(oo), l, 1e-9);
        (double mean, double variance) = OrnsteinUhlenbeckFit.Mean(series, theta);
        Assert.Equal(ox / oo, mean, 1e-9);
        Assert.Equal(1 / oo, variance, 1e-9);
    }

    [Fact]
    public void Too_few_increments_or_none_that_differ_give_no_rate()
    {
        Assert.Null(DriftRate.Fit(FigureKind.T1, Simulated(0.1, 0.5, 3, count: 1)));
        Assert.Null(DriftRate.Fit(FigureKind.T1, []));
        var still = new DriftSeries(FigureKind.T1, "0", [0, 1, 2, 3, 4], [1, 1, 1, 1, 1]);
        Assert.Null(DriftRate.Fit(FigureKind.T1, [still]));
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static ImmutableArray<DriftSeries> Simulated(double theta, double deviation, int length, int count, ulong seed = 7)
    {
        RandomStream stream = StreamKey.Root(seed, "ornstein-uhlenbeck").Open();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            double mean = 3 * stream.NextGaussian(), x = mean + deviation * stream.NextGaussian(), day = 0;
            List<double> days = [0], logs = [x];
            for (int k = 1; k < length; k++)
            {
                double gap = Gaps[(i + k) % Gaps.Length], rho = Math.Exp(-theta * gap);
                x = mean + (x - mean) * rho + deviation * Math.Sqrt(1 - rho * rho) * stream.NextGaussian();
                days.Add(day += gap);
                logs.Add(x);
            }
            return new DriftSeries(FigureKind.T1, $"{i}", [.. days], [.. logs]);
        })];
    }
}
