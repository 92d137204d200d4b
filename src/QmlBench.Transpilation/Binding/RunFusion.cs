using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Optimisation;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Targets;

namespace QmlBench.Transpilation.Binding;

/// <summary>Chooses the runs that binding by <see cref="BindMode.Refuse"/> multiplies together per row: those that then need fewer
/// pulses than their numbers one by one.</summary>
internal sealed class RunFusion(NativeBasis basis)
{
    /// <summary>The run as one step, or null where the template needs no more pulses.</summary>
    public FusedStep? Fuse(int qubit, LocalRun run)
    {
        if (run.IsNumber)
            return null;
        var pulses = basis.Pulses(qubit);
        var separate = 0;
        foreach (var number in run.Numbers)
            separate += pulses.CountOf(PulseForm.Of(number));
        return separate > pulses.CountOfGeneral ? new([qubit], FusedRun.Of(run.Numbers, run.Turns)) : null;
    }
}
