using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Capabilities;

/// <summary>Exact derivatives of the noisy values by reverse mode, part by part: a parameter outside a light cone has slope 0.</summary>
/// <remarks>A loss costs one forward run for its slopes and one value-and-gradient run, about four forward runs together.</remarks>
internal sealed class ReverseGradient(EmulatedProgram program) : IGradient
{
    public string Rule => "reverse-mode";

    public Gradients Differentiate(
        RowTable rows, ObservableSet observables, ReadOnlyMemory<int> columns, LossSlope? slope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        Ask.Check(program.Prepared.Request, observables);
        var dense = program.Rows(rows);
        var parts = program.Cuts.Observed.Split(observables);
        return slope is null
            ? Jacobian(rows, dense, observables, parts, columns, cancel)
            : Loss(rows, dense, observables, parts, columns, slope, cancel);
    }

    private Gradients Jacobian(
        RowTable rows,
        double[] dense,
        ObservableSet observables,
        ImmutableArray<ObservedPart> parts,
        ReadOnlyMemory<int> columns,
        CancellationToken cancel)
    {
        var sums = new ValueSums(rows.Rows, observables.Count, inexact: false);
        var picked = new double[rows.Rows * observables.Count * columns.Length];
        foreach (var part in parts)
        {
            var values = new double[rows.Rows * part.Effects.Count];
            var full = new double[values.Length * program.Columns.Count];
            part.Part.ReverseMode!.Jacobian(dense, rows.Rows, part.Effects, values, full, cancel);
            sums.Add(part.Members, values);
            for (var value = 0; value < values.Length; value++)
            {
                var (row, member) = (value / part.Members.Length, part.Members[value % part.Members.Length]);
                var target = picked.AsSpan(((row * observables.Count) + member) * columns.Length, columns.Length);
                Pick(full.AsSpan(value * program.Columns.Count, program.Columns.Count), columns.Span, target);
            }
        }

        return GradientAssembly.Assemble(rows, program.ExactEstimates(rows, observables, sums.Computed().Values), columns, picked, null);
    }

    private static void Pick(ReadOnlySpan<double> slopes, ReadOnlySpan<int> columns, Span<double> target)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            target[c] += slopes[columns[c]];
        }
    }

    private Gradients Loss(
        RowTable rows,
        double[] dense,
        ObservableSet observables,
        ImmutableArray<ObservedPart> parts,
        ReadOnlyMemory<int> columns,
        LossSlope slope,
        CancellationToken cancel)
    {
        var count = observables.Count;
        var values = Forward(dense, rows.Rows, count, parts, cancel);
        var slopes = new double[values.Length];
        for (var row = 0; row < rows.Rows; row++)
        {
            slope(row, values.AsSpan(row * count, count), slopes.AsSpan(row * count, count));
        }

        var gradients = new double[rows.Rows * program.Columns.Count];
        foreach (var part in parts)
        {
            var ofPart = new double[gradients.Length];
            var forward = new double[rows.Rows * part.Effects.Count];
            part.Part.ReverseMode!.Differentiate(
                dense, rows.Rows, part.Effects, Of(part.Members, slopes, count), forward, ofPart, cancel);
            for (var index = 0; index < gradients.Length; index++)
            {
                gradients[index] += ofPart[index];
            }
        }

        var (shared, own) = Split(rows, gradients, columns.Span);
        return new(program.ExactEstimates(rows, observables, values), columns, default, shared, own);
    }

    private static double[] Forward(
        double[] dense, int rows, int observables, ImmutableArray<ObservedPart> parts, CancellationToken cancel)
    {
        var sums = new ValueSums(rows, observables, inexact: false);
        foreach (var part in parts)
        {
            var values = new double[rows * part.Effects.Count];
            part.Part.ReverseMode!.Expectations(dense, rows, part.Effects, values, cancel);
            sums.Add(part.Members, values);
        }

        return sums.Computed().Values;
    }

    private static double[] Of(ImmutableArray<int> members, double[] slopes, int observables)
    {
        var picked = new double[slopes.Length / observables * members.Length];
        for (var index = 0; index < picked.Length; index++)
        {
            picked[index] = slopes[(index / members.Length * observables) + members[index % members.Length]];
        }

        return picked;
    }

    private (double[] Shared, double[] Own) Split(RowTable rows, double[] gradients, ReadOnlySpan<int> columns)
    {
        var shared = new double[columns.Length];
        var own = new double[rows.Rows * columns.Length];
        for (var row = 0; row < rows.Rows; row++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var derivative = gradients[(row * program.Columns.Count) + columns[c]];
                if (rows.Shared.IsShared(columns[c]))
                {
                    shared[c] += derivative;
                }
                else
                {
                    own[(row * columns.Length) + c] = derivative;
                }
            }
        }

        return (shared, own);
    }
}
