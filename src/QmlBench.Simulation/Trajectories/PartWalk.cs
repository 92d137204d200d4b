using System.Numerics;

namespace QmlBench.Simulation.Trajectories;

/// <summary>The parts of a register in one stage: where they begin, and the runs of cells they are made of.</summary>
internal readonly struct PartWalk
{
    private readonly nint _outside;

    /// <summary>The parts of a stage.</summary>
    /// <param name="partBits">Bits of the index that differ inside a part.</param>
    /// <param name="touchedBits">Bits of the index that may be 1 where an amplitude is not 0.</param>
    /// <param name="isMoved">True if the parts are read in one register and written in another.</param>
    internal PartWalk(int partBits, int touchedBits, bool isMoved)
    {
        nint inside = partBits >> CellRegister.PlaceBits;
        _outside = (touchedBits >> CellRegister.PlaceBits) & ~inside;
        Count = (nint)1 << BitOperations.PopCount((ulong)_outside);
        Cells = (nint)1 << BitOperations.PopCount((ulong)inside);
        Run = ~inside & (inside + 1);
        Mask = inside & ~(Run - 1);
        IsInPlace = Mask == 0 && !isMoved;
    }

    /// <summary>Number of parts that may hold anything.</summary>
    internal nint Count { get; }

    /// <summary>Cells of a part.</summary>
    internal nint Cells { get; }

    /// <summary>Cells that are contiguous.</summary>
    internal nint Run { get; }

    /// <summary>The bits of the number of a cell that tell the runs of a part apart.</summary>
    internal nint Mask { get; }

    /// <summary>True if a part is one run, and is swept where it stands.</summary>
    internal bool IsInPlace { get; }

    /// <summary>The first cell of a part: the bits of its number, put at the bits outside.</summary>
    internal nint At(nint number)
    {
        nint cell = 0;
        for (nint rest = _outside; number != 0 && rest != 0; number >>= 1)
        {
            nint lowest = rest & -rest;
            if ((number & 1) == 1) cell |= lowest;
            rest &= ~lowest;
        }

        return cell;
    }

    /// <summary>The first cell of the next part.</summary>
    internal nint After(nint part) => (part - _outside) & _outside;
}
