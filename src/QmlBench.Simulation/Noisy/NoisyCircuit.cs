using System.Collections.Immutable;

namespace QmlBench.Simulation.Noisy;

/// <summary>
/// A circuit on the active qubits with its noise written out, step by step: what the engine runs and what describes the noise.
/// </summary>
/// <remarks>
/// Immutable; made by a <see cref="NoisyCircuitBuilder"/>, which refuses steps that do not fit. Qubit 0 is the least significant bit.
/// </remarks>
public sealed class NoisyCircuit
{
    internal NoisyCircuit(int qubits, int clbits, ImmutableArray<string> parameters, ImmutableArray<NoisyStep> steps)
    {
        QubitCount = qubits;
        ClbitCount = clbits;
        Parameters = parameters;
        Steps = steps;
    }

    /// <summary>Number of active qubits.</summary>
    public int QubitCount { get; }

    /// <summary>Number of classical bits.</summary>
    public int ClbitCount { get; }

    /// <summary>Names of the parameters, in the order of the values of a row.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>The steps in order.</summary>
    public ImmutableArray<NoisyStep> Steps { get; }

    /// <summary>
    /// True if gates, barriers and measurements are all there is: a state vector holds the state before the measurements.
    /// </summary>
    public bool IsNoiseFree => NoiseFree.Is(Steps, QubitCount);

    /// <summary>True if something acts on a qubit after it was measured, a step is conditional, or a record is overwritten.</summary>
    public bool HasMidCircuit => MidCircuit.IsIn(Steps.AsSpan(), QubitCount);

    /// <summary>Starts an empty circuit.</summary>
    /// <param name="qubits">Number of active qubits, at least 1.</param>
    /// <param name="clbits">Number of classical bits, at most 64.</param>
    /// <param name="parameters">Parameter names, or null for none.</param>
    public static NoisyCircuitBuilder Builder(int qubits, int clbits = 0, IEnumerable<string>? parameters = null) =>
        new(qubits, clbits, parameters);
}
