using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Programs;

/// <content>Reverse-mode derivatives.</content>
public sealed partial class DensityProgram
{
    /// <summary>Most bytes of kept states per thread; longer programs keep fewer and recompute the ones between.</summary>
    public const long GradientMemory = 256L << 20;

    /// <summary>
    /// True if derivatives are to be had: always without conditions on records; with them if the states of all branches, before each
    /// measurement and stretch, fit half of <see cref="GradientMemory"/>.
    /// </summary>
    public bool CanDifferentiate => IsStraight || BranchBytes <= GradientMemory / 2;

    /// <summary>
    /// Values, and the slope of one loss per row by every parameter: the vector–Jacobian product, in one backward sweep a row.
    /// </summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">The functions O_k.</param>
    /// <param name="slopes">rowCount × effects.Count: ∂loss/∂⟨O_k⟩ of each row.</param>
    /// <param name="values">rowCount × effects.Count: receives ⟨O_k⟩.</param>
    /// <param name="gradients">rowCount × parameters: receives Σ_k slope_k ∂⟨O_k⟩/∂θ_j.</param>
    /// <param name="threads">Threads to share the rows among.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    /// <remarks>Cost about three forward runs a row, whatever the number of parameters; each branch over records is run once
    /// more.</remarks>
    /// <exception cref="InvalidOperationException">The program branches over more records than fit
    /// (<see cref="CanDifferentiate"/> is false).</exception>
    public void Differentiate(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, ReadOnlyMemory<double> slopes, Memory<double> values,
        Memory<double> gradients,
        int threads = 1, CancellationToken cancel = default)
    {
        int count = effects.Count, columns = ParameterCount;
        RowTables.CheckSize(slopes.Length, (long)rowCount * count, nameof(slopes));
        RowTables.CheckSize(gradients.Length, (long)rowCount * columns, nameof(gradients));
        ForEachTape(rows, rowCount, effects, values, threads, (worker, first, given) =>
        {
            EffectKernel.Accumulate(worker.Effect.Span, worker.Lanes, effects, slopes.Span.Slice(first * count, given * count), given);
            worker.Backward();
            worker.WriteGradients(
                rows.Span.Slice(first * columns, given * columns), gradients.Span.Slice(first * columns, given * columns), columns, columns,
                given);
        }, cancel);
    }

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

    private double BranchBytes =>
        BranchTape.MostStates(_stages) * StateBytes * (QubitCount <= MostBatchedQubits ? RowsAtOnce : 1);

    private void ForEachTape(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, int threads,
        Action<IGradientTape, int, int> body, CancellationToken cancel)
    {
        CheckEffects(effects);
        if (!CanDifferentiate)
        {
            throw new InvalidOperationException(
                $"Derivatives through measurements that conditions read keep the states of all branches: {BranchBytes:G3} bytes here, of "
                + $"{GradientMemory / 2} that there are. Use fewer qubits or fewer conditions.");
        }

        int count = effects.Count;
        RowTables.CheckSize(values.Length, (long)rowCount * count, nameof(values));
        ForEachGroup(rows, rowCount, LanesFor(QubitCount, rowCount), (threads, 1), (worker, first, given) =>
        {
            IGradientTape gradient = worker.Gradient;
            gradient.Forward();
            EffectKernel.Evaluate(gradient.State.Span, worker.Lanes, effects, values.Span.Slice(first * count, given * count), given);
            body(gradient, first, given);
        }, cancel);
    }
}
