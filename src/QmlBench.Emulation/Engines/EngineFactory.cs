using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Engines;

/// <summary>Makes engines.</summary>
internal static class EngineFactory
{
    /// <summary>The engine of a method for a circuit.</summary>
    public static IEngine Create(NoisyCircuit circuit, MethodKind method) => method switch
    {
        MethodKind.StateVector => new StateVectorEngine(circuit),
        MethodKind.Exact => new DensityEngine(circuit),
        _ => throw new InvalidOperationException($"Bug in QmlBench: no engine simulates by the method {method}."),
    };
}
