using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Wrapping;

/// <summary>Σ wᵢ·Eᵢ of independent estimates of the same observables and rows, with everything known about their error.</summary>
internal static class LinearCombination
{
    /// <summary>The combination. Covariances add with w²; directions of shared errors stand side by side, each times its w.</summary>
    /// <param name="weights">One per part.</param>
    /// <param name="parts">Estimates of one shape, from different circuits and streams.</param>
    /// <param name="method">Method of the whole.</param>
    /// <param name="notices">Notices of the whole, after those of the parts.</param>
    public static Estimates Of(
        ReadOnlySpan<double> weights, IReadOnlyList<Estimates> parts, Method method, IEnumerable<Notice> notices)
    {
        var values = new double[parts[0].Values.Length];
        var covariance = new double[parts.Max(part => part.Covariance.Length)];
        var spent = default(Ledger);
        for (var part = 0; part < parts.Count; part++)
        {
            AddScaled(values, parts[part].Values.Span, weights[part]);
            AddScaled(covariance, parts[part].Covariance.Span, weights[part] * weights[part]);
            spent += parts[part].Spent;
        }

        return new(
            parts[0].Rows,
            parts[0].Observables,
            values,
            covariance,
            SharedErrors(weights, parts),
            spent,
            method,
            Distinct(parts, notices));
    }

    /// <summary>Adds a multiple of one vector to another.</summary>
    public static void AddScaled(Span<double> sum, ReadOnlySpan<double> values, double weight)
    {
        for (var index = 0; index < values.Length; index++)
        {
            sum[index] += weight * values[index];
        }
    }

    private static ImmutableArray<Notice> Distinct(IReadOnlyList<Estimates> parts, IEnumerable<Notice> notices) =>
        [.. parts.SelectMany(part => part.Notices).Concat(notices).Distinct()];

    private static double[] SharedErrors(ReadOnlySpan<double> weights, IReadOnlyList<Estimates> parts)
    {
        var values = Math.Max(1, parts[0].Values.Length);
        int[] widths = [.. parts.Select(part => part.SharedError.Length / values)];
        var width = widths.Sum();
        var shared = new double[parts[0].Values.Length * width];
        var offset = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            var own = parts[part].SharedError.Span;
            for (var value = 0; value < parts[0].Values.Length; value++)
            {
                AddScaled(shared.AsSpan((value * width) + offset, widths[part]), own.Slice(value * widths[part], widths[part]),
                    weights[part]);
            }

            offset += widths[part];
        }

        return shared;
    }
}
