using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>Working tiles of one thread: two for effects and results, four for the state between the chains of a block.</summary>
internal sealed class TileScratch
{
    private const int Tiles = 2;
    private const int States = 4;
    private readonly AlignedBuffer _buffer;
    private readonly int _size;

    /// <summary>Room for tiles of at most <paramref name="rows"/> rows.</summary>
    internal TileScratch(int rows)
    {
        _size = rows * BlockGeometry.WidestRow;
        _buffer = new AlignedBuffer((Tiles + States) * _size);
    }

    /// <summary>Working tile 0 or 1.</summary>
    internal ref double Tile(int number) => ref Unsafe.Add(ref _buffer.First, number * _size);

    /// <summary>The state before chain <paramref name="number"/>.</summary>
    internal ref double State(int number) => ref Tile(Tiles + number);
}
