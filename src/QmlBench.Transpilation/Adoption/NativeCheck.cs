using QmlBench.Circuits;
using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Adoption;

/// <summary>Refuses circuits on device qubits that the device cannot run as they are.</summary>
internal static class NativeCheck
{
    /// <exception cref="TranspilationException">Some gate is not native where it stands.</exception>
    public static void Require(Circuit physical, Target target, bool allowDeadSites)
    {
        if (physical.QubitCount > target.QubitCount)
            throw new TranspilationException(
                $"The circuit uses device qubit ${physical.QubitCount - 1}, but device '{target.Device.Name}' has {target.QubitCount} "
                + $"qubits ($0 to ${target.QubitCount - 1}). Choose a larger device or other qubits.");
        for (var i = 0; i < physical.Count; i++)
        {
            var operation = physical[i];
            if (operation.Kind == OperationKind.Gate)
                Require(operation.Gate, operation.Qubits, target, allowDeadSites);
        }
    }

    private static void Require(Gate gate, ReadOnlySpan<int> qubits, Target target, bool allowDeadSites)
    {
        if (target.Supports(gate, qubits))
            return;
        var dead = target.Error(gate, qubits) is >= 1;
        if (dead && allowDeadSites)
            return;
        throw new TranspilationException(Reason(gate, qubits, target, dead));
    }

    private static string Reason(Gate gate, ReadOnlySpan<int> qubits, Target target, bool dead)
    {
        var device = target.Device.Name;
        var place = Place(qubits);
        if (!target.NativeGates.Contains(gate))
            return $"Gate '{gate.Name}' on {place} is not native to device '{device}' (native: {Native(target)}). A circuit on $k qubits "
                + "runs as written: write it in native gates, or name virtual qubits and let the compiler translate it.";
        if (dead)
            return $"Gate '{gate.Name}' on {place} is out of order on device '{device}' (reported error 1). Use another site.";
        if (qubits.Length == 2 && target.Supports(gate, qubits[1], qubits[0]))
            return $"Gate '{gate.Name}' on {place} is native to device '{device}' only in the order {Place([qubits[1], qubits[0]])}. "
                + "Turn it round, or name virtual qubits and let the compiler do it.";
        return $"Gate '{gate.Name}' has no site on {place} of device '{device}'. {Sites(gate, qubits, target)}";
    }

    private static string Sites(Gate gate, ReadOnlySpan<int> qubits, Target target)
    {
        if (qubits.Length != 2)
            return "Use a qubit that has the gate.";
        var neighbours = new List<string>();
        for (var q = 0; q < target.QubitCount; q++)
            if (target.Supports(gate, qubits[0], q))
                neighbours.Add($"${q}");
        return neighbours.Count == 0
            ? $"It acts from ${qubits[0]} on no other qubit."
            : $"From ${qubits[0]} it acts on {string.Join(", ", neighbours)}.";
    }

    private static string Native(Target target) => Targets.NativeBasis.Names(target);

    private static string Place(ReadOnlySpan<int> qubits)
    {
        var names = new string[qubits.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = $"${qubits[i]}";
        return string.Join(", ", names);
    }
}
