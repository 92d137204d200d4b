using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Where the parts of a large state lie: every choice of the digits of the qubits outside a stage is one part, gathered piece by piece.
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
        IsContiguous = low == qubits.Length && !shape.IsPure;
        int[] high = qubits[low..];
        _pieces = shape.Groups(high);
    }

    /// <summary>A part as a register of its own.</summary>
    internal RegisterShape Shape { get; }

    /// <summary>Number of parts.</summary>
    internal nint Count { get; }

    /// <summary>True if a part is contiguous, so that it need not be gathered.</summary>
    internal bool IsContiguous { get; }

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
