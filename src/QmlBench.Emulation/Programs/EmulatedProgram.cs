using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Capabilities;
using QmlBench.Emulation.Engines;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>
/// A program of the <see cref="Emulator"/>: everything is fixed but the values of the parameters; engines are made when first
/// needed.
/// </summary>
internal sealed class EmulatedProgram : IProgram
{
    private readonly Lazy<IEngine> _unmeasured;
    private readonly Lazy<IEngine> _measured;
    private readonly Lazy<ImmutableArray<MeasuredGroup>> _groups;
    private readonly Lazy<ProgramCapabilities> _capabilities;

    public EmulatedProgram(Preparation prepared)
    {
        Prepared = prepared;
        Columns = Columns.AllOwn(prepared.Native.Parameters);
        _unmeasured = new(() => EngineFactory.Create(prepared.Unmeasured, Method.Kind));
        _measured = new(() => EngineFactory.Create(prepared.Measured, Method.Kind));
        _groups = new(() =>
            [.. (prepared.Request.Observables?.QubitwiseGroups() ?? []).Select(group => MeasuredGroup.Of(group, prepared))]);
        _capabilities = new(() => new ProgramCapabilities(this));
    }

    public NativeCircuit Native => Prepared.Native;

    public Target Target => Prepared.Target;

    public Columns Columns { get; }

    public Method Method => Prepared.Method;

    /// <summary>What was fixed before.</summary>
    public Preparation Prepared { get; }

    public Ledger Cost(ObservableSet? observables, Budget budget, long rows)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var groups = observables is null || budget is Budget.Exact ? 1 : Math.Max(1, observables.QubitwiseGroups().Length);
        var shots = budget switch
        {
            Budget.Shots each => rows * each.Total,
            Budget.Exact => 0,
            _ => throw Ask.NoPrecision(),
        };
        return LedgerOf.Run(Prepared, rows * groups, shots);
    }

    public Estimates Estimate(RowTable rows, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        Ask.Check(Prepared.Request, observables);
        var dense = Rows(rows);
        var spent = Cost(observables, budget, rows.Rows);
        if (budget is not Budget.Shots shots)
        {
            return ExactEstimates(rows, observables, Exact(dense, rows.Rows, observables, cancel));
        }

        var sampled = SampledValues.Draw(Groups(observables), dense, rows.Rows, observables, shots.Total, streams, cancel);
        return new(rows.Rows, observables.Count, sampled.Values, sampled.Covariance, default, spent, Method, Prepared.Notices);
    }

    public Samples Sample(RowTable rows, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        Ask.Check(Prepared.Request, Asked.Bitstrings);
        var spent = Cost(null, budget, rows.Rows);
        var dense = Rows(rows);
        var bits = Prepared.Measured.ClbitCount;
        var probabilities = _measured.Value.Outcomes(dense, rows.Rows, cancel);
        var distributions = ImmutableArray.CreateBuilder<OutcomeDistribution>(rows.Rows);
        for (var row = 0; row < rows.Rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            var ofRow = probabilities.AsSpan(row << bits, 1 << bits);
            distributions.Add(budget is Budget.Shots shots
                ? Distributions.Sampled(bits, ofRow, shots.Total, streams.Open("shots", row))
                : Distributions.Exact(bits, ofRow));
        }

        return new(bits, distributions.MoveToImmutable(), spent, Method, Prepared.Notices);
    }

    public T? Find<T>()
        where T : class, ICapability => _capabilities.Value.Find<T>();

    /// <summary>All rows with the values of all parameters of the native circuit.</summary>
    /// <exception cref="ArgumentException">The table has other columns than the program.</exception>
    internal double[] Rows(RowTable rows)
    {
        var dense = Ask.Rows(rows, Columns);
        return Native.Fused is null ? dense : Native.Table(dense, rows.Rows);
    }

    /// <summary>Exact values that were computed elsewhere, as estimates.</summary>
    internal Estimates ExactEstimates(RowTable rows, ObservableSet observables, double[] values) => new(
        rows.Rows, observables.Count, values, default, default, Cost(observables, Budget.ExactValue, rows.Rows), Method, Prepared.Notices);

    private double[] Exact(double[] dense, int rows, ObservableSet observables, CancellationToken cancel) =>
        _unmeasured.Value.Expectations(dense, rows, Prepared.Register.Effects(observables), cancel);

    // The groups of the request serve its own set; a part of it has fewer groups and a share of shots of its own.
    private ImmutableArray<MeasuredGroup> Groups(ObservableSet observables) => observables.Equals(Prepared.Request.Observables)
        ? _groups.Value
        : [.. observables.QubitwiseGroups().Select(group => MeasuredGroup.Of(group, Prepared))];
}
