using CsCheck;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;

namespace QmlBench.Tests.Learning.Baselines;

public sealed class RadialKernelTests
{
    [Fact]
    public void A_kernel_is_symmetric_with_ones_on_the_diagonal_and_falls_with_distance() => Property.Holds(
        Gen.Select(Gen.Double[-2, 2].Array[15], Gen.Double[0.01, 5]),
        pair =>
        {
            var samples = FeatureMatrix.Copy(5, 3, pair.Item1);
            var distances = RadialKernel.SquaredDistances(samples, samples);
            var kernel = RadialKernel.FromDistances(distances, pair.Item2);
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(1, kernel[i * 6]);
                for (var j = 0; j < 5; j++)
                {
                    Assert.Equal(kernel[(i * 5) + j], kernel[(j * 5) + i]);
                    Assert.Equal(Math.Exp(-pair.Item2 * distances[(i * 5) + j]), kernel[(i * 5) + j], 1e-15);
                }
            }
        });

    [Fact]
    public void Widths_and_shapes_that_make_no_kernel_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RadialKernel.FromDistances([1], 0));
        Assert.Throws<ArgumentException>(() =>
            RadialKernel.SquaredDistances(FeatureMatrix.Copy(1, 1, [1]), FeatureMatrix.Copy(1, 2, [1, 2])));
    }

    /// <summary>Coefficients 2 and −1 on entries of variance 0.01 and 0.04: √(4·0.01 + 0.04).</summary>
    [Fact]
    public void Errors_of_kernel_entries_add_up_as_independent_ones()
    {
        var machine = new KernelMachine([1, 3], [2, -1], 0.5);
        Assert.Equal([0.8], machine.Decide([0.25, 0.2]));
        Assert.Equal([0.8], machine.DecideFromAll([9, 0.25, 9, 0.2], 4));
        Assert.Equal(Math.Sqrt(0.08), machine.StandardErrors([0.01, 0.04])[0], 1e-15);
    }
}
