using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation;

/// <summary>
/// What every executor keeps, emulated or wrapped: results do not depend on batching, streams belong to rows, questions that were not
/// asked for are refused, costs are known before. Derive a class and say how the executor is made.
/// </summary>
public abstract class ExecutorContract
{
    private const int Rows = 11;

    /// <summary>The executor under test.</summary>
    protected abstract IExecutor Executor { get; }

    /// <summary>Whether shots are needed: a wrapper that only works on samples says true.</summary>
    protected virtual Budget ExactOrMost => Budget.ExactValue;

    /// <summary>Limits of every request: those that force a method are a contract of that method.</summary>
    protected virtual Limits Limits => Limits.Default;

    /// <summary>Whether bitstrings are served; most mitigation techniques estimate only.</summary>
    protected virtual bool ServesBitstrings => true;

    /// <summary>Whether bitstrings come as counts; corrected ones are quasi-probabilities.</summary>
    protected virtual bool GivesCounts => true;

    /// <summary>Whether sampled rows have nothing in common; false where they share a calibration, paid from the shots of the table.</summary>
    protected virtual bool RowsAreIndependent => true;

    private static RowStreams Streams => new(StreamKey.Root(7, "contract"));

    private static CompileOptions Options => CompileOptions.Default(3);

    private static ObservableSet Observables => new(Observable.Parse("ZZ", 2), Observable.Parse("0.5*XI + 0.25*IZ - 0.1", 2));

    [Fact]
    public void Estimates_do_not_depend_on_batching() => AssertBatchingIndependent(ExactOrMost);

    [Fact]
    public void Sampled_estimates_do_not_depend_on_batching()
    {
        Assert.SkipUnless(RowsAreIndependent, "Sampled rows share a calibration.");
        AssertBatchingIndependent(new Budget.Shots(600));
    }

    [Fact]
    public void The_same_question_twice_has_the_same_bits()
    {
        IProgram program = Compile(Asked.None, new Budget.Shots(600));
        Estimates first = Estimate(program, Table(program, 0, Rows), new Budget.Shots(600), Streams);
        Estimates second = Estimate(program, Table(program, 0, Rows), new Budget.Shots(600), Streams);
        Assert.Equal(first.Values.ToArray(), second.Values.ToArray());
        Assert.Equal(first.Covariance.ToArray(), second.Covariance.ToArray());
    }

    [Fact]
    public void Another_stream_gives_other_shots()
    {
        IProgram program = Compile(Asked.None, new Budget.Shots(600));
        var other = new RowStreams(StreamKey.Root(8, "contract"));
        Estimates first = Estimate(program, Table(program, 0, Rows), new Budget.Shots(600), Streams);
        Estimates second = Estimate(program, Table(program, 0, Rows), new Budget.Shots(600), other);
        Assert.NotEqual(first.Values.ToArray(), second.Values.ToArray());
    }

    [Fact]
    public void Sampled_values_have_a_covariance_and_the_cost_foretold()
    {
        IProgram program = Compile(Asked.None, new Budget.Shots(600));
        Estimates found = Estimate(program, Table(program, 0, Rows), new Budget.Shots(600), Streams);
        Assert.False(found.IsExact);
        Assert.Equal(Rows * Observables.Count * (Observables.Count + 1) / 2, found.Covariance.Length);
        Assert.Equal(program.Cost(Observables, new Budget.Shots(600), Rows), found.Spent);
        Assert.True(found.Spent.DeviceSeconds >= 0);
    }

    [Fact]
    public void Observables_outside_the_request_are_refused()
    {
        IProgram program = Compile(Asked.None, ExactOrMost);
        var stranger = new ObservableSet(Observable.Parse("YY", 2));
        Assert.Throws<ExecutionRefusedException>(() =>
            program.Estimate(Table(program, 0, 1), stranger, ExactOrMost, Streams, CancellationToken.None));
    }

    [Fact]
    public void Bitstrings_outside_the_request_are_refused()
    {
        IProgram program = Compile(Asked.None, ExactOrMost);
        Assert.Throws<ExecutionRefusedException>(() => program.Sample(Table(program, 0, 1), new Budget.Shots(10), Streams,
            CancellationToken.None));
    }

    [Fact]
    public void Bitstrings_do_not_depend_on_batching()
    {
        if (!ServesBitstrings)
        {
            Assert.Throws<ExecutionRefusedException>(() => Compile(Asked.Bitstrings, ExactOrMost).Sample(
                RowTable.Single(Columns.AllOwn([])), ExactOrMost, Streams, CancellationToken.None));
            return;
        }

        IProgram program = Compile(Asked.Bitstrings, ExactOrMost);
        Budget shots = RowsAreIndependent ? new Budget.Shots(300) : Budget.ExactValue;
        Samples whole = program.Sample(Table(program, 0, Rows), shots, Streams, CancellationToken.None);
        for (int row = 0; row < Rows; row++)
        {
            Samples single = program.Sample(Table(program, row, 1), shots, Streams with { FirstRow = row }, CancellationToken.None);
            Assert.Equal(whole.Distributions[row].Outcomes, single.Distributions[0].Outcomes);
            if (GivesCounts)
                Assert.Equal(300, single.Distributions[0].Outcomes.Sum(outcome => outcome.Count));
        }
    }

    [Fact]
    public void Tables_with_other_columns_are_refused()
    {
        IProgram program = Compile(Asked.None, ExactOrMost);
        var table = new RowTable(Columns.AllOwn(["somewhere", "else"]), new double[2], 1);
        Assert.Throws<ArgumentException>(() => Estimate(program, table, ExactOrMost, Streams));
    }

    [Fact]
    public void Shared_columns_give_the_same_bits_as_repeated_values()
    {
        IProgram program = Compile(Asked.None, ExactOrMost);
        var shared = new RowTable(program.Columns.Share(new Dictionary<string, double> { ["a"] = 0.3 }), new double[] { 0.1, 0.2, 0.7 }, 3);
        var repeated = new RowTable(program.Columns, new double[] { 0.3, 0.1, 0.3, 0.2, 0.3, 0.7 }, 3);
        Assert.Equal(
            Estimate(program, repeated, ExactOrMost, Streams).Values.ToArray(),
            Estimate(program, shared, ExactOrMost, Streams).Values.ToArray());
    }

    [Fact]
    public void Cancellation_leaves_no_result()
    {
        IProgram program = Compile(Asked.None, new Budget.Shots(600));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            program.Estimate(Table(program, 0, Rows), Observables, new Budget.Shots(600), Streams, cancelled.Token));
    }

    [Fact]
    public void Identity_and_figures_are_stable()
    {
        Assert.Equal(64, Executor.Identity.Hash.Length);
        Assert.Equal(Executor.Identity.Hash, Executor.Identity.Hash);
        Assert.NotEmpty(Executor.Identity.Versions);
        Assert.NotEmpty(Executor.Identity.Name);
        Assert.NotEmpty(Executor.Figures.Device);
    }

    [Fact]
    public void What_was_compiled_can_be_adopted_with_the_same_bits()
    {
        IProgram compiled = Compile(Asked.None, ExactOrMost);
        IProgram adopted = Executor.Adopt(
            compiled.Native, new(Observables, Asked.None, ExactOrMost, Limits), Options.Schedule, CancellationToken.None);
        Assert.Equal(
            Estimate(compiled, Table(compiled, 0, Rows), ExactOrMost, Streams).Values.ToArray(),
            Estimate(adopted, Table(adopted, 0, Rows), ExactOrMost, Streams).Values.ToArray());
    }

    /// <summary>A circuit of two qubits with two parameters, one of them twice.</summary>
    protected static Circuit Example()
    {
        CircuitBuilder builder = Circuit.Builder(2);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        return builder.H(0).RY(a, 0).RZ(b, 1).CX(0, 1).RX(2.0 * a, 1).Build();
    }

    /// <summary>The example compiled for a question.</summary>
    protected IProgram Compile(Asked asked, Budget budget) => Executor.Compile(
        Example(), new Request(asked.HasFlag(Asked.Bitstrings) ? null : Observables, asked, budget, Limits), Options,
            CancellationToken.None);

    private void AssertBatchingIndependent(Budget budget)
    {
        IProgram program = Compile(Asked.None, budget);
        Estimates whole = Estimate(program, Table(program, 0, Rows), budget, Streams);
        for (int row = 0; row < Rows; row++)
        {
            Estimates single = Estimate(program, Table(program, row, 1), budget, Streams with { FirstRow = row });
            Assert.Equal(whole.Values.Slice(row * 2, 2).ToArray(), single.Values.ToArray());
        }
    }

    private static Estimates Estimate(IProgram program, RowTable rows, Budget budget, RowStreams streams) =>
        program.Estimate(rows, Observables, budget, streams, CancellationToken.None);

    private static RowTable Table(IProgram program, int first, int count)
    {
        var own = new double[2 * count];
        for (int row = 0; row < count; row++)
        {
            own[2 * row] = 0.37 * (first + row);
            own[(2 * row) + 1] = 1.1 - (0.21 * (first + row));
        }

        return new(program.Columns, own, count);
    }
}
