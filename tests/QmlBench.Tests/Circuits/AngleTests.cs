using CsCheck;
using QmlBench.Circuits;

namespace QmlBench.Tests.Circuits;

public sealed class AngleTests
{
    private static readonly double[] At = [0.37, -1.21, 2.05];

    [Fact]
    public void Sums_and_multiples_stay_affine()
    {
        Angle x = Angle.Parameter(0), y = Angle.Parameter(2);
        Angle angle = (2 * (x - y) + Math.PI) / 4 - 0.5 * x;
        Assert.True(angle.IsAffine);
        Assert.Equal([new AffineTerm(2, -0.5)], angle.Terms.ToArray());
        Assert.Equal(Math.PI / 4, angle.Offset);
        Assert.Equal(-0.5 * 2.05 + Math.PI / 4, angle.Evaluate(At));
        Assert.Equal(Angle.Zero, x - x);
        Assert.False((x * y).IsAffine);
        Assert.Throws<InvalidOperationException>(() => (x * y).Offset);
        Assert.Throws<InvalidOperationException>(() => x.Constant);
    }

    [Fact]
    public void Long_sums_of_products_stay_shallow()
    {
        Angle sum = Angle.Zero;
        for (int i = 0; i < 5000; i++)
            sum = sum + Angle.Parameter(i % 3) * Angle.Parameter(1) + 0.5;
        double expected = 2500 + 1667 * At[0] * At[1] + 1667 * At[1] * At[1] + 1666 * At[2] * At[1];
        Assert.Equal(expected, sum.Evaluate(At), 1e-8);
        Assert.InRange(sum.Depth, 1, 200);
    }

    [Fact]
    public void Gradient_is_the_difference_quotient() => Property.Holds(RandomCircuits.Angles(3, RandomCircuits.Moderate), angle =>
    {
        double[] gradient = [1.0, 2.0, 3.0];
        angle.AddGradient(At, 0.5, gradient);
        for (int i = 0; i < 3; i++)
        {
            const double step = 1e-6;
            double[] up = [.. At], down = [.. At];
            (up[i], down[i]) = (At[i] + step, At[i] - step);
            double slope = (angle.Evaluate(up) - angle.Evaluate(down)) / (2 * step);
            if (!double.IsFinite(slope) || Math.Abs(slope) > 1e6) continue;
            double scale = 1.0 + Math.Abs(slope) + Math.Abs(angle.Evaluate(At));
            Assert.Equal(0.5 * slope, gradient[i] - (i + 1.0), 1e-4 * scale);
            if (!angle.DependsOn(i)) Assert.Equal(i + 1.0, gradient[i]);
        }
    });

    [Fact]
    public void Substitution_commutes_with_evaluation() => Property.Holds(
        Gen.Select(RandomCircuits.Angles(2, RandomCircuits.Moderate), RandomCircuits.Angles(3, RandomCircuits.Moderate),
            RandomCircuits.Angles(3, RandomCircuits.Moderate)),
        triple =>
        {
            (Angle outer, Angle first, Angle second) = triple;
            double[] inner = [first.Evaluate(At), second.Evaluate(At)];
            if (inner.Any(value => !double.IsFinite(value) || Math.Abs(value) > 1e3)) return;
            double expected = outer.Evaluate(inner), actual = outer.Substitute([first, second]).Evaluate(At);
            if (double.IsFinite(expected)) Assert.Equal(expected, actual, 1e-9 * (1.0 + Math.Abs(expected)) * 1e3);
        });

    [Fact]
    public void Renaming_parameters_moves_their_values() => Property.Holds(RandomCircuits.Angles(2, RandomCircuits.Moderate), angle =>
        Assert.Equal(angle.Evaluate([0.4, 0.9]), angle.Remap([2, 0]).Evaluate([0.9, 7.0, 0.4]),
            1e-12 * (1.0 + Math.Abs(angle.Evaluate([0.4, 0.9])))));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(Math.PI, "pi")]
    [InlineData(-Math.PI / 2, "-pi/2")]
    [InlineData(3 * Math.PI / 4, "3*pi/4")]
    [InlineData(1e-5, "1.0e-05")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void Numbers_as_text(double value, string text) => Assert.Equal(text, Angle.Of(value).ToText([]));

    [Fact]
    public void Expressions_as_text()
    {
        Angle x = Angle.Parameter(0), y = Angle.Parameter(1);
        string[] names = ["x", "y"];
        Assert.Equal("(-2*x + 2*pi)*(-y + pi)", (2 * (Math.PI - x) * (Math.PI - y)).ToText(names));
        Assert.Equal("x - 0.5*y + pi/2", (x - y / 2 + Math.PI / 2).ToText(names));
        Assert.Equal("sin(x)**2 - x*(y + 1)", (Angle.Power(Angle.Apply(AngleFunction.Sin, x), 2) - x * (y + 1)).ToText(names));
        Assert.Equal("1/(x*y)", (1 / (x * y)).ToText(names));
    }

    [Fact]
    public void Expressions_that_grow_without_bound_are_refused()
    {
        Angle x = Angle.Parameter(0);
        Angle tower = x, sum = x * x;
        Assert.Throws<ArgumentException>(() =>
        {
            for (int i = 0; i < 2000; i++) tower = Angle.Apply(AngleFunction.Sin, tower);
        });
        Assert.Throws<ArgumentException>(() =>
        {
            for (int i = 0; i < 60; i++) sum *= sum;
        });
    }
}
