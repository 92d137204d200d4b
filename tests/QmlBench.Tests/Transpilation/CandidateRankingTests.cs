using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Routing;

namespace QmlBench.Tests.Transpilation;

/// <summary>Equal candidates are finished and scored once, and only equal ones.</summary>
public sealed class CandidateRankingTests
{
    private static readonly Target Device = Target.For(TestDevices.HeavyHex("cx"));

    private static CompileDraft Draft(int qubit, params int[] final)
    {
        Circuit circuit = Circuit.Builder(Device.QubitCount, 0).Add(StandardGates.X, [], [qubit]).Build();
        return new(circuit, [], [0, 1], [.. final], "by hand", 0);
    }

    [Fact]
    public void EqualCandidatesAreScoredOnce()
    {
        var scored = new List<NativeCircuit>();
        double Score(NativeCircuit native)
        {
            scored.Add(native);
            return scored.Count;
        }
        var ranking = new CandidateRanking(Device, Aim.Success, Score);
        var first = ranking.KeyOf(Draft(0, 0, 1));
        Assert.Equal(first, ranking.KeyOf(Draft(0, 0, 1)));
        Assert.Single(scored);
        // The same circuit with the wires named otherwise, then another circuit.
        Assert.NotEqual(first, ranking.KeyOf(Draft(0, 1, 0)));
        Assert.NotEqual(first, ranking.KeyOf(Draft(1, 0, 1)));
        Assert.Equal(3, scored.Count);
        Assert.All(scored, native => Assert.False(native.Equivalence.Verified));
    }

    [Fact]
    public void PlacementsAreEqualWhereAllOfThemIs()
    {
        static RoutedPlacement Of(int place, int node, int swapped, string method) =>
            new([place, 5], new([node, -1], [(0, swapped)], [place, 5], []), method);
        RoutedPlacement one = Of(0, 0, 1, "sabre");
        Assert.Equal(one, Of(0, 0, 1, "sabre"));
        Assert.Equal(one.GetHashCode(), Of(0, 0, 1, "sabre").GetHashCode());
        Assert.All(
            (RoutedPlacement[])[Of(2, 0, 1, "sabre"), Of(0, 3, 1, "sabre"), Of(0, 0, 2, "sabre"), Of(0, 0, 1, "exact subgraph")],
            other => Assert.NotEqual(one, other));
    }
}
