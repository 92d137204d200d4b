using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Capabilities;

/// <summary>The products of all of one kind of vectors with all of another, within a limit of memory.</summary>
/// <remarks>
/// The fewer ones are held, the others pass by tile after tile, so that every vector is made once. Only where not even the fewer ones fit
/// are they taken in portions, and the others made once for each portion. No entry depends on any of this.
/// </remarks>
/// <param name="left">Makes vectors of the rows: first, number, target.</param>
/// <param name="right">Makes vectors of the columns.</param>
/// <param name="length">Numbers of a vector.</param>
/// <param name="memoryBytes">Most bytes of vectors; two vectors are held even so.</param>
/// <param name="threads">Threads of the product.</param>
internal sealed class TiledProduct(
    Action<int, int, Memory<double>> left, Action<int, int, Memory<double>> right, int length, long memoryBytes, int threads)
{
    /// <summary>Most bytes of a tile: beyond this, larger ones gain nothing.</summary>
    private const long TileBytes = 64L << 20;

    /// <summary>Vectors made.</summary>
    public long Evolutions { get; private set; }

    /// <summary>All products, index row · columns + column.</summary>
    public double[] Of(int rows, int columns, CancellationToken cancel)
    {
        var products = new double[rows * columns];
        var byRows = rows <= columns;
        var (held, passing) = byRows ? (rows, columns) : (columns, rows);
        // The largest tile that leaves room for all that is held; at least one vector of each.
        var places = Math.Max(2, memoryBytes / (sizeof(double) * (long)length));
        var tile = (int)Math.Clamp(places - held, 1, Math.Max(1, TileBytes / (sizeof(double) * (long)length)));
        var portion = (int)Math.Min(held, places - tile);
        for (var first = 0; first < held; first += portion)
        {
            var kept = Tiles(byRows ? left : right, first, Math.Min(portion, held - first), tile, cancel);
            for (var start = 0; start < passing; start += tile)
            {
                var other = Made(byRows ? right : left, start, Math.Min(tile, passing - start), cancel);
                foreach (var one in kept)
                {
                    Place(byRows ? one : other, byRows ? other : one, products, columns, cancel);
                }
            }
        }

        return products;
    }

    private List<Tile> Tiles(Action<int, int, Memory<double>> make, int first, int count, int size, CancellationToken cancel)
    {
        var tiles = new List<Tile>();
        for (var start = first; start < first + count; start += size)
        {
            tiles.Add(Made(make, start, Math.Min(size, first + count - start), cancel));
        }

        return tiles;
    }

    private Tile Made(Action<int, int, Memory<double>> make, int first, int count, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var vectors = new double[(long)count * length];
        make(first, count, vectors);
        Evolutions += count;
        return new(first, count, vectors);
    }

    private void Place(Tile ofRows, Tile ofColumns, double[] products, int columns, CancellationToken cancel)
    {
        var block = new double[ofRows.Count * ofColumns.Count];
        KernelProduct.Multiply(ofRows.Vectors, ofColumns.Vectors, length, block, threads, cancel);
        for (var row = 0; row < ofRows.Count; row++)
        {
            block.AsSpan(row * ofColumns.Count, ofColumns.Count)
                .CopyTo(products.AsSpan(((ofRows.First + row) * columns) + ofColumns.First));
        }
    }

    private sealed record Tile(int First, int Count, double[] Vectors);
}
