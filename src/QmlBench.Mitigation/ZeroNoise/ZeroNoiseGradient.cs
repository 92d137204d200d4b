using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>Derivatives of extrapolated values: Σ γₖ·∇ₖ.</summary>
internal sealed class ZeroNoiseGradient : IGradient
{
    private readonly ZeroNoiseProgram _program;
    private readonly IGradient[] _parts;

    private ZeroNoiseGradient(ZeroNoiseProgram program, IGradient[] parts) => (_program, _parts) = (program, parts);

    /// <inheritdoc/>
    public string Rule => $"{_parts[0].Rule}, extrapolated";

    /// <summary>The gradient, or null if a scale factor has none.</summary>
    public static ZeroNoiseGradient? Of(ZeroNoiseProgram program, IGradient?[] parts) => parts.Any(part => part is null)
        ? null
        : new(program, [.. parts.OfType<IGradient>()]);

    /// <inheritdoc/>
    public Gradients Differentiate(
        RowTable rows, ObservableSet observables, ReadOnlyMemory<int> columns, LossSlope? slope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        if (slope is null)
        {
            return Combine([.. _parts.Select(part => part.Differentiate(rows, observables, columns, null, cancel))], columns);
        }

        // The slope belongs to the extrapolated values, so these come first; the parts are then contracted with it.
        var values = _program.Estimate(rows, observables, Budget.ExactValue, default, cancel);
        var slopes = new double[values.Values.Length];
        for (var row = 0; row < rows.Rows; row++)
        {
            var start = row * observables.Count;
            slope(row, values.Values.Span.Slice(start, observables.Count), slopes.AsSpan(start, observables.Count));
        }

        LossSlope known = (row, _, target) => slopes.AsSpan(row * observables.Count, observables.Count).CopyTo(target);
        return Combine([.. _parts.Select(part => part.Differentiate(rows, observables, columns, known, cancel))], columns);
    }

    private Gradients Combine(Gradients[] parts, ReadOnlyMemory<int> columns)
    {
        Estimates[] values = [.. parts.Select(part => part.Values)];
        return new(
            LinearCombination.Of(_program.Weights, values, _program.Method, _program.Notices),
            columns,
            Sum(parts, part => part.Jacobian),
            Sum(parts, part => part.SharedLoss),
            Sum(parts, part => part.OwnLoss));
    }

    private double[] Sum(Gradients[] parts, Func<Gradients, ReadOnlyMemory<double>> pick)
    {
        var sum = new double[pick(parts[0]).Length];
        for (var part = 0; part < parts.Length; part++)
        {
            LinearCombination.AddScaled(sum, pick(parts[part]).Span, _program.Weights[part]);
        }

        return sum;
    }
}
