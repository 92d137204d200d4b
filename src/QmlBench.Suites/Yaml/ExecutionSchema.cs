using QmlBench.Devices.Noise;
using QmlBench.Devices.Schemas;
using QmlBench.Emulation.Waist;

namespace QmlBench.Suites.Yaml;

/// <summary>The part of the schema of suites that is about execution.</summary>
internal static class ExecutionSchema
{
    /// <summary>The <c>execution</c> mapping.</summary>
    /// <param name="sources">Name of the definition of a list of noise sources.</param>
    public static SchemaShape Of(string sources) => SchemaShape.Mapping(
        SchemaKey.Optional(
            "shots", "Shots of one value, everything that a technique spends included; or exact, the default.",
            SchemaShape.Any(SchemaShape.Integer(1, ExecutionSection.MostShots), SchemaShape.Choice([ExecutionSection.Exact]))),
        SchemaKey.Optional("method", "How circuits are simulated; default auto.", SchemaShape.Choice(MethodNames.Supported)),
        SchemaKey.Optional("precision", "Standard error that values by trajectories aim at.", SchemaShape.Number(double.Epsilon)),
        SchemaKey.Optional("effort", "Effort of compilation; default 2.", SchemaShape.Integer(0, 3)),
        SchemaKey.Optional("schedule", "When gates run; default alap.", SchemaShape.Choice(ExecutionSection.Schedules)),
        SchemaKey.Optional("bind", "Whether one-qubit runs are fused anew for every row; default template.", SchemaShape.Choice(CompileWords.Bindings)),
        SchemaKey.Optional("objective", "What compiled circuits are chosen by; default fidelity.", SchemaShape.Choice(CompileWords.Objectives)),
        SchemaKey.Optional("semantics", "How figures become noise; default the profile's.", SchemaShape.Choice(ExecutionSection.Semantics)),
        SchemaKey.Optional("without", "Noise sources that are off.", SchemaShape.Reference(sources)),
        SchemaKey.Optional("with", "Noise sources on beside those of semantics and profile.", SchemaShape.Reference(sources)),
        SchemaKey.Optional("sources", "Noise sources that are on, and no others.", SchemaShape.Reference(sources)),
        SchemaKey.Optional(
            "coherence_limit", "Where a reported error is below what T1 and T2 give; default the profile's.", SchemaShape.Choice(CoherenceLimitWords.All)));
}
