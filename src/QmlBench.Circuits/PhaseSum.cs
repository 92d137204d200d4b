using QmlBench.Circuits.Expressions;

namespace QmlBench.Circuits;

/// <summary>A sum of any number of angles: as one adds them up, but never deeper than an expression may be.</summary>
internal sealed class PhaseSum
{
    // Expressions grow by a level with each term that is not affine. Sums of one depth are put aside, and added up at the end.
    private const int MostDepth = AngleNode.MaxDepth / 4;

    private readonly List<Angle> _aside = [];
    private Angle _open;

    /// <summary>The sum.</summary>
    internal Angle Total
    {
        get
        {
            List<Angle> level = [.. _aside, _open];
            while (level.Count > 1)
                level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? pair[0] + pair[1] : pair[0])];
            return level[0];
        }
    }

    /// <summary>Adds an angle.</summary>
    internal void Add(Angle angle)
    {
        if (_open.Depth >= MostDepth)
        {
            _aside.Add(_open);
            _open = angle;
            return;
        }

        _open += angle;
    }
}
