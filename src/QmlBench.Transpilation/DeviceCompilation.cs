using QmlBench.Circuits;
using QmlBench.Transpilation.Binding;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Layouts;
using QmlBench.Transpilation.Optimisation;
using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation;

/// <summary>One compilation for a real device: prepares the flow, finds placements, finishes the best and chooses among them.</summary>
internal sealed class DeviceCompilation(
    Circuit circuit, Target target, TranspileOptions options, Func<NativeCircuit, double>? score, CancellationToken cancel)
{
    private readonly EffortPlan _plan = EffortPlan.Of(options.Effort);
    private readonly SiteCosts _costs = target.Costs;

    /// <summary>A placement with its routing; <see cref="Method"/> says how it was found.</summary>
    private sealed record Placement(int[] Layout, RoutingRun Run, string Method);

    public CompileDraft Run() => Best().Draft;

    /// <summary>The best of what this effort and all lower ones find. Ties go to the higher effort.</summary>
    private (CompileDraft Draft, (double, double, int) Key) Best()
    {
        var flow = Prepare();
        var drafts = new List<CompileDraft>();
        foreach (var placement in Placements(flow))
        {
            cancel.ThrowIfCancellationRequested();
            drafts.AddRange(Finish(flow, placement));
        }
        var best = drafts.Select(draft => (Draft: draft, Key: Key(draft))).MinBy(one => one.Key);
        return Lower() is { } lower && lower.Key.CompareTo(best.Key) < 0 ? lower : best;
    }

    private (CompileDraft Draft, (double, double, int) Key)? Lower()
    {
        var effort = options.Effort - 1;
        if (effort < 0 || (options.Bind == BindMode.Refuse && !EffortPlan.Of(effort).Fuse))
            return null;
        try
        {
            return new DeviceCompilation(circuit, target, options with { Effort = effort }, score, cancel).Best();
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
            return Lowering.Run(circuit, gate => target.NativeGates.Contains(gate));
        var flow = LocalFusion.Run(Lowering.Run(circuit, _ => false));
        if (options.BitstringsOnly)
            flow = DiagonalRemoval.Run(flow);
        if (!_plan.Consolidate)
            return flow;
        return Elided(Simplification.Run(TurnRecognition.Run(Simplification.Run(flow))));
    }

    /// <summary>Takes swaps out and simplifies until that saves nothing: what stands behind a swap meets new neighbours.</summary>
    private static Flow Elided(Flow flow)
    {
        for (var before = int.MaxValue; flow.TwoQubitCost < before;)
        {
            before = flow.TwoQubitCost;
            flow = Simplification.Run(SwapElision.Run(flow));
        }
        return flow;
    }

    private IEnumerable<Placement> Placements(Flow flow)
    {
        var problem = RoutedFlow.ProblemOf(flow, reorder: _plan.Consolidate);
        var use = Interactions.Of(flow);
        if (options.Layout is { } asked)
            return [Routed(problem, use, [.. asked], "as asked", 0)];
        if (_plan.ExactLimit == 0)
            return [Routed(problem, use, Regions.Trivial(use, target), "trivial", 0)];
        if (ExactLayout.Find(use, target.Graph, _costs, _plan.ExactLimit) is { } exact)
        {
            LayoutCompletion.Fill(exact, target.QubitCount);
            return [Routed(problem, use, exact, "exact subgraph", 0)];
        }
        // Commuting steps in any order save most; but a long run of them can hide where a circuit is going: some trials keep its order.
        return Trials(_plan.Consolidate ? [problem, problem, RoutedFlow.ProblemOf(flow, reorder: false)] : [problem], use);
    }

    private IEnumerable<Placement> Trials(RoutingProblem[] problems, Interactions use)
    {
        var berths = Regions.For(use, target);
        SabreLayout[] layouts = [.. problems.Select(p => new SabreLayout(use, target.Graph, _costs, p))];
        var found = new List<(Placement Placement, RoutingEstimate Estimate)>();
        for (var trial = 0; trial < _plan.LayoutTrials; trial++)
        {
            cancel.ThrowIfCancellationRequested();
            var kind = trial % problems.Length;
            var layout = layouts[kind].Trial(trial, _plan.LayoutIterations, options.RoutingKey, berths);
            var routed = Routed(problems[kind], use, layout, "sabre", trial);
            found.Add((routed, RoutingEstimate.Of(routed.Run, use, _costs)));
        }
        return Finalists(found);
    }

    /// <summary>The first by the aim, and the best by each other estimate: none is exact, and a rest of each aim is in every other.</summary>
    private IEnumerable<Placement> Finalists(List<(Placement Placement, RoutingEstimate Estimate)> found)
    {
        // A stable sort: ties go to the lower trial.
        IEnumerable<Placement> By(Aim aim) => found.OrderBy(p => p.Estimate.By(aim)).Select(p => p.Placement);
        var others = Enum.GetValues<Aim>().Where(aim => aim != options.Aim);
        return By(options.Aim).Take(_plan.Finalists).Union(others.SelectMany(aim => By(aim).Take(1)));
    }

    private Placement Routed(RoutingProblem problem, Interactions use, int[] layout, string method, int trial)
    {
        Regions.RequireReachable(use, layout, target);
        var run = SabreRouter.Run(problem, target.Graph, layout, options.RoutingKey.Derive("route", trial).Open(), SabreWeights.Of(trial));
        return new(layout, run, method);
    }

    private IEnumerable<CompileDraft> Finish(Flow flow, Placement placement)
    {
        var routed = RoutedFlow.Apply(flow, placement.Run, placement.Layout, target.QubitCount);
        if (_plan.Consolidate)
            routed = Simplification.Run(NativeExpansion.OpenPairTurns(routed));
        else
            routed = NativeExpansion.OpenPairTurns(routed);
        var draft = Write(flow, routed, placement.Layout, placement);
        yield return draft;
        if (_plan.PostLayoutLimit > 0 && options.Layout is null && Moved(flow, routed, draft, placement) is { } better)
            yield return better;
    }

    /// <summary>The finished circuit on qubits with the same couplers and smaller errors, if there are any.</summary>
    private CompileDraft? Moved(Flow prepared, Flow routed, CompileDraft draft, Placement placement)
    {
        var use = Interactions.Of(draft.Circuit);
        var now = _costs.Of(use, [.. Enumerable.Range(0, target.QubitCount)]);
        if (ExactLayout.Find(use, target.Graph, _costs, _plan.PostLayoutLimit, now) is not { } moved)
            return null;
        LayoutCompletion.Fill(moved, target.QubitCount);
        var steps = routed.Steps.Select(s => s.On([.. s.Qubits.Select(q => moved[q])])).ToArray();
        var flow = routed with { Steps = steps, Ends = [.. routed.Ends.Select(q => moved[q])] };
        return Write(prepared, flow, [.. placement.Layout.Select(q => moved[q])], placement);
    }

    private CompileDraft Write(Flow prepared, Flow routed, int[] layout, Placement placement)
    {
        var native = new NativeExpansion(target).Run(routed);
        if (_plan.Fuse)
            native = LocalFusion.Run(native, options.Bind == BindMode.Refuse ? new RunFusion(target.Basis).Fuse : null);
        var (compiled, origins, fused) = NativeWriter.Write(native, target, options.BitstringsOnly);
        return new(compiled, origins, [.. layout], [.. native.Ends], placement.Method, placement.Run.Swaps.Length, fused,
            _plan.Fuse ? new(prepared, routed) : null);
    }

    /// <summary>Smaller is better: what is asked for, then the success product, then the two-qubit gates.</summary>
    private (double, double, int) Key(CompileDraft draft)
    {
        var asked = score is not null ? score(draft.ToNative(circuit, target, options.Effort, Candidate)) : options.Aim switch
        {
            Aim.TwoQubit => -draft.Circuit.TwoQubitGateCount,
            Aim.Depth => -draft.Circuit.Depth(),
            _ => 0
        };
        // Rounded, so that sums in another order cannot turn a tie.
        return (Rounded(-asked), Rounded(SuccessProduct.NegativeLog(draft.Circuit, target)), draft.Circuit.TwoQubitGateCount);
    }

    private static double Rounded(double value) => Math.Abs(value) < 1e6 ? Math.Round(value, 9) : value;

    private static Equivalence Candidate { get; } = new("not yet checked: a candidate", false, 0, 0);
}
