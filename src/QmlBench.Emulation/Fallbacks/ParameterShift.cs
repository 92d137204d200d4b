using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Fallbacks;

/// <summary>
/// Derivatives by the parameter-shift rule: serves where a program has no <see cref="IGradient"/> (sampled or mitigated).
/// </summary>
/// <remarks>
/// It adopts a copy of the native circuit in which every rz occurrence has a column of its own, shifts that angle φ by ±π/2, and
/// chains: ∂⟨O⟩/∂θ = Σ ½(⟨O⟩(φ+π/2) − ⟨O⟩(φ−π/2))·∂φ/∂θ. Exact in expectation, because the noise of a virtual rz does not depend on
/// its angle (Mitarai et al., PRA 98, 032309). A row costs 1 + 2·occurrences circuits.
/// </remarks>
public sealed class ParameterShift : IGradient
{
    private readonly IProgram _shifted;
    private readonly SeparatedAngles _separated;
    private readonly Columns _columns;
    private readonly Budget _budget;
    private readonly RowStreams _streams;

    private ParameterShift(IProgram shifted, SeparatedAngles separated, Columns columns, Budget budget, RowStreams streams)
    {
        _shifted = shifted;
        _separated = separated;
        _columns = columns;
        _budget = budget;
        _streams = streams.Derive("parameter-shift");
    }

    /// <inheritdoc/>
    public string Rule => "parameter-shift";

    /// <summary>The rule for a program.</summary>
    /// <param name="executor">The executor that compiled or adopted the program.</param>
    /// <param name="program">The program.</param>
    /// <param name="request">What the program was asked for; its observables, budget and limits hold for the shifted copy.</param>
    /// <param name="schedule">How the program was scheduled.</param>
    /// <param name="streams">Streams of the shots.</param>
    /// <param name="cancel">Acts between steps.</param>
    /// <exception cref="ExecutionRefusedException">
    /// A parameter stands in a gate other than rz, or one-qubit runs are fused per row (<see cref="Binding.Refuse"/>).
    /// </exception>
    public static ParameterShift For(
        IExecutor executor, IProgram program, Request request, ScheduleOptions schedule, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(executor);
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(request);
        if (program.Native.Fused is not null)
        {
            throw Ask.NoGradient();
        }

        var separated = SeparatedAngles.Of(program.Native.Circuit);
        var copy = program.Native with { Circuit = separated.Circuit };
        var shifted = executor.Adopt(copy, request with { Asked = Asked.None }, schedule, cancel);
        return new(shifted, separated, program.Columns, request.Budget, streams);
    }

    /// <inheritdoc/>
    public Gradients Differentiate(
        RowTable rows, ObservableSet observables, ReadOnlyMemory<int> columns, LossSlope? slope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        var wanted = Occurrences(columns.Span);
        var perRow = 1 + (2 * wanted.Length);
        var dense = rows.ToDense();
        var table = new RowTable(_shifted.Columns, ShiftedRows(dense, rows.Rows, wanted), rows.Rows * perRow);
        var streams = _streams with { FirstRow = _streams.FirstRow * perRow };
        var estimates = _shifted.Estimate(table, observables, _budget, streams, cancel);
        var jacobian = Chain(dense, rows.Rows, columns.Span, wanted, estimates);
        return GradientAssembly.Assemble(rows, BaseRows(estimates, rows.Rows, perRow), columns, jacobian, slope);
    }

    private int[] Occurrences(ReadOnlySpan<int> columns)
    {
        var wanted = new List<int>();
        for (var occurrence = 0; occurrence < _separated.Angles.Length; occurrence++)
        {
            foreach (var column in columns)
            {
                if (_separated.Angles[occurrence].DependsOn(column))
                {
                    wanted.Add(occurrence);
                    break;
                }
            }
        }

        return [.. wanted];
    }

    private double[] ShiftedRows(double[] dense, int rows, int[] wanted)
    {
        var width = _separated.Angles.Length;
        var perRow = 1 + (2 * wanted.Length);
        var shifted = new double[rows * perRow * width];
        for (var row = 0; row < rows; row++)
        {
            var values = dense.AsSpan(row * _columns.Count, _columns.Count);
            for (var copy = 0; copy < perRow; copy++)
            {
                var target = shifted.AsSpan(((row * perRow) + copy) * width, width);
                for (var occurrence = 0; occurrence < width; occurrence++)
                {
                    target[occurrence] = _separated.Angles[occurrence].Evaluate(values);
                }

                if (copy > 0)
                {
                    target[wanted[(copy - 1) / 2]] += copy % 2 == 1 ? Math.PI / 2 : -Math.PI / 2;
                }
            }
        }

        return shifted;
    }

    private double[] Chain(double[] dense, int rows, ReadOnlySpan<int> columns, int[] wanted, Estimates estimates)
    {
        var perRow = 1 + (2 * wanted.Length);
        var jacobian = new double[rows * estimates.Observables * columns.Length];
        var slopes = new double[_columns.Count];
        for (var row = 0; row < rows; row++)
        {
            for (var shift = 0; shift < wanted.Length; shift++)
            {
                Array.Clear(slopes);
                _separated.Angles[wanted[shift]].AddGradient(dense.AsSpan(row * _columns.Count, _columns.Count), 1, slopes);
                for (var k = 0; k < estimates.Observables; k++)
                {
                    var plus = estimates.Value((row * perRow) + 1 + (2 * shift), k);
                    var minus = estimates.Value((row * perRow) + 2 + (2 * shift), k);
                    var derivatives = jacobian.AsSpan(((row * estimates.Observables) + k) * columns.Length, columns.Length);
                    AddRow(derivatives, columns, slopes, (plus - minus) / 2);
                }
            }
        }

        return jacobian;
    }

    private static void AddRow(Span<double> jacobian, ReadOnlySpan<int> columns, double[] slopes, double derivative)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            jacobian[c] += derivative * slopes[columns[c]];
        }
    }

    private Estimates BaseRows(Estimates all, int rows, int perRow) => all with
    {
        Rows = rows,
        Values = EveryNth(all.Values, rows, perRow, all.Observables),
        Covariance = EveryNth(all.Covariance, rows, perRow, all.Observables * (all.Observables + 1) / 2),
        SharedError = EveryNth(all.SharedError, rows, perRow, all.SharedError.Length / Math.Max(1, all.Rows)),
        Method = all.Method with { Why = $"{all.Method.Why}; gradients by {Rule}" },
        Notices = all.Notices.Add(new("gradient", "Derivatives by parameter-shift: the program offers no reverse mode.")),
    };

    private static double[] EveryNth(ReadOnlyMemory<double> values, int rows, int perRow, int width)
    {
        if (values.IsEmpty || width == 0)
        {
            return [];
        }

        var picked = new double[rows * width];
        for (var row = 0; row < rows; row++)
        {
            values.Span.Slice(row * perRow * width, width).CopyTo(picked.AsSpan(row * width, width));
        }

        return picked;
    }
}
