using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Capabilities;

/// <summary>A fidelity kernel of |x| forward states, |y| backward effects and one product.</summary>
/// <remarks>
/// Exact, because all noise is local in time and a barrier separates the halves. Shots are binomial, each entry from its own
/// stream.
/// </remarks>
internal sealed class LinearKernel : IFidelityKernel
{
    /// <summary>Bytes of states or effects held at once; entries do not depend on it.</summary>
    private const long TileBytes = 64L << 20;

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
        var exact = Product(left, x.Rows, right, y.Rows, cancel);
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
        return new(x.Rows, y.Rows, values, variances, spent, method, _program.Prepared.Notices);
    }

    private double[] Product(double[] left, int rows, double[] right, int columns, CancellationToken cancel)
    {
        var width = 2 * Width;
        var length = 1 << (2 * _first.QubitCount);
        var tile = (int)Math.Max(1, TileBytes / (8L * length));
        var kernel = new double[rows * columns];
        var threads = _program.Prepared.Threads;
        for (var top = 0; top < rows; top += tile)
        {
            var height = Math.Min(tile, rows - top);
            var states = new double[(long)height * length];
            _first.EvolveStates(left.AsMemory(top * width, height * width), height, states, threads, cancel);
            for (var start = 0; start < columns; start += tile)
            {
                var breadth = Math.Min(tile, columns - start);
                var effects = new double[(long)breadth * length];
                _mirror.EvolveEffects(_allZero, right.AsMemory(start * width, breadth * width), breadth, effects, threads, cancel);
                var block = new double[height * breadth];
                KernelProduct.Multiply(states, effects, length, block, threads, cancel);
                Place(block, kernel, top, start, height, breadth, columns);
            }
        }

        return kernel;
    }

    private static void Place(double[] block, double[] kernel, int top, int start, int height, int breadth, int columns)
    {
        for (var row = 0; row < height; row++)
        {
            block.AsSpan(row * breadth, breadth).CopyTo(kernel.AsSpan(((top + row) * columns) + start));
        }
    }

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
