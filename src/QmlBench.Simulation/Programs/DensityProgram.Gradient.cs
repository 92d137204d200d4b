using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Programs;

/// <content>Reverse-mode derivatives.</content>
public sealed partial class DensityProgram
{
    /// <summary>
    /// Most bytes of kept states per thread, but four states at least; of longer programs fewer states are kept, and those between are
    /// computed again.
    /// </summary>
    public const long GradientMemory = 256L << 20;

    /// <summary>Bytes that derivatives take per thread: the states that are kept, their effects, and one state for work.</summary>
    public double GradientBytes => StateBytes * (_crew.IsBatched ? RowCrew<RowWorker>.RowsAtOnce : 1) * GradientStates;

    /// <summary>
    /// True if derivatives are to be had: always without conditions on records; with them if <see cref="GradientBytes"/>, where the states
    /// of all branches before each measurement and stretch are kept, is at most <see cref="GradientMemory"/>.
    /// </summary>
    public bool CanDifferentiate => IsStraight || GradientBytes <= GradientMemory;

    /// <summary>
    /// Values, and the slope of one loss per row by every parameter: the vector–Jacobian product, in one run forward and one backward a
    /// row.
    /// </summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">The functions O_k.</param>
    /// <param name="slopes">Asked between the two runs for ∂loss/∂⟨O_k⟩ of each row, by several threads and in any order of rows.</param>
    /// <param name="values">rowCount × effects.Count: receives ⟨O_k⟩.</param>
    /// <param name="gradients">rowCount × parameters: receives Σ_k slope_k ∂⟨O_k⟩/∂θ_j.</param>
    /// <param name="threads">Threads to share the rows among.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    /// <remarks>Cost about three forward runs a row, whatever the number of parameters; each branch over records is run once
    /// more.</remarks>
    /// <exception cref="InvalidOperationException">The program branches over more records than fit
    /// (<see cref="CanDifferentiate"/> is false).</exception>
    public void Differentiate(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, RowSlopes slopes, Memory<double> values, Memory<double> gradients,
        int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        int count = effects.Count, columns = ParameterCount;
        RowTables.CheckSize(gradients.Length, (long)rowCount * columns, nameof(gradients));
        ForEachTape(rows, rowCount, effects, values, threads, (worker, first, given) =>
        {
            ReadOnlySpan<double> found = values.Span.Slice(first * count, given * count);
            Span<double> asked = worker.RowSlopes(given * count);
            RowTables.Ask(slopes, first, found, asked, given);
            EffectKernel.Accumulate(worker.Effect.Span, worker.Lanes, effects, asked, given);
            worker.Backward();
            worker.WriteGradients(
                rows.Span.Slice(first * columns, given * columns), gradients.Span.Slice(first * columns, given * columns), columns, columns,
                given);
        }, cancel);
    }

    /// <summary>The same where the slopes are known before.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">The functions O_k.</param>
    /// <param name="slopes">rowCount × effects.Count: ∂loss/∂⟨O_k⟩ of each row.</param>
    /// <param name="values">rowCount × effects.Count: receives ⟨O_k⟩.</param>
    /// <param name="gradients">rowCount × parameters: receives Σ_k slope_k ∂⟨O_k⟩/∂θ_j.</param>
    /// <param name="threads">Threads to share the rows among.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    public void Differentiate(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, ReadOnlyMemory<double> slopes, Memory<double> values,
        Memory<double> gradients, int threads = 1, CancellationToken cancel = default) =>
        Differentiate(rows, rowCount, effects, RowTables.Known(slopes, rowCount, effects.Count), values, gradients, threads, cancel);

    /// <summary>
    /// Values, and the derivative of every function by every parameter for every row, in one backward sweep per function.
    /// </summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">The functions O_k.</param>
    /// <param name="values">rowCount × effects.Count: receives ⟨O_k⟩.</param>
    /// <param name="jacobian">rowCount × effects.Count × parameters: receives ∂⟨O_k⟩/∂θ_j.</param>
    /// <param name="threads">Threads to share the rows among.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    /// <exception cref="InvalidOperationException">The program branches over more records than fit
    /// (<see cref="CanDifferentiate"/> is false).</exception>
    public void Jacobian(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, Memory<double> jacobian,
        int threads = 1, CancellationToken cancel = default)
    {
        int count = effects.Count, columns = ParameterCount;
        RowTables.CheckSize(jacobian.Length, (long)rowCount * count * columns, nameof(jacobian));
        ForEachTape(rows, rowCount, effects, values, threads, (worker, first, given) =>
        {
            for (int k = 0; k < count; k++)
            {
                EffectKernel.Accumulate(worker.Effect.Span, worker.Lanes, effects.Members[k]);
                worker.Backward();
                Span<double> target = jacobian.Span[(((first * count) + k) * columns)..];
                worker.WriteGradients(rows.Span.Slice(first * columns, given * columns), target, columns, count * columns, given);
            }
        }, cancel);
    }

    private double GradientStates
    {
        get
        {
            int lanes = _crew.IsBatched ? RowCrew<RowWorker>.RowsAtOnce : 1;
            return _stages is [PlanStage { Condition: null } stage]
                ? StateTape.PlacesFor(stage.Plan, lanes, GradientMemory) + 2
                : BranchTape.MostStates(_stages, lanes);
        }
    }

    private void ForEachTape(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, int threads,
        Action<IGradientTape, int, int> body, CancellationToken cancel)
    {
        _crew.Check(effects);
        if (!CanDifferentiate)
        {
            throw new InvalidOperationException(
                $"Derivatives through measurements that conditions read keep the states of all branches: {GradientBytes:G3} bytes here, of "
                + $"{GradientMemory} that there are. Use fewer qubits or fewer conditions.");
        }

        int count = effects.Count;
        RowTables.CheckSize(values.Length, (long)rowCount * count, nameof(values));
        _crew.ForEachAlone(rows, rowCount, threads, (worker, first, given) =>
        {
            IGradientTape gradient = worker.Gradient;
            gradient.Forward();
            EffectKernel.Evaluate(gradient.State.Span, worker.Lanes, effects, values.Span.Slice(first * count, given * count), given);
            body(gradient, first, given);
        }, cancel);
    }
}
