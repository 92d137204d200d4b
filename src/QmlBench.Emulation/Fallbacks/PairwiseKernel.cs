using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Fallbacks;

/// <summary>
/// A fidelity kernel entry by entry: serves where a program has no <see cref="IFidelityKernel"/> (external devices, wrappers).
/// </summary>
/// <remarks>It adopts the circuit of a pair (the native circuit, a barrier, its native mirror) and reads the frequency of 0…0.</remarks>
public sealed class PairwiseKernel : IFidelityKernel
{
    private readonly IProgram _pairs;
    private readonly NativeCircuit _half;

    private PairwiseKernel(IProgram pairs, NativeCircuit half)
    {
        _pairs = pairs;
        _half = half;
    }

    /// <summary>The kernel of a program.</summary>
    /// <param name="executor">The executor that compiled or adopted the program.</param>
    /// <param name="program">The program whose circuit is the feature map.</param>
    /// <param name="request">What the program was asked for; its budget and limits hold for the pairs.</param>
    /// <param name="schedule">How the program was scheduled.</param>
    /// <param name="cancel">Acts between steps.</param>
    /// <exception cref="ExecutionRefusedException">The circuit has no native mirror.</exception>
    public static PairwiseKernel For(
        IExecutor executor, IProgram program, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(executor);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(request);
        var pair = KernelPair.Of(program.Native, program.Target);
        var native = pair.Native(program.Native);
        var pairs = executor.Adopt(native, request with { Observables = null, Asked = Asked.Bitstrings }, schedule, cancel);
        return new(pairs, program.Native);
    }

    /// <inheritdoc/>
    public KernelValues Kernel(RowTable x, RowTable y, Budget perEntry, RowStreams streams, CancellationToken cancel)
    {
        var samples = _pairs.Sample(Pairs(x, y), perEntry, streams.Derive("kernel"), cancel);
        var values = new double[samples.Distributions.Length];
        // Where trajectories give frequencies for exact probabilities, these have an error.
        var variances = new double[samples.Distributions.All(distribution => distribution.Shots == 0) ? 0 : values.Length];
        for (var entry = 0; entry < values.Length; entry++)
        {
            var distribution = samples.Distributions[entry];
            values[entry] = distribution.Probability(0);
            if (variances.Length > 0)
            {
                variances[entry] = FrequencyVariance.Of(values[entry], distribution.Shots);
            }
        }

        var method = samples.Method with { Why = $"{samples.Method.Why}; kernel pair by pair" };
        var notices = samples.Notices.Add(new("kernel", "Kernel pair by pair: the program offers no linear-time kernel."));
        return new(x.Rows, y.Rows, values, variances, samples.Spent, method, notices);
    }

    private RowTable Pairs(RowTable x, RowTable y)
    {
        var (left, right) = (_half.Table(x.ToDense(), x.Rows), _half.Table(y.ToDense(), y.Rows));
        var width = _half.Circuit.Parameters.Length;
        var dense = new double[x.Rows * y.Rows * 2 * width];
        for (var i = 0; i < x.Rows; i++)
        {
            for (var j = 0; j < y.Rows; j++)
            {
                var row = dense.AsSpan(((i * y.Rows) + j) * 2 * width, 2 * width);
                left.AsSpan(i * width, width).CopyTo(row);
                right.AsSpan(j * width, width).CopyTo(row[width..]);
            }
        }

        return new(_pairs.Columns, dense, x.Rows * y.Rows);
    }
}
