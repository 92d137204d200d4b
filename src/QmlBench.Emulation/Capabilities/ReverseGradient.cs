using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Engines;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Capabilities;

/// <summary>Exact derivatives of the noisy values by reverse mode.</summary>
/// <remarks>A loss costs one forward run for its slopes and one value-and-gradient run, about four forward runs together.</remarks>
internal sealed class ReverseGradient(EmulatedProgram program, IReverseMode engine) : IGradient
{
    public string Rule => "reverse-mode";

    public Gradients Differentiate(
        RowTable rows, ObservableSet observables, ReadOnlyMemory<int> columns, LossSlope? slope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        Ask.Check(program.Prepared.Request, observables);
        var dense = program.Rows(rows);
        var effects = program.Prepared.Register.Effects(observables);
        return slope is null
            ? Jacobian(rows, dense, observables, effects, columns, cancel)
            : Loss(rows, dense, observables, effects, columns, slope, cancel);
    }

    private Gradients Jacobian(
        RowTable rows, double[] dense, ObservableSet observables, EffectSet effects, ReadOnlyMemory<int> columns, CancellationToken cancel)
    {
        var width = engine.ParameterCount;
        var values = new double[rows.Rows * effects.Count];
        var full = new double[values.Length * width];
        engine.Jacobian(dense, rows.Rows, effects, values, full, cancel);
        var picked = new double[values.Length * columns.Length];
        for (var value = 0; value < values.Length; value++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                picked[(value * columns.Length) + c] = full[(value * width) + columns.Span[c]];
            }
        }

        return GradientAssembly.Assemble(rows, program.ExactEstimates(rows, observables, values), columns, picked, null);
    }

    private Gradients Loss(
        RowTable rows,
        double[] dense,
        ObservableSet observables,
        EffectSet effects,
        ReadOnlyMemory<int> columns,
        LossSlope slope,
        CancellationToken cancel)
    {
        var count = effects.Count;
        var values = new double[rows.Rows * count];
        engine.Expectations(dense, rows.Rows, effects, values, cancel);
        var slopes = new double[values.Length];
        for (var row = 0; row < rows.Rows; row++)
        {
            slope(row, values.AsSpan(row * count, count), slopes.AsSpan(row * count, count));
        }

        var gradients = new double[rows.Rows * engine.ParameterCount];
        engine.Differentiate(dense, rows.Rows, effects, slopes, values, gradients, cancel);
        var (shared, own) = Split(rows, gradients, columns.Span);
        return new(program.ExactEstimates(rows, observables, values), columns, default, shared, own);
    }

    private (double[] Shared, double[] Own) Split(RowTable rows, double[] gradients, ReadOnlySpan<int> columns)
    {
        var shared = new double[columns.Length];
        var own = new double[rows.Rows * columns.Length];
        for (var row = 0; row < rows.Rows; row++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var derivative = gradients[(row * engine.ParameterCount) + columns[c]];
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
