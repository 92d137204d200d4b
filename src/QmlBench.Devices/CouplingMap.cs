using System.Collections.Immutable;

namespace QmlBench.Devices;

/// <summary>Which qubits two-qubit gates can join: a graph with, per pair, the allowed orders of operands.</summary>
/// <remarks>Immutable, thread-safe, compared by value. Neighbours, distances and components disregard direction, because a gate can be
/// turned round with one-qubit gates; <see cref="Allows"/> regards it. Distances are filled on first use (n² integers).</remarks>
public sealed class CouplingMap : IEquatable<CouplingMap>
{
    /// <summary>Distance between qubits that no path joins.</summary>
    public const int Unreachable = int.MaxValue;

    private readonly HashSet<(int, int)> directed;
    private readonly ImmutableArray<ImmutableArray<int>> neighbours;
    private readonly Lazy<int[]> distances;

    private CouplingMap(int qubits, bool isAllToAll, ImmutableArray<Coupler> couplers)
    {
        Qubits = qubits;
        IsAllToAll = isAllToAll;
        Couplers = new(couplers);
        directed = [.. couplers.SelectMany(Orders)];
        neighbours = FindNeighbours(qubits, couplers);
        distances = new(FindDistances);
    }

    /// <summary>Number of qubits.</summary>
    public int Qubits { get; }

    /// <summary>Whether it was declared that every pair is joined, in both orders.</summary>
    public bool IsAllToAll { get; }

    /// <summary>The couplers, sorted; two opposite directed couplers are merged into one with both orders.</summary>
    public ValueList<Coupler> Couplers { get; }

    /// <summary>Every allowed (first, second) order, sorted.</summary>
    public ImmutableArray<(int First, int Second)> DirectedPairs => [.. directed.Order()];

    /// <summary>Builds a map from couplers.</summary>
    /// <param name="qubits">Number of qubits, at least 1.</param>
    /// <param name="couplers">The couplers, in any order; repetitions do not matter.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">A coupler names a qubit outside the device.</exception>
    public static CouplingMap FromCouplers(int qubits, IEnumerable<Coupler> couplers)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(qubits);
        return new(qubits, isAllToAll: false, Merge(couplers.SelectMany(Orders)));
    }

    /// <summary>Builds a map from directed pairs; both directions of a pair become one coupler with both orders.</summary>
    /// <param name="qubits">Number of qubits, at least 1.</param>
    /// <param name="pairs">Allowed (first, second) orders.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">A pair names a qubit outside the device, or one qubit twice.</exception>
    public static CouplingMap FromDirectedPairs(int qubits, IEnumerable<(int First, int Second)> pairs) =>
        FromCouplers(qubits, pairs.Select(p => new Coupler(p.First, p.Second, bothOrders: false)));

    /// <summary>Every pair joined, in both orders.</summary>
    /// <param name="qubits">Number of qubits, at least 1.</param>
    /// <returns>The map.</returns>
    public static CouplingMap AllToAll(int qubits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(qubits);
        var couplers = ImmutableArray.CreateBuilder<Coupler>(qubits * (qubits - 1) / 2);
        for (int first = 0; first < qubits; first++)
            for (int second = first + 1; second < qubits; second++)
                couplers.Add(new Coupler(first, second, bothOrders: true));
        return new(qubits, isAllToAll: true, couplers.MoveToImmutable());
    }

    /// <summary>Whether a two-qubit gate may act with these operands in this order.</summary>
    /// <param name="first">First operand.</param>
    /// <param name="second">Second operand.</param>
    /// <returns>True if it may.</returns>
    public bool Allows(int first, int second) => directed.Contains((first, second));

    /// <summary>Whether two qubits are joined in at least one order.</summary>
    /// <param name="one">A qubit.</param>
    /// <param name="other">Another qubit.</param>
    /// <returns>True if they are.</returns>
    public bool Joins(int one, int other) => Allows(one, other) || Allows(other, one);

    /// <summary>The qubits joined to a qubit in at least one order, ascending.</summary>
    /// <param name="qubit">A qubit of the map.</param>
    /// <returns>Its neighbours.</returns>
    public ImmutableArray<int> Neighbours(int qubit) => neighbours[qubit];

    /// <summary>Number of couplers on a shortest path, without regard to order.</summary>
    /// <param name="one">A qubit of the map.</param>
    /// <param name="other">A qubit of the map.</param>
    /// <returns>0 for the same qubit, <see cref="Unreachable"/> when no path joins them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A qubit lies outside the map.</exception>
    public int Distance(int one, int other)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)one, (uint)Qubits, nameof(one));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)other, (uint)Qubits, nameof(other));
        return distances.Value[one * Qubits + other];
    }

    /// <summary>The connected parts, each ascending, in order of their smallest qubit.</summary>
    public ImmutableArray<ImmutableArray<int>> Components
    {
        get
        {
            var seen = new bool[Qubits];
            var parts = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
            for (int qubit = 0; qubit < Qubits; qubit++)
            {
                if (seen[qubit])
                    continue;
                ImmutableArray<int> part = [.. Enumerable.Range(0, Qubits).Where(other => Distance(qubit, other) != Unreachable)];
                foreach (int member in part)
                    seen[member] = true;
                parts.Add(part);
            }
            return parts.ToImmutable();
        }
    }

    /// <summary>Whether both maps have the same qubits and couplers.</summary>
    /// <param name="other">The other map.</param>
    /// <returns>True if they have.</returns>
    public bool Equals(CouplingMap? other) =>
        other is not null && Qubits == other.Qubits && IsAllToAll == other.IsAllToAll && Couplers == other.Couplers;

    /// <summary>Whether <paramref name="obj"/> is a map with the same qubits and couplers.</summary>
    /// <param name="obj">Anything.</param>
    /// <returns>True if it is.</returns>
    public override bool Equals(object? obj) => Equals(obj as CouplingMap);

    /// <summary>A hash for dictionaries in memory; never stored.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Qubits, IsAllToAll, Couplers);

    private static IEnumerable<(int First, int Second)> Orders(Coupler coupler) =>
        coupler.BothOrders
            ? [(coupler.First, coupler.Second), (coupler.Second, coupler.First)]
            : [(coupler.First, coupler.Second)];

    private static ImmutableArray<Coupler> Merge(IEnumerable<(int First, int Second)> pairs)
    {
        var all = pairs.ToHashSet();
        return [.. all
            .Where(p => p.First < p.Second || !all.Contains((p.Second, p.First)))
            .Select(p => new Coupler(p.First, p.Second, bothOrders: all.Contains((p.Second, p.First))))
            .Order()];
    }

    private static ImmutableArray<ImmutableArray<int>> FindNeighbours(int qubits, ImmutableArray<Coupler> couplers)
    {
        var lists = new SortedSet<int>[qubits];
        for (int i = 0; i < qubits; i++)
            lists[i] = [];
        foreach (Coupler coupler in couplers)
        {
            if (Math.Max(coupler.First, coupler.Second) >= qubits)
                throw new ArgumentException($"Coupler {coupler} names a qubit outside 0 to {qubits - 1}.", nameof(couplers));
            lists[coupler.First].Add(coupler.Second);
            lists[coupler.Second].Add(coupler.First);
        }
        return [.. lists.Select(l => l.ToImmutableArray())];
    }

    private int[] FindDistances()
    {
        var table = new int[Qubits * Qubits];
        Array.Fill(table, Unreachable);
        var queue = new Queue<int>();
        for (int start = 0; start < Qubits; start++)
        {
            Span<int> row = table.AsSpan(start * Qubits, Qubits);
            row[start] = 0;
            queue.Enqueue(start);
            while (queue.TryDequeue(out int here))
            {
                foreach (int next in neighbours[here])
                {
                    if (row[next] != Unreachable)
                        continue;
                    row[next] = row[here] + 1;
                    queue.Enqueue(next);
                }
            }
        }
        return table;
    }
}
