using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Where the coefficients of a block stand in a state: its rows (groups) for every choice of the other digits.</summary>
/// <remarks>
/// The state holds <c>lanes</c> doubles per coefficient (1, or 8 rows side by side). A tile takes <see cref="Chunk"/> consecutive
/// choices ("rest indices"), so its rows are <see cref="Width"/> = Chunk·lanes doubles; <see cref="Piece"/> of them are contiguous.
/// </remarks>
internal sealed class BlockGeometry
{
    /// <summary>Most doubles of a row of a tile.</summary>
    internal const int WidestRow = 64;

    /// <summary>Steps of which the beginning is known.</summary>
    internal const int KnownSteps = 64;

    private const int LeastContiguous = 64;
    private const int RowCount = 8;
    private readonly int[] _qubits;
    private readonly int _digitBits;
    private readonly RegisterLayout _layout;

    /// <summary>The place of a block in a register that is laid out in a given way.</summary>
    internal BlockGeometry(int[] ascendingQubits, RegisterShape shape, int lanes, RegisterLayout layout)
    {
        _qubits = ascendingQubits;
        _layout = layout;
        _digitBits = shape.DigitBits;
        Lanes = lanes;
        Rest = shape.Rest(ascendingQubits.Length);
        Chunk = (int)Math.Min(Rest, lanes == 1 ? SingleChunk(shape, ascendingQubits[0]) : BatchedChunk(shape, ascendingQubits[0]));
        Piece = (int)Math.Min(Chunk, (nint)1 << (_digitBits * Math.Min(ascendingQubits[0], 8)));
        Width = Chunk * lanes;
        Groups = [.. shape.Groups(ascendingQubits).Select(layout.Place)];
        RestStep = Rest > 1 ? Base(1) : 0;
        Gap = Rest > 4 ? Base(4) : 0;
        Step = Math.Min(Chunk, Piece);
        Starts = [.. Enumerable.Range(0, (int)Math.Min(KnownSteps + 1, (Rest / Step) + 1)).Select(i => Base(i * Step) * lanes)];
        Transfer = TransferFor(shape.IsPure);
        (Rows, StateRows) = (new nint[Groups.Length], new nint[Groups.Length]);
        for (int g = 0; g < Groups.Length; g++) (Rows[g], StateRows[g]) = (g * Width, Groups[g] * lanes);
    }

    // A row of a tile is contiguous in the state where that is long enough to be worth it.
    private static nint SingleChunk(RegisterShape shape, int lowest)
    {
        nint contiguous = (nint)1 << (shape.DigitBits * lowest);
        return contiguous >= LeastContiguous ? Math.Min(contiguous, WidestRow) : WidestRow;
    }

    private TransferKind TransferFor(bool isPure)
    {
        if (Piece * Lanes == 4 && Chunk % 8 == 0 && Vector512.IsHardwareAccelerated) return TransferKind.PairsOfFours;
        if (Piece * Lanes == 8 && Vector512.IsHardwareAccelerated) return TransferKind.Eights;
        if (Lanes > 1 || Piece > 1 || isPure) return TransferKind.Pieces;
        if (Chunk % 8 == 0 && Avx512F.IsSupported) return TransferKind.TransposedEights;
        return Chunk % 4 == 0 && Avx.IsSupported ? TransferKind.TransposedFours : TransferKind.Pieces;
    }

    private static nint BatchedChunk(RegisterShape shape, int lowest) =>
        shape.DigitBits * lowest >= 3 ? WidestRow / RowCount : WidestRow / RowCount / 2;

    /// <summary>Doubles per coefficient of the state.</summary>
    internal int Lanes { get; }

    /// <summary>Number of choices of the other digits.</summary>
    internal nint Rest { get; }

    /// <summary>Choices per tile.</summary>
    internal int Chunk { get; }

    /// <summary>Choices that are contiguous in the state.</summary>
    internal int Piece { get; }

    /// <summary>Contiguous choices that a kernel of pairs takes at once.</summary>
    internal int Step { get; }

    /// <summary>True if a kernel of pairs can work in the state: steps are whole vectors of eight.</summary>
    internal bool HasSteps => Step * Lanes >= RowCount;

    /// <summary>True if the register is part of one that is larger than the caches.</summary>
    internal bool IsFar => _layout.IsWithin;

    /// <summary>Where the first <see cref="KnownSteps"/> steps begin, and the one after them. Places are sums over the bits of an index, so those of any such
    /// number of steps differ by the place of the first alone.</summary>
    internal nint[] Starts { get; }

    /// <summary>Doubles per row of a tile.</summary>
    internal int Width { get; }

    /// <summary>Offset of each group, in coefficients.</summary>
    internal nint[] Groups { get; }

    /// <summary>Offset in the state from one rest index to the next, within four of them.</summary>
    internal nint RestStep { get; }

    /// <summary>Offset in the state from four rest indices to the next four.</summary>
    internal nint Gap { get; }

    /// <summary>How tiles are filled on this processor.</summary>
    internal TransferKind Transfer { get; }

    /// <summary>True if a row of a tile is contiguous in the state, so that kernels may work there.</summary>
    internal bool IsDirect => Piece == Chunk;

    /// <summary>Offset of each row in a tile.</summary>
    internal nint[] Rows { get; }

    /// <summary>Offset of each row in a state, from that of group 0.</summary>
    internal nint[] StateRows { get; }

    /// <summary>Rows of a tile between two values of the digit of qubit number <paramref name="position"/> of the block.</summary>
    internal int Stride(int position) => 1 << (_digitBits * position);

    /// <summary>The coefficient of group 0 at a rest index: zeros inserted at the digits of the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal nint Base(nint rest)
    {
        foreach (int qubit in _qubits)
        {
            nint low = rest & (((nint)1 << (_digitBits * qubit)) - 1);
            rest = ((rest - low) << _digitBits) + low;
        }

        return _layout.Place(rest);
    }
}
