using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>A pure state whose qubits may stand in any order: cells of eight amplitudes, eight real parts before eight imaginary
/// ones.</summary>
/// <remarks>
/// Gates act on the bits of the number of a cell alone; a qubit among the lowest three bits of the index first changes places with
/// another. So no kernel works inside a vector. Registers below six qubits are padded with idle ones.
/// </remarks>
internal sealed class CellRegister
{
    /// <summary>Bits of the place in a cell.</summary>
    internal const int PlaceBits = 3;

    /// <summary>Fewest bits of a register: three of the place, and three for a matrix on three qubits.</summary>
    internal const int LeastBits = 6;

    /// <summary>Bits from which threads share a state.</summary>
    internal const int LeastSharedBits = 18;

    /// <summary>Doubles of a cell.</summary>
    internal const int CellDoubles = 16;

    /// <summary>A register for some qubits, |0…0⟩.</summary>
    internal CellRegister(int qubits)
    {
        Bits = BitsFor(qubits);
        Layout = new(Bits);
        Buffer = new(2 << Bits);
        Buffer.First = 1.0;
    }

    /// <summary>Bits of an index, at least 6.</summary>
    internal int Bits { get; }

    /// <summary>Where the qubits stand.</summary>
    internal QubitLayout Layout { get; }

    /// <summary>The amplitudes.</summary>
    internal AlignedBuffer Buffer { get; }

    /// <summary>The bits that may be 1 in an amplitude that is not 0; the others have not been acted on.</summary>
    internal int TouchedBits { get; set; }

    /// <summary>Number of cells.</summary>
    internal nint Cells => (nint)1 << (Bits - PlaceBits);

    /// <summary>Bits of the register that holds some qubits.</summary>
    internal static int BitsFor(int qubits) => Math.Max(qubits, LeastBits);

    /// <summary>Makes it |0…0⟩ with the qubits in their first order.</summary>
    internal void SetZero(int threads)
    {
        Layout.Reset();
        TouchedBits = 0;
        if (threads <= 1 || Bits < LeastSharedBits) Buffer.Span.Clear();
        else ShareClear(threads);
        Buffer.First = 1.0;
    }

    /// <summary>Takes the amplitudes of another; the order of the qubits is the caller's.</summary>
    internal void CopyAmplitudes(CellRegister other, int threads)
    {
        TouchedBits = other.TouchedBits;
        if (threads <= 1 || Bits < LeastSharedBits) other.Buffer.Span.CopyTo(Buffer.Span);
        else ShareCopy(other, threads);
    }

    private void ShareClear(int threads) => Share(threads, (from, length) => Buffer.Span.Slice(from, length).Clear());

    private void ShareCopy(CellRegister other, int threads) =>
        Share(threads, (from, length) => other.Buffer.Span.Slice(from, length).CopyTo(Buffer.Span[from..]));

    private void Share(int threads, Action<int, int> body) => Parallel.For(0, threads, t =>
    {
        int from = (int)((long)Buffer.Length * t / threads), to = (int)((long)Buffer.Length * (t + 1) / threads);
        body(from, to - from);
    });
}
