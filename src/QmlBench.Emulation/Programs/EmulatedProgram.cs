using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Capabilities;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>
/// A program of the <see cref="Emulator"/>: everything is fixed but the values of the parameters; engines are made when first
/// needed.
/// </summary>
internal sealed class EmulatedProgram : IProgram
{
    private readonly Lazy<ProgramCapabilities> _capabilities;

    /// <summary>Cuts the circuit to what is asked and chooses the method.</summary>
    /// <exception cref="ExecutionRefusedException">What is asked depends on more qubits than fit.</exception>
    public EmulatedProgram(Preparation prepared)
    {
        Prepared = prepared;
        Columns = Columns.AllOwn(prepared.Native.Parameters);
        Cuts = new(prepared);
        Method = MethodOf(Cuts.Asked);
        _capabilities = new(() => new ProgramCapabilities(this));
    }

    public NativeCircuit Native => Prepared.Native;

    public Target Target => Prepared.Target;

    public Columns Columns { get; }

    public Method Method { get; }

    /// <summary>What was fixed before.</summary>
    public Preparation Prepared { get; }

    /// <summary>What each question leaves of the circuit.</summary>
    public Cuts Cuts { get; }

    public Ledger Cost(ObservableSet? observables, Budget budget, long rows)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var sampled = budget as Budget.Shots;
        var groups = observables is null || sampled is null ? 1 : Math.Max(1, Prepared.Register.Groups(observables).Length);
        return LedgerOf.Run(Prepared, rows * groups, sampled is null ? 0 : rows * sampled.Total);
    }

    public Estimates Estimate(RowTable rows, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        Ask.Check(Prepared.Request, observables);
        var dense = Rows(rows);
        return budget is Budget.Shots shots
            ? Sampled(rows.Rows, dense, observables, shots, streams, cancel)
            : Computed(rows.Rows, dense, observables, budget, streams, cancel);
    }

    public Samples Sample(RowTable rows, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        Ask.Check(Prepared.Request, Asked.Bitstrings);
        var dense = Rows(rows);
        var distributions = RecordedBits.Of(Cuts.Recorded, dense, rows.Rows, budget, Prepared.Request.Limits, streams, cancel);
        var method = MethodOf([Cuts.Recorded]);
        var notices = Prepared.Notices;
        if (!Cuts.Recorded.IsExact && budget is not Budget.Shots)
        {
            var shots = RecordedBits.Shots(budget, Prepared.Request.Limits);
            notices = notices.Add(new("method", string.Create(
                CultureInfo.InvariantCulture,
                $"Trajectories give no exact probabilities; the frequencies are those of {shots:N0} shots.")));
        }

        return new(Cuts.Recorded.Circuit.ClbitCount, distributions, Cost(null, budget, rows.Rows), method, notices);
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
        rows.Rows, observables.Count, values, default, default, Cost(observables, Budget.ExactValue, rows.Rows),
        MethodOf(Cuts.Observed.Parts), Prepared.Notices);

    private Method MethodOf(ImmutableArray<Part> parts) => MethodSummary.Of(parts, Prepared.Active.Count, Prepared.Request);

    private Estimates Sampled(
        int rows, double[] dense, ObservableSet observables, Budget.Shots shots, RowStreams streams, CancellationToken cancel)
    {
        var groups = Cuts.Groups(observables);
        var sampled = SampledValues.Draw(groups, dense, rows, observables, shots.Total, streams, cancel);
        var method = groups.IsEmpty ? Method : MethodOf([.. groups.Select(group => group.Part)]);
        return new(
            rows, observables.Count, sampled.Values, sampled.Covariance, default, Cost(observables, shots, rows), method, Prepared.Notices);
    }

    private Estimates Computed(
        int rows, double[] dense, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        var precision = Prepared.Request.Limits.PrecisionOf(budget);
        var found = ComputedValues.Of(Cuts.Observed.Split(observables), dense, rows, observables.Count, precision, streams, cancel);
        var method = MethodOf(Cuts.Observed.Parts);
        if (found.Covariance.Length > 0)
        {
            method = method with { Trajectories = found.Trajectories, StandardError = found.StandardError };
        }

        var notices = found.StandardError <= precision.StandardError ? Prepared.Notices : Prepared.Notices.Add(Missed(found, precision));
        return new(rows, observables.Count, found.Values, found.Covariance, default, Cost(observables, budget, rows), method, notices)
        {
            ExactObservables = found.Exact,
        };
    }

    private static Notice Missed(ComputedValues found, Budget.Precision precision) => new("method", string.Create(
        CultureInfo.InvariantCulture,
        $"The standard error {precision.StandardError:G3} was not reached by {found.Trajectories:N0} trajectories; the largest is "
            + $"{found.StandardError:G3}. Allow more trajectories, or ask for less precision."));
}
