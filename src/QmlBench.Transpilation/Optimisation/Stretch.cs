using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Steps on few wires that can be brought together at the first of them.</summary>
/// <param name="Indices">Their places in the flow, in an order in which they can stand.</param>
/// <param name="Steps">The steps, on the places of <paramref name="Wires"/>.</param>
/// <param name="Wires">The wires of the flow.</param>
internal sealed record Stretch(List<int> Indices, List<Step> Steps, List<int> Wires)
{
    /// <summary>So many steps in a row that do not belong to it end it.</summary>
    private const int Reach = 200;

    /// <summary>Two-qubit gates of the CX class in its steps.</summary>
    public int Cost => CostOf(Steps);

    public static int CostOf(IEnumerable<Step> steps) => steps.Sum(s => s is PairStep pair ? pair.Cost : s.IsPair ? 2 : 0);

    /// <summary>The free steps, from a two-qubit one on, that nothing left out stands before and that stay on so many wires.</summary>
    public static Stretch Collect(Flow flow, int start, bool[] taken, int mostWires)
    {
        Stretch result = new([], [], []);
        var barriers = new WireBarriers(flow.WireCount);
        var waiting = new List<int>[flow.WireCount];
        for (int i = start, last = start; i < flow.Steps.Length && i - last < Reach; i++)
        {
            var step = flow.Steps[i];
            if (taken[i])
                continue;
            if (!IsUnitary(step) || !result.Fits(step, mostWires) || !barriers.LetsPass(step))
                barriers.Stand(step);
            else if (!step.IsPair && !result.Wires.Contains(step.Qubits[0]))
                (waiting[step.Qubits[0]] ??= []).Add(i);
            else
            {
                result.Take(flow, i, waiting);
                last = i;
            }
        }
        return result;
    }

    /// <summary>128 bits of its steps and wires, where they are all numbers.</summary>
    public UInt128? Fingerprint()
    {
        UInt128 print = (UInt128)Wires.Count;
        void Mix(ulong word) => print = (print ^ word) * 0x9E3779B97F4A7C15UL + (print >> 67);
        foreach (var wire in Wires)
            Mix((ulong)wire);
        foreach (var step in Steps)
        {
            if (step is not (LocalStep or PairStep))
                return null;
            foreach (var qubit in step.Qubits)
                Mix((ulong)qubit);
            var elements = step is PairStep pair ? pair.Unitary.Elements : Matrix4.Kron(((LocalStep)step).Unitary, Matrix2.Identity).Elements;
            foreach (var element in elements)
            {
                Mix(BitConverter.DoubleToUInt64Bits(element.Real));
                Mix(BitConverter.DoubleToUInt64Bits(element.Imaginary));
            }
        }
        return print;
    }

    private static bool IsUnitary(Step step) => step.IsFree && step is LocalStep or PairStep or TurnStep or PairTurnStep;

    private bool Fits(Step step, int mostWires) =>
        !step.IsPair || Wires.Count + step.Qubits.Count(q => !Wires.Contains(q)) <= mostWires;

    /// <summary>Takes a step, and before it what waits on the wires it brings.</summary>
    private void Take(Flow flow, int index, List<int>[] waiting)
    {
        foreach (var qubit in flow.Steps[index].Qubits)
            if (!Wires.Contains(qubit))
            {
                Wires.Add(qubit);
                foreach (var local in waiting[qubit] ?? [])
                    Add(flow, local);
            }
        Add(flow, index);
    }

    private void Add(Flow flow, int index)
    {
        Indices.Add(index);
        Steps.Add(flow.Steps[index].On([.. flow.Steps[index].Qubits.Select(q => Wires.IndexOf(q))]));
    }
}
