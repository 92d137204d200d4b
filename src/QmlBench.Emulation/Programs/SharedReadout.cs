using QmlBench.Circuits;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Where qubits can be read together.</summary>
internal static class SharedReadout
{
    /// <summary>
    /// Refuses measurements in the middle of a circuit of qubits that are read together: what the others are then is not what they
    /// are at the end.
    /// </summary>
    /// <exception cref="ExecutionRefusedException">Names qubit and operation.</exception>
    public static void Check(Circuit native, NoiseModel model)
    {
        if (!model.ReadoutGroups.Any())
        {
            return;
        }

        var final = native.FinalMeasurements();
        for (var index = 0; index < native.Count; index++)
        {
            if (native[index].Kind != OperationKind.Measure || (final[index] && native[index].Condition is null))
            {
                continue;
            }

            var qubit = native[index].Qubits[0];
            if (model.ReadoutGroups.FirstOrDefault(group => group.Qubits.Contains(qubit)) is { } group)
            {
                throw new ExecutionRefusedException(
                    $"Operation {index} of the compiled circuit measures qubit {qubit} before the end, or under a condition. "
                    + $"{model.Device.Name} gives it a readout correlated with qubits {string.Join(", ", group.Qubits)}, which is defined "
                    + "where all are read at the end. Choose other qubits, or switch readout error off.");
            }
        }
    }
}
