using QmlBench.Circuits;
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
    private readonly SiteCosts _costs = SiteCosts.Of(target);

    /// <summary>A placement with its routing; <see cref="Method"/> says how it was found.</summary>
    private sealed record Placement(int[] Layout, RoutingRun Run, string Method);

    public CompileDraft Run()
    {
        var flow = Prepare();
        CompileDraft? best = null;
        (double, double) bestKey = default;
        foreach (var placement in Placements(flow))
        {
            cancel.ThrowIfCancellationRequested();
            var draft = Finish(flow, placement);
            var key = Key(draft);
            if (best is null || key.CompareTo(bestKey) < 0)
                (best, bestKey) = (draft, key);
        }
        return best!;
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
        flow = Simplification.Run(TurnRecognition.Run(Simplification.Run(flow)));
        return Simplification.Run(SwapElision.Run(flow));
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
        var allowed = Regions.For(use, target);
        SabreLayout[] layouts = [.. problems.Select(p => new SabreLayout(use, target.Graph, _costs, p))];
        var found = new List<Placement>();
        for (var trial = 0; trial < _plan.LayoutTrials; trial++)
        {
            cancel.ThrowIfCancellationRequested();
            var kind = trial % problems.Length;
            var layout = layouts[kind].Trial(trial, _plan.LayoutIterations, options.RoutingKey, allowed);
            found.Add(Routed(problems[kind], use, layout, "sabre", trial));
        }
        // A stable sort: ties go to the lower trial.
        return found.OrderBy(p => p.Run.Cost).Take(_plan.Finalists);
    }

    private Placement Routed(RoutingProblem problem, Interactions use, int[] layout, string method, int trial)
    {
        Regions.RequireReachable(use, layout, target);
        var run = SabreRouter.Run(problem, target.Graph, layout, options.RoutingKey.Derive("route", trial).Open(), SabreWeights.Of(trial));
        return new(layout, run, method);
    }

    private CompileDraft Finish(Flow flow, Placement placement)
    {
        var routed = RoutedFlow.Apply(flow, placement.Run, placement.Layout, target.QubitCount);
        if (_plan.Consolidate)
            routed = Simplification.Run(NativeExpansion.OpenPairTurns(routed));
        else
            routed = NativeExpansion.OpenPairTurns(routed);
        var draft = Write(routed, placement.Layout, placement);
        return _plan.PostLayoutLimit == 0 || options.Layout is not null ? draft : Improve(routed, draft, placement);
    }

    /// <summary>Moves the finished circuit to better qubits with the same couplers, if there are any.</summary>
    private CompileDraft Improve(Flow routed, CompileDraft draft, Placement placement)
    {
        var use = Interactions.Of(draft.Circuit);
        var now = _costs.Of(use, [.. Enumerable.Range(0, target.QubitCount)]);
        if (ExactLayout.Find(use, target.Graph, _costs, _plan.PostLayoutLimit, now) is not { } moved)
            return draft;
        LayoutCompletion.Fill(moved, target.QubitCount);
        var steps = routed.Steps.Select(s => s.On([.. s.Qubits.Select(q => moved[q])])).ToArray();
        var flow = routed with { Steps = steps, Ends = [.. routed.Ends.Select(q => moved[q])] };
        return Write(flow, [.. placement.Layout.Select(q => moved[q])], placement);
    }

    private CompileDraft Write(Flow routed, int[] layout, Placement placement)
    {
        var native = new NativeExpansion(target).Run(routed);
        if (_plan.Fuse)
            native = LocalFusion.Run(native);
        var (compiled, origins) = NativeWriter.Write(native, target);
        return new(compiled, origins, [.. layout], [.. native.Ends], placement.Method, placement.Run.Swaps.Length);
    }

    /// <summary>Smaller is better.</summary>
    private (double, double) Key(CompileDraft draft)
    {
        if (score is not null)
            return (-score(draft.ToNative(circuit, target, options.Effort, Candidate)), 0);
        // Rounded, so that sums in another order cannot turn a tie.
        return (Math.Round(SuccessProduct.NegativeLog(draft.Circuit, target), 9), draft.Circuit.TwoQubitGateCount);
    }

    private static Equivalence Candidate { get; } = new("not yet checked: a candidate", false, 0, 0);
}
