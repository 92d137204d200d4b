using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Commutation;

/// <summary>Splits the steps on every wire into runs that commute there: a step joins the open run if its axis agrees with the
/// run's.</summary>
/// <remarks>
/// Two steps may change places if on every wire they share they are in the same run. The key of a step therefore is its run on each of its
/// wires, not on one (a known fault of a shipped compiler: cz(0,1) h(1) cz(1,2) h(1) cz(0,1) is not cz(1,2)).
/// </remarks>
internal sealed class WireGroups(int wires)
{
    private readonly WireAxis?[] _axis = new WireAxis?[wires];
    private readonly int[] _group = new int[wires];

    /// <summary>The run a step falls into on one wire; a step without axis has a run of its own.</summary>
    public int Join(int wire, WireAxis? axis)
    {
        var joins = _group[wire] > 0 && axis is { } mine && _axis[wire] is { } open && open.Agrees(mine);
        if (joins)
            return _group[wire];
        _axis[wire] = axis;
        return ++_group[wire];
    }

    /// <summary>The runs of a step on all its wires, in order of its qubits.</summary>
    public int[] Join(Step step)
    {
        var groups = new int[step.Qubits.Length];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = Join(step.Qubits[i], WireAxis.Of(step, i));
        return groups;
    }
}
