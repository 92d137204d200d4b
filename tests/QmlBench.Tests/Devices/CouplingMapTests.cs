using CsCheck;
using QmlBench.Devices;

namespace QmlBench.Tests.Devices;

public sealed class CouplingMapTests
{
    private static readonly Gen<(int, int)[]> Pairs =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Where(p => p.Item1 != p.Item2).Array[0, 14];

    [Fact]
    public void Opposite_directions_merge_into_one_coupler()
    {
        var map = CouplingMap.FromDirectedPairs(3, [(1, 0), (0, 1), (2, 1)]);
        Assert.Equal(["0-1", "2->1"], map.Couplers.Select(c => c.ToString()));
        Assert.True(map.Allows(1, 0));
        Assert.True(map.Allows(2, 1));
        Assert.False(map.Allows(1, 2));
        Assert.True(map.Joins(1, 2));
        Assert.Equal([(0, 1), (1, 0), (2, 1)], map.DirectedPairs);
    }

    [Fact]
    public void Distances_agree_with_Floyd_and_Warshall() =>
        Property.Holds(Pairs, pairs =>
        {
            var map = CouplingMap.FromDirectedPairs(8, pairs);
            double[,] expected = FloydWarshall(8, pairs);
            for (int a = 0; a < 8; a++)
                for (int b = 0; b < 8; b++)
                    Assert.Equal(expected[a, b], map.Distance(a, b) == CouplingMap.Unreachable ? double.PositiveInfinity : map.Distance(a, b));
        });

    [Fact]
    public void Components_part_the_qubits_and_neighbours_are_mutual() =>
        Property.Holds(Pairs, pairs =>
        {
            var map = CouplingMap.FromDirectedPairs(8, pairs);
            Assert.Equal(Enumerable.Range(0, 8), map.Components.SelectMany(c => c).Order());
            Assert.All(pairs, p => Assert.Contains(map.Components, c => c.Contains(p.Item1) && c.Contains(p.Item2)));
            for (int q = 0; q < 8; q++)
                Assert.All(map.Neighbours(q), other => Assert.Contains(q, map.Neighbours(other)));
        });

    [Fact]
    public void Maps_are_equal_however_they_were_listed()
    {
        var one = CouplingMap.FromDirectedPairs(3, [(0, 1), (1, 0), (1, 2)]);
        var other = CouplingMap.FromCouplers(3, [new(1, 2, false), new(1, 0, true), new(0, 1, true)]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, CouplingMap.FromDirectedPairs(4, [(0, 1), (1, 0), (1, 2)]));
    }

    [Fact]
    public void All_to_all_joins_every_pair_at_distance_one()
    {
        var map = CouplingMap.AllToAll(5);
        Assert.Equal(10, map.Couplers.Count);
        Assert.Equal(20, map.DirectedPairs.Length);
        Assert.Equal(1, map.Distance(0, 4));
        Assert.Single(map.Components);
    }

    [Fact]
    public void One_qubit_alone_is_a_map() => Assert.Equal([0], CouplingMap.FromDirectedPairs(1, []).Components[0]);

    [Fact]
    public void Qubits_outside_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CouplingMap.FromDirectedPairs(3, [(0, 3)]));
        Assert.Throws<ArgumentException>(() => new Coupler(1, 1, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => CouplingMap.AllToAll(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CouplingMap.AllToAll(3).Distance(0, 3));
    }

    private static double[,] FloydWarshall(int n, (int, int)[] pairs)
    {
        var table = new double[n, n];
        for (int a = 0; a < n; a++)
            for (int b = 0; b < n; b++)
                table[a, b] = a == b ? 0 : double.PositiveInfinity;
        foreach ((int a, int b) in pairs)
            (table[a, b], table[b, a]) = (1, 1);
        for (int via = 0; via < n; via++)
            for (int a = 0; a < n; a++)
                for (int b = 0; b < n; b++)
                    table[a, b] = Math.Min(table[a, b], table[a, via] + table[via, b]);
        return table;
    }
}
