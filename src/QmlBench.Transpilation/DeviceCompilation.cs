using QmlBench.Circuits;
using QmlBench.Transpilation.Binding;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Layouts;
using QmlBench.Transpilation.Optimisation;
using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation;

/// <summary>One compilation for a real device: prepares the flow, finds placements, finishes the best and chooses among them.</summary>
/// <remarks>The lower efforts, whose candidates are its own too, share what was prepared, synthesised and ranked.</remarks>
internal sealed class DeviceCompilation
{
    private readonly Circuit _circuit;
    private readonly Target _target;
    private readonly TranspileOptions _options;
    private readonly CancellationToken _cancel;
    private readonly EffortPlan _plan;
    private readonly SiteCosts _costs;
    private readonly CandidateRanking _ranking;
    private readonly NativeExpansion _expansion;
    private readonly Lazy<Flow> _fused;

    public DeviceCompilation(
        Circuit circuit, Target target, TranspileOptions options, Func<NativeCircuit, double>? score, CancellationToken cancel)
    {
        (_circuit, _target, _options, _cancel) = (circuit, target, options, cancel);
        (_plan, _costs) = (EffortPlan.Of(options.Effort), target.Costs);
        _ranking = new(target, options.Aim, score);
        _expansion = new(target);
        _fused = new(Fused, LazyThreadSafetyMode.None);
    }

    /// <summary>The same compilation with less effort.</summary>
    private DeviceCompilation(DeviceCompilation higher)
    {
        (_circuit, _target, _cancel) = (higher._circuit, higher._target, higher._cancel);
        _options = higher._options with { Effort = higher._options.Effort - 1 };
        (_plan, _costs) = (EffortPlan.Of(_options.Effort), higher._costs);
        (_ranking, _expansion, _fused) = (higher._ranking, higher._expansion, higher._fused);
    }

    public CompileDraft Run() => Best().Draft;

    /// <summary>The best of what this effort and all lower ones find. Ties go to the higher effort.</summary>
    private (CompileDraft Draft, (double, double, int) Key) Best()
    {
        var simplified = Prepare();
        var written = _plan.BeforeLayout.BeforeLayout(simplified);
        var drafts = new List<CompileDraft>();
        // Fewer gates between any two wires can be more between coupled ones, so both are laid out.
        foreach (var flow in ReferenceEquals(written, simplified) ? [simplified] : (Flow[])[simplified, written])
            foreach (var (rank, placement) in Placements(flow).Index())
            {
                _cancel.ThrowIfCancellationRequested();
                drafts.AddRange(Finish(flow, placement, rank < _plan.Rewrites ? _plan.OnDevice : Resynthesis.None));
            }
        var best = drafts.Select(draft => (Draft: draft, Key: _ranking.KeyOf(draft))).MinBy(one => one.Key);
        return Lower() is { } lower && lower.Key.CompareTo(best.Key) < 0 ? lower : best;
    }

    private (CompileDraft Draft, (double, double, int) Key)? Lower()
    {
        var effort = _options.Effort - 1;
        if (effort < 0 || (_options.Bind == BindMode.Refuse && !EffortPlan.Of(effort).Fuse))
            return null;
        try
        {
            return new DeviceCompilation(this).Best();
        }
        catch (TranspilationException)
        {
            // A gate between parts of the device that this effort takes out, and a lower one does not: that has no candidate.
            return null;
        }
    }

    /// <summary>The flow on logical wires, simplified as far as the effort goes.</summary>
    private Flow Prepare()
    {
        if (!_plan.Fuse)
            return Lowering.Run(_circuit, gate => _target.NativeGates.Contains(gate));
        return _plan.Consolidate ? SwapElision.Exhaust(Simplification.Run(TurnRecognition.Run(Simplification.Run(_fused.Value)))) : _fused.Value;
    }

    private Flow Fused()
    {
        var flow = LocalFusion.Run(Lowering.Run(_circuit, _ => false));
        return _options.BitstringsOnly ? DiagonalRemoval.Run(flow) : flow;
    }

    private IEnumerable<RoutedPlacement> Placements(Flow flow)
    {
        var problem = RoutedFlow.ProblemOf(flow, reorder: _plan.Consolidate);
        var use = Interactions.Of(flow);
        if (_options.Layout is { } asked)
            return [Routed(problem, use, [.. asked], "as asked", 0)];
        if (_plan.ExactLimit == 0)
            return [Routed(problem, use, Regions.Trivial(use, _target), "trivial", 0)];
        if (ExactLayout.Find(use, _target.Graph, _costs, _plan.ExactLimit) is { } exact)
        {
            LayoutCompletion.Fill(exact, _target.QubitCount);
            return [Routed(problem, use, exact, "exact subgraph", 0)];
        }
        // Commuting steps in any order save most; but a long run of them can hide where a circuit is going: some trials keep its order.
        return Trials(_plan.Consolidate ? [problem, problem, RoutedFlow.ProblemOf(flow, reorder: false)] : [problem], use);
    }

    private IEnumerable<RoutedPlacement> Trials(RoutingProblem[] problems, Interactions use)
    {
        var berths = Regions.For(use, _target);
        SabreLayout[] layouts = [.. problems.Select(p => new SabreLayout(use, _target.Graph, _costs, p))];
        var found = new List<(RoutedPlacement Placement, RoutingEstimate Estimate)>();
        for (var trial = 0; trial < _plan.LayoutTrials; trial++)
        {
            _cancel.ThrowIfCancellationRequested();
            var kind = trial % problems.Length;
            var layout = layouts[kind].Trial(trial, _plan.LayoutIterations, _options.RoutingKey, berths);
            var routed = Routed(problems[kind], use, layout, "sabre", trial);
            found.Add((routed, RoutingEstimate.Of(routed.Run, use, _costs)));
        }
        return Finalists(found);
    }

    /// <summary>The first by the aim, and the best by each other estimate: none is exact, and a rest of each aim is in every other. Equal
    /// ones count, but are given once.</summary>
    private IEnumerable<RoutedPlacement> Finalists(List<(RoutedPlacement Placement, RoutingEstimate Estimate)> found)
    {
        // A stable sort: ties go to the lower trial.
        IEnumerable<RoutedPlacement> By(Aim aim) => found.OrderBy(p => p.Estimate.By(aim)).Select(p => p.Placement);
        var others = Enum.GetValues<Aim>().Where(aim => aim != _options.Aim);
        return By(_options.Aim).Take(_plan.Finalists).Union(others.SelectMany(aim => By(aim).Take(1)));
    }

    private RoutedPlacement Routed(RoutingProblem problem, Interactions use, int[] layout, string method, int trial)
    {
        Regions.RequireReachable(use, layout, _target);
        var stream = _options.RoutingKey.Derive("route", trial).Open();
        var run = SabreRouter.Run(problem, _target.Graph, layout, stream, SabreWeights.Of(trial));
        return new(layout, run, method);
    }

    private IEnumerable<CompileDraft> Finish(Flow flow, RoutedPlacement placement, Resynthesis rewrite)
    {
        var routed = RoutedFlow.Apply(flow, placement.Run, placement.Layout, _target.QubitCount);
        if (_plan.Consolidate)
            routed = Simplification.Run(NativeExpansion.OpenPairTurns(routed));
        else
            routed = NativeExpansion.OpenPairTurns(routed);
        routed = rewrite.OnDevice(routed, _target.Graph);
        var draft = Write(routed, placement.Layout, placement);
        yield return draft;
        if (_plan.PostLayoutLimit > 0 && _options.Layout is null && Moved(routed, draft, placement) is { } better)
            yield return better;
    }

    /// <summary>The finished circuit on qubits with the same couplers and smaller errors, if there are any.</summary>
    private CompileDraft? Moved(Flow routed, CompileDraft draft, RoutedPlacement placement)
    {
        var use = Interactions.Of(draft.Circuit);
        var now = _costs.Of(use, [.. Enumerable.Range(0, _target.QubitCount)]);
        if (ExactLayout.Find(use, _target.Graph, _costs, _plan.PostLayoutLimit, now) is not { } moved)
            return null;
        LayoutCompletion.Fill(moved, _target.QubitCount);
        return Write(routed.On(_target.QubitCount, moved), [.. placement.Layout.Select(q => moved[q])], placement);
    }

    private CompileDraft Write(Flow routed, int[] layout, RoutedPlacement placement)
    {
        var native = _expansion.Run(routed);
        if (_plan.Fuse)
            native = LocalFusion.Run(native, _options.Bind == BindMode.Refuse ? new RunFusion(_target.Basis).Fuse : null);
        var (compiled, origins, fused) = NativeWriter.Write(native, _target, _options.BitstringsOnly);
        return new(compiled, origins, [.. layout], [.. native.Ends], placement.Method, placement.Run.Swaps.Length, native, fused);
    }
}
