using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Commutation;

/// <summary>Which steps must wait for which: a step waits for the run before its own on every wire, not for its own run.</summary>
internal static class CommutationGraph
{
    /// <summary>Per step the steps that wait for it, ascending. Without <paramref name="free"/> every step is a run of its own.</summary>
    public static int[][] Successors(Flow flow, bool free)
    {
        var successors = new List<int>[flow.Steps.Length];
        var groups = new WireGroups(flow.WireCount + flow.Source.ClbitCount);
        var runs = new Run[flow.WireCount + flow.Source.ClbitCount];
        for (var i = 0; i < successors.Length; i++)
        {
            successors[i] = [];
            var step = flow.Steps[i];
            var wires = flow.OrderingWires(step);
            for (var k = 0; k < wires.Length; k++)
            {
                var axis = free && k < step.Qubits.Length ? WireAxis.Of(step, k) : null;
                runs[wires[k]] ??= new();
                runs[wires[k]].Take(i, groups.Join(wires[k], axis), successors);
            }
        }
        return [.. successors.Select(s => s.ToArray())];
    }

    /// <summary>The open run on one wire and the one before it.</summary>
    private sealed class Run
    {
        private List<int> _before = [], _open = [];
        private int _group;

        public void Take(int step, int group, List<int>[] successors)
        {
            if (group != _group)
                (_before, _open, _group) = (_open, [], group);
            _open.Add(step);
            foreach (var earlier in _before)
                if (successors[earlier].Count == 0 || successors[earlier][^1] != step)
                    successors[earlier].Add(step);
        }
    }
}
