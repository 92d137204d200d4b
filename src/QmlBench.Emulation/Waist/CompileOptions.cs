using System.Collections.Immutable;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Emulation.Waist;

/// <summary>How a circuit is compiled. Made of primitives, which Emulation maps to the passes of Transpilation.</summary>
/// <param name="Effort">0 to 3.</param>
/// <param name="Routing">Key of the routing stream: from the suite seed alone, so that all arms of a pair run the same circuit.</param>
/// <param name="Layout">Device qubit of each logical qubit, or null for the compiler's choice.</param>
/// <param name="Schedule">How idle time is written out.</param>
/// <param name="Binding">How parameters enter the native circuit.</param>
/// <param name="NativeMeasurement">True compiles basis changes before a measurement with noise; false takes them as exact.</param>
/// <param name="Objective">What the compiler's candidates are chosen by.</param>
public sealed record CompileOptions(
    int Effort,
    StreamKey Routing,
    ImmutableArray<int>? Layout,
    ScheduleOptions Schedule,
    Binding Binding = Binding.Template,
    bool NativeMeasurement = false,
    Objective Objective = Objective.Fidelity)
{
    /// <summary>Effort 2, ALAP, routing from <paramref name="seed"/>.</summary>
    public static CompileOptions Default(ulong seed) => new(2, StreamKey.Root(seed, "routing"), null, ScheduleOptions.Alap);
}
