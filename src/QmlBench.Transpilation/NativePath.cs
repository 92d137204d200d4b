using QmlBench.Circuits;
using QmlBench.Transpilation.Targets;

namespace QmlBench.Transpilation;

/// <summary>Refuses circuits with a gate that cannot be written in the gates of the device.</summary>
internal static class NativePath
{
    /// <exception cref="TranspilationException">The basis of the device lacks what a gate is compiled to; the gate is named.</exception>
    public static void Require(Circuit circuit, Target target)
    {
        if (target.IsIdeal || NativeBasis.Lack(target) is not { } lack)
            return;
        for (var i = 0; i < circuit.Count; i++)
            if (circuit[i].Kind == OperationKind.Gate && circuit[i].Qubits.Length >= lack.Operands)
                throw new TranspilationException(
                    $"Gate '{circuit[i].Gate.Name}' on {Place(circuit[i].Qubits)} has no native path on device '{target.Device.Name}' "
                    + $"(basis: {string.Join(", ", target.Device.Basis)}): {lack.Reason}. Use a device with such gates, or write the circuit "
                    + "in native gates on $k qubits.");
    }

    private static string Place(ReadOnlySpan<int> qubits) =>
        (qubits.Length == 1 ? "qubit " : "qubits ") + string.Join(", ", qubits.ToArray());
}
