using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Commutation;

/// <summary>What stands on each wire while later steps are brought to the front: nothing, steps that share an axis, or a wall.</summary>
internal sealed class WireBarriers(int wires)
{
    private readonly WireAxis?[] _standing = new WireAxis?[wires];
    private readonly bool[] _closed = new bool[wires];

    /// <summary>Whether nothing can come past any more.</summary>
    public bool IsClosed(int wire) => _closed[wire];

    /// <summary>Whether something that acts on a wire through an axis commutes with all that stands there.</summary>
    public bool LetsPass(int wire, WireAxis? axis) =>
        !_closed[wire] && (_standing[wire] is not { } standing || (axis is { } mine && standing.Agrees(mine)));

    /// <summary>Whether a step commutes with all that stands on its wires.</summary>
    public bool LetsPass(Step step)
    {
        for (var i = 0; i < step.Qubits.Length; i++)
            if (_closed[step.Qubits[i]] || (_standing[step.Qubits[i]] is not null && !LetsPass(step.Qubits[i], WireAxis.Of(step, i))))
                return false;
        return true;
    }

    /// <summary>Leaves something on a wire.</summary>
    public void Stand(int wire, WireAxis? axis)
    {
        if (axis is { } mine && LetsPass(wire, axis))
            _standing[wire] = mine;
        else
            _closed[wire] = true;
    }

    /// <summary>Lets nothing past any more.</summary>
    public void Close() => Array.Fill(_closed, true);

    /// <summary>Leaves a step where it is.</summary>
    public void Stand(Step step)
    {
        for (var i = 0; i < step.Qubits.Length; i++)
            Stand(step.Qubits[i], WireAxis.Of(step, i));
    }
}
