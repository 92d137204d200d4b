using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Verification;

/// <summary>Flows with numbers for all their symbols: matrices on one or two wires, measurements and resets.</summary>
/// <remarks>Barriers and delays do nothing to a state and are left out.</remarks>
internal static class BoundFlow
{
    /// <summary>A flow at values of its parameters.</summary>
    public static Flow Of(Flow flow, double[] values)
    {
        var result = new FlowBuilder();
        foreach (var step in flow.Steps)
            if (step is GateStep gate)
                Lowering.Append(result, gate, values);
            else if (step is not FixedStep fix || flow.Source[fix.Origin].Kind is OperationKind.Measure or OperationKind.Reset)
                result.Add(step.Bind(values));
        return result.Build(flow);
    }

    /// <summary>The input at values of its parameters.</summary>
    public static Flow OfInput(Circuit source, double[] values) => Of(Lowering.Run(source.Bind(values), _ => false), []);

    /// <summary>The compiled circuit at values of the input's parameters; its measurements and resets name those of the input.</summary>
    public static Flow OfCompiled(Circuit source, CompileDraft draft, double[] values)
    {
        var originOf = MeasurementCheck.OriginOf(draft.Circuit, draft.Origins);
        var final = MeasurementCheck.Final(source, draft.Circuit, draft.Origins);
        var flow = Of(Lowering.Run(draft.Circuit.Bind(draft.Row(values)), _ => false, final: final), []);
        return flow with
        {
            Source = source,
            Steps = [.. flow.Steps.Select(step => step is FixedStep fix ? fix with { Origin = originOf[fix.Origin] } : step)],
            Ends = [.. draft.FinalLayout]
        };
    }
}
