using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Finds symbolic rotations between two blocks on one pair that are rotations about a product of two Paulis, like cx rz cx =
/// rzz.</summary>
/// <remarks>
/// B·Rz(θ)·A = (B·A)·exp(−iθ/2 · A†ZA). Where A†ZA is a product of directions, the rotation becomes an rzz between one-qubit frames,
/// which commutes with its like; usually B·A is then nothing. A turn that passes through A as a rotation of one qubit moves to the front.
/// </remarks>
internal static class TurnRecognition
{
    public static Flow Run(Flow flow)
    {
        var steps = flow.Steps.ToList();
        for (var i = 0; i < steps.Count; i++)
            if (steps[i] is TurnStep { IsFree: true } turn)
                i = Rewrite(steps, i, turn);
        return flow.Next([.. steps]);
    }

    /// <summary>Rewrites around a turn and returns the index of the last step written, or the turn's own.</summary>
    private static int Rewrite(List<Step> steps, int index, TurnStep turn)
    {
        var wire = turn.Qubits[0];
        var before = Neighbour(steps, index, wire, -1);
        var after = Neighbour(steps, index, wire, 1);
        if (before < 0 || after < 0 || steps[before] is not PairStep { IsFree: true } a || steps[after] is not PairStep { IsFree: true } b)
            return index;
        var other = a.Qubits[0] == wire ? a.Qubits[1] : a.Qubits[0];
        if (!b.Qubits.Contains(other) || Neighbour(steps, after, other, -1) != before)
            return index;
        return Replace(steps, before, index, after, turn, a, b);
    }

    private static int Replace(List<Step> steps, int before, int index, int after, TurnStep turn, PairStep a, PairStep b)
    {
        var z = turn.Qubits[0] == a.Qubits[0] ? Matrix4.Kron(Matrix2.Z, Matrix2.Identity) : Matrix4.Kron(Matrix2.Identity, Matrix2.Z);
        if (PauliProduct.Of(a.Unitary.Adjoint() * z * a.Unitary) is not { } axis)
            return index;
        var rest = new PairStep(a.Qubits, (b.Qubits[0] == a.Qubits[0] ? b.Unitary : b.Unitary.Exchanged()) * a.Unitary);
        var isPair = axis is { First: not null, Second: not null };
        if (rest.Cost + (isPair ? 2 : 0) > a.Cost + b.Cost)
            return index;
        List<Step> written = [.. Rotation(a.Qubits, axis, turn.Angle), rest];
        steps.RemoveAt(after);
        steps.RemoveAt(index);
        steps.RemoveAt(before);
        // Nothing else stands on the two wires between the removed steps, so the place of the first serves.
        steps.InsertRange(before, written);
        return before + written.Count - 1;
    }

    private static IEnumerable<Step> Rotation(int[] qubits, PauliProduct axis, Angle angle)
    {
        Matrix2 first = axis.First?.FromZ() ?? Matrix2.Identity, second = axis.Second?.FromZ() ?? Matrix2.Identity;
        yield return new LocalStep([qubits[0]], first.Adjoint);
        yield return new LocalStep([qubits[1]], second.Adjoint);
        yield return axis switch
        {
            { First: not null, Second: not null } => new PairTurnStep(qubits, angle),
            { First: not null } => new TurnStep([qubits[0]], angle),
            _ => new TurnStep([qubits[1]], angle)
        };
        yield return new LocalStep([qubits[0]], first);
        yield return new LocalStep([qubits[1]], second);
    }

    private static int Neighbour(List<Step> steps, int index, int wire, int direction)
    {
        for (var i = index + direction; i >= 0 && i < steps.Count; i += direction)
            if (steps[i].Qubits.Contains(wire))
                return i;
        return -1;
    }
}
