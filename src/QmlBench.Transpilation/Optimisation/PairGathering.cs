using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Reorders commuting steps so that those on one pair of wires stand together and can be multiplied.</summary>
/// <remarks>List scheduling: of the steps that wait for none, first one whose wires were last used by its own pair, else the first of the
/// circuit.</remarks>
internal static class PairGathering
{
    public static Flow Run(Flow flow)
    {
        var successors = CommutationGraph.Successors(flow, free: true);
        var waits = new int[flow.Steps.Length];
        foreach (var list in successors)
            foreach (var next in list)
                waits[next]++;
        var ready = new SortedSet<int>(Enumerable.Range(0, waits.Length).Where(i => waits[i] == 0));
        var partner = new int[flow.WireCount];
        Array.Fill(partner, -1);
        var order = new List<Step>(waits.Length);
        while (ready.Count > 0)
        {
            var next = Choose(flow, ready, partner);
            ready.Remove(next);
            var step = flow.Steps[next];
            order.Add(step);
            Remember(step, partner);
            foreach (var following in successors[next])
                if (--waits[following] == 0)
                    ready.Add(following);
        }
        return flow.Next([.. order]);
    }

    private static int Choose(Flow flow, SortedSet<int> ready, int[] partner)
    {
        foreach (var i in ready)
        {
            var wires = flow.Steps[i].Qubits;
            if (wires.Length == 2 && partner[wires[0]] == wires[1] && partner[wires[1]] == wires[0])
                return i;
        }
        foreach (var i in ready)
            if (flow.Steps[i].Qubits.Length == 1)
                return i;
        return ready.Min;
    }

    private static void Remember(Step step, int[] partner)
    {
        if (step.Qubits.Length == 1)
            return;
        foreach (var wire in step.Qubits)
            partner[wire] = -1;
        if (step.Qubits.Length == 2)
            (partner[step.Qubits[0]], partner[step.Qubits[1]]) = (step.Qubits[1], step.Qubits[0]);
    }
}
