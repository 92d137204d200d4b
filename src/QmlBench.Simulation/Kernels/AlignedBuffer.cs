using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>Doubles that start on a cache line and never move, so that no vector load straddles two lines.</summary>
internal sealed class AlignedBuffer
{
    private const int LineBytes = 64;
    private readonly double[] _array;
    private readonly int _start;

    /// <summary>A buffer of <paramref name="length"/> zeros.</summary>
    internal AlignedBuffer(int length)
    {
        _array = GC.AllocateArray<double>(length + (LineBytes / sizeof(double)), pinned: true);
        nuint address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((LineBytes - (address % LineBytes)) % LineBytes) / sizeof(double);
        Length = length;
    }

    /// <summary>Number of doubles.</summary>
    internal int Length { get; }

    /// <summary>All of them.</summary>
    internal Span<double> Span => _array.AsSpan(_start, Length);

    /// <summary>The first.</summary>
    internal ref double First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);
}
