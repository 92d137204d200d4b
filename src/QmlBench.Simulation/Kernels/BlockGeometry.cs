using System.Runtime.CompilerServices;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Where the coefficients of a block stand in a state: its rows (groups) for every choice of the other digits.</summary>
/// <remarks>
/// The state holds <c>lanes</c> doubles per coefficient (1, or 8 rows side by side). A tile takes <see cref="Chunk"/> consecutive
/// choices ("rest indices"), so its rows are <see cref="Width"/> = Chunk·lanes doubles; <see cref="Piece"/> of them are contiguous.
/// </remarks>
internal sealed class BlockGeometry
{
    private const int MostSingle = 16;
    private const int MostBatched = 4;
    private readonly int[] _qubits;
    private readonly int _digitBits;

    internal BlockGeometry(int[] ascendingQubits, RegisterShape shape, int lanes)
    {
        _qubits = ascendingQubits;
        _digitBits = shape.DigitBits;
        Lanes = lanes;
        Rest = shape.Rest(ascendingQubits.Length);
        Chunk = (int)Math.Min(Rest, lanes == 1 ? MostSingle : MostBatched);
        Piece = (int)Math.Min(Chunk, (nint)1 << (_digitBits * Math.Min(ascendingQubits[0], 8)));
        Width = Chunk * lanes;
        Groups = shape.Groups(ascendingQubits);
    }

    /// <summary>Doubles per coefficient of the state.</summary>
    internal int Lanes { get; }

    /// <summary>Number of choices of the other digits.</summary>
    internal nint Rest { get; }

    /// <summary>Choices per tile.</summary>
    internal int Chunk { get; }

    /// <summary>Choices that are contiguous in the state.</summary>
    internal int Piece { get; }

    /// <summary>Doubles per row of a tile.</summary>
    internal int Width { get; }

    /// <summary>Offset of each group, in coefficients.</summary>
    internal nint[] Groups { get; }

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

        return rest;
    }
}
