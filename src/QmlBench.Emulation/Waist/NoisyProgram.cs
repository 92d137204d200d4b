using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Waist;

/// <summary>A program with every channel written out.</summary>
/// <param name="Circuit">Gates, channels and measurements on the active qubits.</param>
/// <param name="DeviceQubits">Active qubit i of <paramref name="Circuit"/> is device qubit <c>DeviceQubits[i]</c>.</param>
public sealed record NoisyProgram(NoisyCircuit Circuit, ImmutableArray<int> DeviceQubits)
{
    /// <summary>
    /// Fidelity predicted by the noise model before anything is simulated: the product of the process fidelities of all channels, gates,
    /// resets and idle times alike; readout is not counted. Exact for Pauli noise that never cancels, an estimate otherwise.
    /// </summary>
    public double PredictedFidelity
    {
        get
        {
            var product = 1.0;
            foreach (var step in Circuit.Steps)
            {
                product *= step is ChannelStep channel ? channel.Channel.ProcessFidelity : 1.0;
            }

            return product;
        }
    }
}
