using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Capabilities;

/// <summary>Exact derivatives of the noisy values by reverse mode, part by part: a parameter outside a light cone has slope 0.</summary>
/// <remarks>
/// A loss is asked for its slopes between the run forward and the one backward, about three forward runs together. Where values are sums
/// over several parts, all parts are run forward once more before, because the loss needs the sums.
/// </remarks>
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
        var gradients = new double[rows.Rows * program.Columns.Count];
        var values = parts is [var only]
            ? OfOne(dense, rows.Rows, only, slope, gradients, cancel)
            : OfSeveral(dense, rows.Rows, observables.Count, parts, slope, gradients, cancel);
        var (shared, own) = Split(rows, gradients, columns.Span);
        return new(program.ExactEstimates(rows, observables, values), columns, default, shared, own);
    }

    // One part holds all observables in their order. Threads ask for the loss of their rows; one at a time, as the waist promises.
    private static double[] OfOne(
        double[] dense, int rows, ObservedPart part, LossSlope slope, double[] gradients, CancellationToken cancel)
    {
        var turn = new Lock();
        var values = new double[rows * part.Effects.Count];
        void Ask(int row, ReadOnlySpan<double> found, Span<double> slopes)
        {
            lock (turn)
            {
                slope(row, found, slopes);
            }
        }

        part.Part.ReverseMode!.Differentiate(dense, rows, part.Effects, Ask, values, gradients, cancel);
        return values;
    }

    private static double[] OfSeveral(
        double[] dense, int rows, int count, ImmutableArray<ObservedPart> parts, LossSlope slope, double[] gradients,
        CancellationToken cancel)
    {
        var values = Forward(dense, rows, count, parts, cancel);
        var slopes = new double[values.Length];
        for (var row = 0; row < rows; row++)
        {
            slope(row, values.AsSpan(row * count, count), slopes.AsSpan(row * count, count));
        }

        foreach (var part in parts)
        {
            var ofPart = new double[gradients.Length];
            var forward = new double[rows * part.Effects.Count];
            void Known(int row, ReadOnlySpan<double> found, Span<double> asked) =>
                Pick(part.Members, slopes.AsSpan(row * count, count), asked);
            part.Part.ReverseMode!.Differentiate(dense, rows, part.Effects, Known, forward, ofPart, cancel);
            for (var index = 0; index < gradients.Length; index++)
            {
                gradients[index] += ofPart[index];
            }
        }

        return values;
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

    private static void Pick(ImmutableArray<int> members, ReadOnlySpan<double> slopes, Span<double> asked)
    {
        for (var index = 0; index < members.Length; index++)
        {
            asked[index] = slopes[members[index]];
        }
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
