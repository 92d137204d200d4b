using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using QmlBench.Numerics;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// The correlations effect_i·state_j of one block: eight partial sums each, per row of parameters, combined in the order of <see
/// cref="LaneSum"/>.
/// </summary>
internal sealed class CorrelationSums
{
    /// <summary>Partial sums per value.</summary>
    internal const int PartialSums = 8;

    private const int MostChains = 3;
    private readonly AlignedBuffer _buffer;
    private readonly int _lanes;
    private readonly int _single;

    internal CorrelationSums(int singleEntries, int mostCoreEntries, int lanes)
    {
        _lanes = lanes;
        _single = singleEntries;
        _buffer = new AlignedBuffer(((MostChains * singleEntries) + mostCoreEntries) * PartialSums * lanes);
    }

    /// <summary>Where the sums of the core begin.</summary>
    internal ref double Core => ref Chain(MostChains);

    /// <summary>Where the sums of a chain begin.</summary>
    internal ref double Chain(int position) => ref Unsafe.Add(ref _buffer.First, position * _single * PartialSums * _lanes);

    /// <summary>All sums become 0.</summary>
    internal void Clear() => _buffer.Span.Clear();

    /// <summary>Combines the partial sums of consecutive entries into one value per entry and row.</summary>
    internal void Combine(ref double sums, int entries, Span<double> values)
    {
        if (_lanes == 1)
        {
            ReadOnlySpan<double> all = MemoryMarshal.CreateReadOnlySpan(ref sums, entries * PartialSums);
            for (int e = 0; e < entries; e++) values[e] = LaneSum.Combine(all.Slice(e * PartialSums, PartialSums));
            return;
        }

        Span<double> parts = stackalloc double[PartialSums];
        for (int e = 0; e < entries; e++)
        {
            for (int lane = 0; lane < _lanes; lane++)
            {
                for (int s = 0; s < PartialSums; s++) parts[s] = Unsafe.Add(ref sums, (((e * PartialSums) + s) * _lanes) + lane);
                values[(e * _lanes) + lane] = LaneSum.Combine(parts);
            }
        }
    }
}
