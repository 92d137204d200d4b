using QmlBench.Devices;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>Refusals of gates that the noise of a device does not cover.</summary>
internal static class Refuse
{
    public static ExecutionRefusedException NotNative(Device device, string gate) => new(
        $"Gate '{gate}' is not native to {device.Name}, so its noise is not known; native gates are "
        + $"{string.Join(", ", device.Gates.Select(native => native.Name))}. Compile the circuit instead of running it as written.");

    public static ExecutionRefusedException NoSite(Device device, NativeGate gate, ReadOnlySpan<int> qubits)
    {
        var place = string.Join(", ", qubits.ToArray());
        if (qubits.Length != gate.Arity)
        {
            return new($"Gate '{gate.Name}' of {device.Name} takes {gate.Arity} qubits, not {qubits.Length} ({place}).");
        }

        var turned = qubits.Length == 2 && gate.SiteFor(qubits[1], qubits[0]) is not null
            ? " It exists in the other order of these qubits."
            : string.Empty;
        return new(
            $"{device.Name} has no figures for '{gate.Name}' on qubits {place}, so its noise is not known.{turned} "
            + "Compile the circuit, or choose a coupler of the device.");
    }
}
