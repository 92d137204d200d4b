using System.Numerics;
using System.Runtime.CompilerServices;
using QmlBench.Numerics;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Expectations ⟨ψ|P|ψ⟩ of many Pauli strings, unnormalised, in one pass for each pattern of flipped qubits.</summary>
/// <remarks>
/// <para>Chunks of 64 cells (512 amplitudes): the products conj(ψ_{c⊕flips})·ψ_c, their Walsh–Hadamard transform over the cells, of
/// which each string picks one row of eight and adds or subtracts it. All ⟨Z_q⟩ and all other diagonal strings share one pass over
/// |ψ|².</para>
/// <para>Order of additions: rows chunk by chunk within a tile of 256 chunks, tiles in order, the eight places of a row as
/// <see cref="LaneSum.Combine"/>, each with the sign of its place. Threads take whole tiles.</para>
/// </remarks>
internal sealed class PauliReader(ICellKernel kernel)
{
    private const int ChunkCells = 64;
    private const int TileChunks = 256;
    private const int Lanes = LaneSum.Lanes;

    private double[] _sums = [];
    private readonly List<double[]> _chunks = [new double[ChunkCells * Lanes]];

    /// <summary>Reads strings.</summary>
    /// <param name="register">The state.</param>
    /// <param name="strings">The strings over bits of the index; those that flip the same bits in the same phase stand together.</param>
    /// <param name="values">Receives one value per string.</param>
    /// <param name="threads">Threads to share the tiles among.</param>
    internal void Read(CellRegister register, ReadOnlySpan<PauliMasks> strings, Span<double> values, int threads)
    {
        for (int first = 0; first < strings.Length;)
        {
            int end = first + 1;
            while (end < strings.Length && strings[end].SharesPassWith(strings[first])) end++;
            ReadPass(register, strings[first..end], values[first..end], threads);
            first = end;
        }
    }

    private void ReadPass(CellRegister register, ReadOnlySpan<PauliMasks> strings, Span<double> values, int threads)
    {
        nint chunks = Math.Max(1, register.Cells / ChunkCells), tiles = (chunks + TileChunks - 1) / TileChunks;
        int row = strings.Length * Lanes;
        if (_sums.Length < row * tiles) _sums = new double[row * tiles];
        _sums.AsSpan(0, (int)(row * tiles)).Clear();
        int shares = (int)Math.Min(threads, tiles);
        if (shares <= 1) AddTiles(register, strings, 0, tiles, _chunks[0]);
        else Share(register, strings.ToArray(), tiles, shares);
        Span<double> lanes = stackalloc double[Lanes];
        for (int s = 0; s < strings.Length; s++)
        {
            double total = 0.0;
            for (nint tile = 0; tile < tiles; tile++)
            {
                _sums.AsSpan((int)((tile * row) + (s * Lanes)), Lanes).CopyTo(lanes);
                for (int l = 0; l < Lanes; l++)
                    if (IsOdd(l & strings[s].Signs)) lanes[l] = -lanes[l];
                total += LaneSum.Combine(lanes);
            }

            values[s] = strings[s].IsNegative ? -total : total;
        }
    }

    private void Share(CellRegister register, PauliMasks[] strings, nint tiles, int shares)
    {
        while (_chunks.Count < shares) _chunks.Add(new double[ChunkCells * Lanes]);
        Parallel.For(
            0, shares, t => AddTiles(register, strings, tiles * t / shares, tiles * (t + 1) / shares, _chunks[t]));
    }

    private void AddTiles(CellRegister register, ReadOnlySpan<PauliMasks> strings, nint from, nint to, double[] chunk)
    {
        int cells = (int)Math.Min(ChunkCells, register.Cells);
        nint chunks = register.Cells / cells;
        ref double values = ref chunk[0];
        for (nint tile = from; tile < to; tile++)
        {
            ref double sums = ref _sums[(int)(tile * strings.Length * Lanes)];
            for (nint c = tile * TileChunks; c < Math.Min(chunks, (tile + 1) * TileChunks); c++)
            {
                nint first = c * cells;
                kernel.Products(ref register.Buffer.First, first, cells, strings[0].Flips, strings[0].IsImaginary, ref values);
                kernel.Transform(ref values, cells);
                for (int s = 0; s < strings.Length; s++)
                {
                    nint signs = strings[s].Signs >> CellRegister.PlaceBits;
                    ref double row = ref Unsafe.Add(ref values, (signs & (cells - 1)) * Lanes);
                    kernel.Accumulate(ref Unsafe.Add(ref sums, s * Lanes), ref row, IsOdd(signs & first));
                }
            }
        }
    }

    private static bool IsOdd(nint bits) => (BitOperations.PopCount((ulong)bits) & 1) == 1;
}
