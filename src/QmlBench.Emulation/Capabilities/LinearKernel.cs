using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Capabilities;

/// <summary>A fidelity kernel of |x| forward states, |y| backward effects and one product.</summary>
/// <remarks>
/// |x| + |y| evolutions where the fewer of the two fit the limit of memory; a notice says where they do not.
/// Exact, because all noise is local in time and a barrier separates the halves. Shots are binomial, each entry from its own
/// stream.
/// </remarks>
internal sealed class LinearKernel : IFidelityKernel
{
    private readonly EmulatedProgram _program;
    private readonly DensityProgram _first;
    private readonly DensityProgram _mirror;
    private readonly double[] _allZero;

    /// <summary>The kernel of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="halves">The halves of the pair's circuit; they fit as density matrices.</param>
    public LinearKernel(EmulatedProgram program, KernelHalves halves)
    {
        _program = program;
        _first = DensityProgram.Compile(halves.First);
        _mirror = DensityProgram.Compile(halves.Mirror);
        _allZero = halves.Register.AllZero();
    }

    /// <summary>Number of parameters of the native circuit.</summary>
    private int Width => _program.Native.Circuit.Parameters.Length;

    public KernelValues Kernel(RowTable x, RowTable y, Budget perEntry, RowStreams streams, CancellationToken cancel)
    {
        var left = Padded(_program.Rows(x), x.Rows, 0);
        var right = Padded(_program.Rows(y), y.Rows, Width);
        var (exact, evolutions) = Product(left, x.Rows, right, y.Rows, cancel);
        var (values, variances) = KernelDraws.Under(exact, y.Rows, perEntry, streams, cancel);
        var entries = (long)x.Rows * y.Rows;
        var shotCount = perEntry is Budget.Shots each ? entries * each.Total : 0;
        var spent = LedgerOf.Run(_program.Prepared, entries, shotCount, repetitions: 2);
        var method = _program.Method with
        {
            Kind = MethodKind.Exact,
            Why = "kernel by forward states and backward effects",
            Bytes = _first.StateBytes,
        };
        return new(x.Rows, y.Rows, values, variances, spent, method, Notices(x.Rows, y.Rows, evolutions));
    }

    private (double[] Products, long Evolutions) Product(double[] left, int rows, double[] right, int columns, CancellationToken cancel)
    {
        var (width, threads) = (2 * Width, _program.Prepared.Threads);
        var product = new TiledProduct(
            (first, count, target) => _first.EvolveStates(left.AsMemory(first * width, count * width), count, target, threads, cancel),
            (first, count, target) =>
                _mirror.EvolveEffects(_allZero, right.AsMemory(first * width, count * width), count, target, threads, cancel),
            1 << (2 * _first.QubitCount),
            _program.Prepared.Request.Limits.MemoryBytes,
            threads);
        return (product.Of(rows, columns, cancel), product.Evolutions);
    }

    private ImmutableArray<Notice> Notices(int rows, int columns, long evolutions) => evolutions == (long)rows + columns
        ? _program.Prepared.Notices
        : _program.Prepared.Notices.Add(new("kernel", string.Create(
            CultureInfo.InvariantCulture,
            $"Neither the states nor the effects of a kernel of {rows} × {columns} fit the limit of "
                + $"{_program.Prepared.Request.Limits.MemoryBytes:N0} bytes, so {evolutions:N0} evolutions were run in place of "
                + $"{rows + columns:N0}. Raise the limit of memory (--memory; in a suite limits.memory).")));

    // Both halves share one list of parameters; the other half's values are not read.
    private double[] Padded(double[] dense, int rows, int offset)
    {
        var width = Width;
        var padded = new double[rows * 2 * width];
        for (var row = 0; row < rows; row++)
        {
            dense.AsSpan(row * width, width).CopyTo(padded.AsSpan((row * 2 * width) + offset));
        }

        return padded;
    }
}
