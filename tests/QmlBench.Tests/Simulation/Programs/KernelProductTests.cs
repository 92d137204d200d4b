using QmlBench.Numerics;
using QmlBench.Simulation.Programs;

namespace QmlBench.Tests.Simulation.Programs;

public class KernelProductTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(16384)]
    public void Every_entry_has_the_bits_of_one_dot_product(int length)
    {
        double[] states = RandomCircuits.Rows(1, 5, length), effects = RandomCircuits.Rows(2, 6, length);
        var kernel = new double[30];
        KernelProduct.Multiply(states, effects, length, kernel, threads: 2);
        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 6; j++)
                Assert.Equal(LaneSum.Dot(states.AsSpan(i * length, length), effects.AsSpan(j * length, length)), kernel[(i * 6) + j]);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(32)]
    [InlineData(16384)]
    public void A_kernel_of_one_table_has_the_bits_of_two(int length)
    {
        double[] states = RandomCircuits.Rows(3, 5, length), copy = [.. states];
        var mirrored = new double[25];
        var whole = new double[25];
        KernelProduct.MultiplyPure(states, states, length, mirrored);
        KernelProduct.MultiplyPure(states, copy, length, whole, threads: 2);
        Assert.Equal(whole, mirrored);
    }
}
