using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Engines;

/// <summary>Makes engines.</summary>
internal static class EngineFactory
{
    /// <summary>The engine of a method for a circuit.</summary>
    public static IEngine Create(NoisyCircuit circuit, MethodKind method, int threads) => method switch
    {
        MethodKind.StateVector => new StateVectorEngine(circuit, threads),
        MethodKind.Exact => new DensityEngine(circuit, threads),
        _ => throw new InvalidOperationException($"Bug in QmlBench: no engine simulates by the method {method}."),
    };

    /// <summary>The reverse mode of a method for a circuit, or null where it has none or takes too much.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="method">The method.</param>
    /// <param name="threads">Threads of a run.</param>
    /// <param name="memoryBytes">Most bytes of the states that it keeps.</param>
    public static IReverseMode? Reverse(NoisyCircuit circuit, MethodKind method, int threads, long memoryBytes)
    {
        // Without noise there is one trajectory, and its state vector has derivatives.
        if (method == MethodKind.StateVector || (method == MethodKind.Trajectories && circuit.IsNoiseFree))
        {
            var pure = StateVectorProgram.Compile(circuit);
            return pure.GradientBytes <= memoryBytes ? new StateVectorReverseMode(pure, threads) : null;
        }

        return method == MethodKind.Exact && DensityProgram.Compile(circuit) is { CanDifferentiate: true } density
            && density.GradientBytes <= memoryBytes
            ? new DensityReverseMode(density, threads)
            : null;
    }
}
