using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>Folded programs and the weights of their values.</summary>
internal sealed class ZeroNoiseProgram : IProgram
{
    private readonly IProgram _unfolded;
    private readonly ImmutableArray<FoldedProgram> _parts;
    private readonly ImmutableArray<double> _weights;
    private readonly ZeroNoiseOptions _options;
    private readonly Lazy<ZeroNoiseGradient?> _gradient;
    private readonly Lazy<ZeroNoiseKernel?> _kernel;

    public ZeroNoiseProgram(
        IExecutor inner,
        IProgram unfolded,
        ImmutableArray<FoldedProgram> parts,
        ImmutableArray<double> weights,
        ZeroNoiseOptions options,
        Request request,
        ScheduleOptions schedule)
    {
        (_unfolded, _parts, _weights, _options) = (unfolded, parts, weights, options);
        _gradient = new(() => ZeroNoiseGradient.Of(this, [.. parts.Select(part => part.Program.Find<IGradient>())]));
        _kernel = new(() => request.Asked.HasFlag(Asked.Kernel)
            ? new(this, [.. parts.Select(part => KernelOf(inner, part.Program, request, schedule))])
            : null);
    }

    public NativeCircuit Native => _unfolded.Native;

    public Target Target => _unfolded.Target;

    public Columns Columns => _unfolded.Columns;

    // Folding may widen a light cone: the method is that of the circuit that costs most.
    public Method Method
    {
        get
        {
            var dearest = _parts.Select(part => part.Program.Method).MaxBy(method => method.Kind)!;
            return dearest with { Why = $"{dearest.Why}; zero-noise extrapolation ({_options})" };
        }
    }

    /// <summary>The weights γₖ.</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan();

    /// <summary>The scale factors where they differ from what was asked, or that there was nothing to fold.</summary>
    public IEnumerable<Notice> Notices
    {
        get
        {
            var reached = _parts.Select(part => part.Factor).ToArray();
            if (reached.Length == 1)
            {
                yield return new("zne", "The compiled circuit has no noisy gate to fold; the value is the raw one.");
            }
            else if (!reached.SequenceEqual(_options.Factors))
            {
                yield return new(
                    "zne",
                    $"Asked for scale factors {string.Join(", ", _options.Factors)}, folding reached "
                    + $"{string.Join(", ", reached.Select(factor => factor.ToString("0.####")))}; the fit uses these.");
            }
        }
    }

    public Ledger Cost(ObservableSet? observables, Budget budget, long rows)
    {
        var budgets = Split(budget, observables);
        var cost = default(Ledger);
        for (var part = 0; part < _parts.Length; part++)
        {
            cost += _parts[part].Program.Cost(observables, budgets[part], rows);
        }

        return cost;
    }

    public Estimates Estimate(RowTable rows, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        var budgets = Split(budget, observables);
        var parts = new Estimates[_parts.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part] = _parts[part].Program.Estimate(rows, observables, budgets[part], streams.Derive("zne", part), cancel);
        }

        return LinearCombination.Of(Weights, parts, Method, Notices);
    }

    public Samples Sample(RowTable rows, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        var budgets = Split(budget, null);
        var parts = new Samples[_parts.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part] = _parts[part].Program.Sample(rows, budgets[part], streams.Derive("zne", part), cancel);
        }

        return QuasiProbabilities.Combine(Weights, parts, Method, [.. Notices, QuasiProbabilities.Notice("zne")]);
    }

    public T? Find<T>()
        where T : class, ICapability
    {
        if (typeof(T) == typeof(IGradient))
        {
            return _gradient.Value as T;
        }

        return typeof(T) == typeof(IFidelityKernel) ? _kernel.Value as T : null;
    }

    /// <summary>
    /// The budget of each scale factor: N_k ∝ |γ_k|, at least one shot for every group of commuting observables; under a precision σ of the
    /// sum σ_k = σ/√(|γ_k|·Σ|γ|), which takes as many trajectories in proportion.
    /// </summary>
    public Budget[] Split(Budget budget, ObservableSet? observables)
    {
        switch (budget)
        {
            case Budget.Exact:
                return [.. _parts.Select(_ => budget)];
            case Budget.Shots shots:
                double[] sizes = [.. _weights.Select(Math.Abs)];
                var least = observables is null ? 1 : Math.Max(1, observables.QubitwiseGroups().Length);
                var shares = ShotSplit.Of(shots.Total, sizes, least, "zero-noise extrapolation");
                return Array.ConvertAll(shares, share => (Budget)new Budget.Shots(share));
            case Budget.Precision precision:
                return [.. _weights.Select(weight => Share(precision, Math.Abs(weight)))];
            default:
                throw new InvalidOperationException("Bug in QmlBench: unknown kind of budget.");
        }
    }

    // A factor whose value hardly counts is not left without any error.
    private Budget.Precision Share(Budget.Precision precision, double weight)
    {
        const double least = 1e-3;
        var sum = _weights.Sum(Math.Abs);
        var part = Math.Max(weight, least * sum);
        return new(precision.StandardError / Math.Sqrt(part * sum), Math.Max(2, (long)(precision.Most * (part / sum))));
    }

    private static IFidelityKernel KernelOf(IExecutor inner, IProgram part, Request request, ScheduleOptions schedule) =>
        part.Find<IFidelityKernel>() ?? PairwiseKernel.For(inner, part, request, schedule, CancellationToken.None);
}
