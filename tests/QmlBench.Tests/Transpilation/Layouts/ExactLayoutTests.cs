using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Layouts;

namespace QmlBench.Tests.Transpilation.Layouts;

public sealed class ExactLayoutTests
{
    /// <summary>On a 3 × 3 grid every placement of up to 4 wires is tried by hand.</summary>
    [Fact]
    public void FindsTheCheapestOfAllPlacements()
    {
        RandomStream stream = StreamKey.Root(31, "exact layout").Open();
        var target = Target.For(TestDevices.Grid(3, "cx"));
        var costs = SiteCosts.Of(target);
        for (int i = 0; i < 60; i++)
        {
            Interactions use = Random(stream, 2 + stream.NextInt(3));
            double best = All(use.WireCount, 9).Min(layout => costs.Of(use, layout));
            int[]? found = ExactLayout.Find(use, target.Graph, costs, 1_000_000);
            Assert.Equal(double.IsPositiveInfinity(best), found is null);
            if (found is not null)
                Assert.Equal(best, costs.Of(use, found), 9);
        }
    }

    [Fact]
    public void FindsNothingBelowItsOwnBest()
    {
        var target = Target.For(TestDevices.Grid(3, "cx"));
        var costs = SiteCosts.Of(target);
        Interactions use = new(3, [(0, 1, 2), (1, 2, 1)], [1, 1, 1], [1, 1, 1]);
        int[] best = ExactLayout.Find(use, target.Graph, costs, 100_000)!;
        Assert.Null(ExactLayout.Find(use, target.Graph, costs, 100_000, costs.Of(use, best)));
    }

    [Fact]
    public void TrianglesDoNotFitOnALine() => Assert.Null(
        ExactLayout.Find(new(3, [(0, 1, 1), (0, 2, 1), (1, 2, 1)], [0, 0, 0], [1, 1, 1]),
            Target.For(TestDevices.Line(6, "cx")).Graph, SiteCosts.Of(Target.For(TestDevices.Line(6, "cx"))), 100_000));

    private static Interactions Random(RandomStream stream, int wires)
    {
        var pairs = new List<(int, int, double)>();
        for (int a = 0; a < wires; a++)
            for (int b = a + 1; b < wires; b++)
                if (stream.NextInt(3) > 0)
                    pairs.Add((a, b, 1 + stream.NextInt(4)));
        return new(wires, [.. pairs], [.. Enumerable.Repeat(2.0, wires)], [.. Enumerable.Repeat(1, wires)]);
    }

    private static IEnumerable<int[]> All(int wires, int qubits) => wires == 0
        ? [[]]
        : from rest in All(wires - 1, qubits) from q in Enumerable.Range(0, qubits) where !rest.Contains(q) select rest.Append(q).ToArray();
}
