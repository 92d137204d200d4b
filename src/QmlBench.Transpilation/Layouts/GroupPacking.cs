namespace QmlBench.Transpilation.Layouts;

/// <summary>Puts groups of wires on parts of a device so that each group lies on one part.</summary>
/// <remarks>Depth first, large groups and large parts first; the limit counts placements tried. Circuits that need more than one part are
/// rare and have few groups.</remarks>
internal sealed class GroupPacking
{
    private const int MostTried = 200_000;

    private readonly int[][] _groups;
    private readonly int[] _free, _part;
    private int _tried;

    private GroupPacking(int[][] groups, int[][] parts)
    {
        (_groups, _part) = (groups, new int[groups.Length]);
        _free = [.. parts.Select(part => part.Length)];
    }

    /// <summary>The berths of all groups, or null if they do not fit.</summary>
    /// <param name="groups">Wires, the largest group first.</param>
    /// <param name="parts">Device qubits, the largest part first.</param>
    public static Berth[]? Find(int[][] groups, int[][] parts)
    {
        var packing = new GroupPacking(groups, parts);
        if (!packing.Place(0))
            return null;
        return
        [
            .. parts.Select((part, index) => new Berth(packing.WiresOn(index), part)).Where(berth => berth.Wires.Length > 0)
        ];
    }

    private int[] WiresOn(int part) => [.. _groups.Where((_, group) => _part[group] == part).SelectMany(wires => wires).Order()];

    private bool Place(int group)
    {
        if (group == _groups.Length)
            return true;
        var size = _groups[group].Length;
        for (var part = 0; part < _free.Length; part++)
        {
            // A part with as much room as one that failed fails as well.
            if (_free[part] < size || Array.IndexOf(_free, _free[part]) < part || _tried++ > MostTried)
                continue;
            (_part[group], _free[part]) = (part, _free[part] - size);
            if (Place(group + 1))
                return true;
            _free[part] += size;
        }
        return false;
    }
}
