using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Where the parts of a large state lie: every choice of the digits of the qubits outside a stage is one part.
/// </summary>
internal sealed class PartGeometry
{
    private readonly int[] _qubits;
    private readonly int _digitBits;
    private readonly nint[] _pieces;
    private readonly int _pieceLength;

    internal PartGeometry(RegisterShape shape, int[] qubits)
    {
        _qubits = qubits;
        _digitBits = shape.DigitBits;
        Shape = new RegisterShape(shape.IsPure, qubits.Length);
        Count = shape.Rest(qubits.Length);
        int low = 0;
        while (low < qubits.Length && qubits[low] == low) low++;
        _pieceLength = 1 << (shape.DigitBits * low);
        IsGathered = shape.IsPure;
        Outer = IsGathered ? RegisterLayout.Plain : RegisterLayout.Within(shape, qubits);
        Inner = IsGathered ? RegisterLayout.Plain : RegisterLayout.Spread;
        int[] high = qubits[low..];
        _pieces = shape.Groups(high);
    }

    /// <summary>A part as a register of its own.</summary>
    internal RegisterShape Shape { get; }

    /// <summary>Number of parts.</summary>
    internal nint Count { get; }

    /// <summary>True if a part is copied to contiguous memory and back; else its first block reads the state and its last one writes
    /// it.</summary>
    internal bool IsGathered { get; }

    /// <summary>Where the first block of a part reads and the last one writes.</summary>
    internal RegisterLayout Outer { get; }

    /// <summary>Where the others do.</summary>
    internal RegisterLayout Inner { get; }

    /// <summary>Doubles that a part takes.</summary>
    internal int Length => Inner.Size(Shape.Length);

    /// <summary>First coefficient of a part.</summary>
    internal nint Base(nint part)
    {
        foreach (int qubit in _qubits)
        {
            nint low = part & (((nint)1 << (_digitBits * qubit)) - 1);
            part = ((part - low) << _digitBits) + low;
        }

        return part;
    }

    /// <summary>Copies a part to <paramref name="local"/>.</summary>
    internal void Gather(ReadOnlySpan<double> state, nint part, Span<double> local)
    {
        int start = (int)Base(part);
        for (int i = 0; i < _pieces.Length; i++)
            state.Slice(start + (int)_pieces[i], _pieceLength).CopyTo(local[(i * _pieceLength)..]);
    }

    /// <summary>Copies a part back.</summary>
    internal void Scatter(ReadOnlySpan<double> local, nint part, Span<double> state)
    {
        int start = (int)Base(part);
        for (int i = 0; i < _pieces.Length; i++)
            local.Slice(i * _pieceLength, _pieceLength).CopyTo(state[(start + (int)_pieces[i])..]);
    }
}
