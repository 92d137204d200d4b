namespace QmlBench.Emulation.Waist;

/// <summary>
/// Fidelity kernel K(x, y) = P(0…0) of mirror(U(y))·U(x) with a barrier between the halves: |x| + |y| evolutions and one matrix
/// product. With noise it is not symmetric and is not symmetrised.
/// </summary>
public interface IFidelityKernel : ICapability
{
    /// <summary>Every entry of the kernel between the rows of <paramref name="x"/> and <paramref name="y"/>.</summary>
    /// <param name="x">Rows of the first half.</param>
    /// <param name="y">Rows of the mirrored half.</param>
    /// <param name="perEntry">Budget of each entry.</param>
    /// <param name="streams">Streams of the shots; entry (i, j) draws from its own stream.</param>
    /// <param name="cancel">Acts between rows and tiles.</param>
    KernelValues Kernel(RowTable x, RowTable y, Budget perEntry, RowStreams streams, CancellationToken cancel);
}
