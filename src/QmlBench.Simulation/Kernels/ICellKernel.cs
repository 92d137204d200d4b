using QmlBench.Simulation.Trajectories;

namespace QmlBench.Simulation.Kernels;

/// <summary>Blocks of a trajectory on cells of amplitudes, compiled for one vector width.</summary>
/// <remarks>A cell is eight real parts, then the eight imaginary parts. Qubits of a block are bits of the number of a cell.</remarks>
internal interface ICellKernel
{
    /// <summary>Applies a block in place.</summary>
    /// <param name="block">The block, its qubits given as bits of the number of a cell.</param>
    /// <param name="numbers">The first of the numbers of all matrices.</param>
    /// <param name="cells">The first cell.</param>
    /// <param name="count">Number of cells, a power of two.</param>
    void Apply(in TrajectoryBlock block, ref double numbers, ref double cells, nint count);

    /// <summary>For each cell of a chunk conj(ψ at the partner)·ψ; partners differ by <paramref name="flips"/>.</summary>
    /// <param name="cells">The first cell of the state.</param>
    /// <param name="first">Number of the first cell of the chunk.</param>
    /// <param name="count">Number of cells of the chunk.</param>
    /// <param name="flips">What the number of an amplitude differs by; its lower three bits are places in a cell.</param>
    /// <param name="imaginary">True for the imaginary part.</param>
    /// <param name="target">Eight doubles per cell.</param>
    void Products(ref double cells, nint first, int count, nint flips, bool imaginary, ref double target);

    /// <summary>The unnormalised Walsh–Hadamard transform over the cells of a chunk, place by place.</summary>
    void Transform(ref double values, int count);

    /// <summary>sum ± values, eight doubles.</summary>
    void Accumulate(ref double sum, ref double values, bool negative);
}
