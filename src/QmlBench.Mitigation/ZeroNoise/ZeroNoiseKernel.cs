using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>Extrapolated kernel entries: Σ γₖ·Kₖ, each half folded on its own.</summary>
/// <remarks>
/// Folding the whole circuit of a pair would mix the two points; folding the feature map and mirroring the folded half does not, and keeps
/// the linear time of the inner kernel. Entries may leave [0, 1].
/// </remarks>
internal sealed class ZeroNoiseKernel(ZeroNoiseProgram program, ImmutableArray<IFidelityKernel> parts) : IFidelityKernel
{
    /// <inheritdoc/>
    public KernelValues Kernel(RowTable x, RowTable y, Budget perEntry, RowStreams streams, CancellationToken cancel)
    {
        var budgets = program.Split(perEntry, null);
        var entries = new double[x.Rows * y.Rows];
        double[] variances = [];
        var spent = default(Ledger);
        var notices = new List<Notice>();
        for (var part = 0; part < parts.Length; part++)
        {
            var weight = program.Weights[part];
            var kernel = parts[part].Kernel(x, y, budgets[part], streams.Derive("zne", part), cancel);
            LinearCombination.AddScaled(entries, kernel.Values.Span, weight);
            variances = variances.Length == 0 ? new double[kernel.Variances.Length] : variances;
            LinearCombination.AddScaled(variances, kernel.Variances.Span, weight * weight);
            spent += kernel.Spent;
            notices.AddRange(kernel.Notices);
        }

        return new(x.Rows, y.Rows, entries, variances, spent, program.Method, [.. notices.Concat(program.Notices).Distinct()]);
    }
}
