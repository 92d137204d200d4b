namespace QmlBench.Circuits.Gates;

/// <summary>A gate on the qubits of a <see cref="GateSequence"/>.</summary>
internal sealed record PlacedGate(Gate Gate, Angle[] Angles, int[] Qubits)
{
    /// <summary>Adds this gate under a control on qubit 0; its own qubits move up by one.</summary>
    /// <param name="target">Receives plain gates.</param>
    /// <param name="count">Told of every gate, so that a tower of controls cannot grow without bound.</param>
    internal void WithControl(List<PlacedGate> target, Action<long> count)
    {
        int[] moved = [.. Qubits.Select(qubit => qubit + 1)];
        if (Gate == StandardGates.I || Gate == StandardGates.U0) return;
        count(1);
        if (Gate == StandardGates.U) target.Add(new PlacedGate(StandardGates.CU, [.. Angles, Angle.Zero], [0, .. moved]));
        else if (CatalogueControl(Gate) is { } controlled) target.Add(new PlacedGate(controlled, Angles, [0, .. moved]));
        else Expand(target, moved, count);
    }

    /// <summary>The catalogue's gate with one control more (cx over x, ccx over cx, …), or null.</summary>
    internal static Gate? CatalogueControl(Gate gate)
    {
        Gate inner = gate.ControlledGate ?? gate;
        foreach (Gate candidate in StandardGates.All)
            if (candidate.ControlledGate == inner && candidate.ControlCount == gate.ControlCount + 1) return candidate;
        return null;
    }

    private void Expand(List<PlacedGate> target, int[] moved, Action<long> count)
    {
        Circuit definition = Gate.Definition
            ?? throw new InvalidOperationException($"Bug in QmlBench: gate '{Gate.Name}' cannot be controlled.");
        Angle phase = definition.GlobalPhase.Substitute(Angles);
        if (phase != Angle.Zero) target.Add(new PlacedGate(StandardGates.P, [phase], [0]));
        for (int i = 0; i < definition.Count; i++)
        {
            Operation operation = definition[i];
            if (operation.Kind != OperationKind.Gate) continue;
            var angles = new Angle[operation.Angles.Length];
            for (int k = 0; k < angles.Length; k++) angles[k] = operation.Angles[k].Substitute(Angles);
            var qubits = new int[operation.Qubits.Length];
            for (int k = 0; k < qubits.Length; k++) qubits[k] = moved[operation.Qubits[k]] - 1;
            new PlacedGate(operation.Gate, angles, qubits).WithControl(target, count);
        }
    }
}
