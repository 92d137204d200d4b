namespace QmlBench.Tests.Transpilation;

/// <summary>The heavy-hex lattice of a code of odd distance d: d² data, d(d−1) flag and (d²−1)/2 syndrome qubits.</summary>
internal static class HeavyHexLattice
{
    public static IEnumerable<(int First, int Second)> Couplers(int d)
    {
        int Data(int row, int column) => row * d + column;
        int Flag(int row, int column) => d * d + (d * d - 1) / 2 + row * (d - 1) + column;
        int syndrome = d * d;
        for (int row = 0; row < d; row++)
            for (int column = 0; column < d - 1; column++)
            {
                yield return (Data(row, column), Flag(row, column));
                yield return (Flag(row, column), Data(row, column + 1));
            }
        for (int row = 0; row < d - 1; row++)
        {
            int end = row % 2 == 0 ? d - 1 : 0;
            yield return (Data(row, end), syndrome);
            yield return (syndrome++, Data(row + 1, end));
            for (int column = row % 2; column < d - 1; column += 2)
            {
                yield return (Flag(row, column), syndrome);
                yield return (syndrome++, Flag(row + 1, column));
            }
        }
    }
}
