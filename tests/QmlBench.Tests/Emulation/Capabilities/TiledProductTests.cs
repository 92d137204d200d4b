using QmlBench.Emulation.Capabilities;
using QmlBench.Numerics;
using QmlBench.Tests.Simulation;

namespace QmlBench.Tests.Emulation.Capabilities;

public class TiledProductTests
{
    private const int Length = 64;

    [Theory]
    [InlineData(7, 11, 1000)]
    [InlineData(7, 11, 18)]
    [InlineData(7, 11, 8)]
    [InlineData(11, 7, 8)]
    [InlineData(1, 9, 2)]
    [InlineData(9, 1, 2)]
    public void Every_vector_is_made_once_where_the_fewer_ones_fit(int rows, int columns, int places) =>
        Assert.Equal(rows + columns, Check(rows, columns, places));

    [Theory]
    [InlineData(7, 11, 7, 7 + (2 * 11))]
    [InlineData(7, 11, 5, 7 + (2 * 11))]
    [InlineData(7, 11, 2, 7 + (7 * 11))]
    [InlineData(11, 7, 4, 7 + (3 * 11))]
    [InlineData(4, 4, 0, 4 + (4 * 4))]
    public void Otherwise_the_others_are_made_once_for_each_portion(int rows, int columns, int places, int evolutions) =>
        Assert.Equal(evolutions, Check(rows, columns, places));

    private static long Check(int rows, int columns, int places)
    {
        double[] left = RandomCircuits.Rows(1, rows, Length), right = RandomCircuits.Rows(2, columns, Length);
        int held = 0;
        Action<int, int, Memory<double>> Make(double[] source) => (first, count, target) =>
        {
            held = Math.Max(held, count);
            source.AsMemory(first * Length, count * Length).CopyTo(target);
        };
        var product = new TiledProduct(Make(left), Make(right), Length, places * Length * sizeof(double), threads: 1);
        double[] found = product.Of(rows, columns, CancellationToken.None);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                Assert.Equal(LaneSum.Dot(left.AsSpan(i * Length, Length), right.AsSpan(j * Length, Length)), found[(i * columns) + j]);
        Assert.InRange(held, 1, Math.Max(2, places));
        return product.Evolutions;
    }
}
