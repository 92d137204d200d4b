using QmlBench.Learning.Training;

namespace QmlBench.Tests.Learning.Training;

public sealed class AdamTests
{
    /// <summary>Two steps by hand with g = 2, then −1 (Kingma and Ba, ε after bias correction).</summary>
    [Fact]
    public void Two_steps_are_those_of_the_formula()
    {
        var adam = new Adam(1, new(0.1));
        double[] theta = [1];
        adam.Step(theta, [2]);
        Assert.Equal(1 - (0.1 * 2 / (2 + 1e-8)), theta[0], 1e-15);
        adam.Step(theta, [-1]);
        var mean = ((0.9 * 0.2) - 0.1) / (1 - 0.81);
        var square = ((0.999 * 0.004) + 0.001) / (1 - (0.999 * 0.999));
        Assert.Equal(1 - (0.1 * 2 / (2 + 1e-8)) - (0.1 * mean / (Math.Sqrt(square) + 1e-8)), theta[0], 1e-12);
    }

    [Fact]
    public void A_quadratic_is_brought_to_its_minimum()
    {
        var adam = new Adam(2, new(0.05));
        double[] theta = [3, -2];
        for (var step = 0; step < 2000; step++)
            adam.Step(theta, [theta[0] - 1, 4 * (theta[1] + 0.5)]);
        Assert.Equal(1, theta[0], 1e-6);
        Assert.Equal(-0.5, theta[1], 1e-6);
    }

    [Fact]
    public void Gradients_of_another_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Adam(2, new(0.1)).Step(new double[2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamOptions(0));
    }
}
