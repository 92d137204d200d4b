using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Algebra;

public sealed class LeastSquaresTests
{
    [Fact]
    public void ExactLineIsFoundExactlyEnough()
    {
        var (line, fit) = Polynomial.Fit([0, 1, 2, 3], [1, 3, 5, 7], 1);
        Assert.Equal(1, line.Coefficients[0], 1e-14);
        Assert.Equal(2, line.Coefficients[1], 1e-14);
        Assert.Equal(0, fit.ResidualSumOfSquares, 1e-28);
        Assert.Equal(2, fit.DegreesOfFreedom);
        Assert.Equal(21, line.Evaluate(10), 1e-13);
    }

    /// <summary>Straight line by hand: slope = Sxy/Sxx, its variance 1/Sxx, χ² from the residuals.</summary>
    [Fact]
    public void LineAgreesWithTheFormulasOfTheTextbook()
    {
        double[] x = [1, 2, 3, 4, 5], y = [2.1, 3.9, 6.2, 7.8, 10.1];
        var fit = Polynomial.Fit(x, y, 1).Fit;
        double slope = 19.9 / 10, intercept = 6.02 - (slope * 3);
        Assert.Equal(slope, fit.Coefficients[1], 1e-13);
        Assert.Equal(intercept, fit.Coefficients[0], 1e-13);
        Assert.Equal(1 / 10.0, fit.UnscaledCovariance[1, 1], 1e-14);
        Assert.Equal((1 / 5.0) + (9 / 10.0), fit.UnscaledCovariance[0, 0], 1e-14);
        Assert.Equal(-3 / 10.0, fit.UnscaledCovariance[0, 1], 1e-14);
        double residuals = x.Zip(y, (a, b) => (b - intercept - (slope * a)) * (b - intercept - (slope * a))).Sum();
        Assert.Equal(residuals, fit.ResidualSumOfSquares, 1e-13);
        Assert.Equal(residuals / 3, fit.ReducedChiSquare, 1e-13);
    }

    [Fact]
    public void NormalEquationsHoldForRandomWeightedProblems()
    {
        var stream = StreamKey.Root(4, "fits").Open();
        for (int trial = 0; trial < 40; trial++)
        {
            int columns = 1 + stream.NextInt(5), rows = columns + 1 + stream.NextInt(20);
            var design = new double[rows, columns];
            for (int i = 0; i < design.Length; i++) design[i / columns, i % columns] = stream.NextGaussian();
            double[] y = [.. Enumerable.Range(0, rows).Select(_ => stream.NextGaussian())];
            double[] w = [.. Enumerable.Range(0, rows).Select(_ => 0.1 + stream.NextDouble())];
            var fit = LeastSquares.Fit(design, y, w);
            double[] predicted = RealMatrix.Multiply(design, fit.Coefficients.AsSpan());
            var square = new double[columns, columns];
            for (int k = 0; k < columns; k++)
            {
                Assert.Equal(0, Enumerable.Range(0, rows).Sum(i => design[i, k] * w[i] * (y[i] - predicted[i])), 1e-10);
                for (int l = 0; l < columns; l++) square[k, l] = Enumerable.Range(0, rows).Sum(i => design[i, k] * w[i] * design[i, l]);
            }
            double residuals = Enumerable.Range(0, rows).Sum(i => w[i] * (y[i] - predicted[i]) * (y[i] - predicted[i]));
            Assert.Equal(residuals, fit.ResidualSumOfSquares, 1e-10);
            var unit = RealMatrix.Multiply(square, fit.UnscaledCovariance).Cast<double>().ToArray();
            for (int i = 0; i < unit.Length; i++) Assert.Equal(i / columns == i % columns ? 1 : 0, unit[i], 1e-8);
        }
    }

    [Fact]
    public void WeightZeroLeavesAnObservationOut()
    {
        var all = Polynomial.Fit([0, 1, 2], [1, 2, 4], 1).Fit;
        var with = Polynomial.Fit([0, 1, 2, 3], [1, 2, 4, 100], 1, [1, 1, 1, 0]).Fit;
        Assert.Equal(all.Coefficients[1], with.Coefficients[1], 1e-13);
        Assert.Equal(all.DegreesOfFreedom, with.DegreesOfFreedom);
    }

    [Fact]
    public void InterpolationHasNoDegreeOfFreedom()
    {
        var (parabola, fit) = Polynomial.Fit([1, 2, 3], [6, 11, 18], 2);
        Assert.Equal([3.0, 2.0, 1.0], parabola.Coefficients.Select(c => Math.Round(c, 10)));
        Assert.Equal(2, parabola.Degree);
        Assert.Equal(double.NaN, fit.ReducedChiSquare);
    }

    [Fact]
    public void UndeterminedAndMalformedProblemsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 1, 2 }, { 2, 4 }, { 3, 6 } }, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 1, 2 } }, [1]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 1 }, { 2 } }, [1]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 1 }, { 2 } }, [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 1 }, { 2 } }, [1, 2], [1, -1]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 1 }, { 2 } }, [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => LeastSquares.Fit(new double[,] { { 0 }, { 0 } }, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Polynomial.Fit([1], [1], -1));
    }
}
