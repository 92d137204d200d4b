using System.Numerics;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Programs;

/// <summary>Which classical bits are still read after each step.</summary>
internal static class RecordUse
{
    /// <summary>For each step the set of classical bits whose value after the step matters later.</summary>
    internal static ulong[] LiveAfter(NoisyCircuit circuit, bool keepRecords, bool[] terminal)
    {
        var live = new ulong[circuit.Steps.Length];
        ulong set = keepRecords ? Mask(circuit.ClbitCount) : 0UL;
        for (int i = circuit.Steps.Length - 1; i >= 0; i--)
        {
            live[i] = set;
            NoisyStep step = circuit.Steps[i];
            if (terminal[i]) continue;
            if (step is MeasureStep { Condition: null } measure) set &= ~(1UL << measure.Clbit);
            if (StepFacts.ConditionOf(step) is { } condition)
                foreach (int clbit in condition.Clbits) set |= 1UL << clbit;
        }

        return live;
    }

    /// <summary>
    /// Measurements after which nothing acts on the qubit, reads the bit or writes it: their records are read off the final state.
    /// </summary>
    internal static bool[] Terminal(NoisyCircuit circuit)
    {
        var terminal = new bool[circuit.Steps.Length];
        var touched = new bool[circuit.QubitCount];
        ulong used = 0;
        for (int i = circuit.Steps.Length - 1; i >= 0; i--)
        {
            NoisyStep step = circuit.Steps[i];
            if (step is MeasureStep { Condition: null } measure && !touched[measure.Qubit] && ((used >> measure.Clbit) & 1) == 0)
                terminal[i] = true;
            if (step is MeasureStep record) used |= 1UL << record.Clbit;
            foreach (int qubit in StepFacts.QubitsOf(step)) touched[qubit] = true;
            if (StepFacts.ConditionOf(step) is { } condition)
                foreach (int clbit in condition.Clbits) used |= 1UL << clbit;
        }

        return terminal;
    }

    /// <summary>Most states that are held at one time: the branches over the records that are still read, split and not yet added up.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="keepRecords">True if all records are asked for at the end.</param>
    internal static double MostBranches(NoisyCircuit circuit, bool keepRecords)
    {
        bool[] terminal = keepRecords ? Terminal(circuit) : new bool[circuit.Steps.Length];
        ulong[] live = LiveAfter(circuit, keepRecords, terminal);
        double branches = 1.0, most = 1.0;
        ulong written = 0, before = 0;
        for (int i = 0; i < live.Length; i++)
        {
            if (circuit.Steps[i] is MeasureStep measure && !terminal[i] && (live[i] >> measure.Clbit & 1) == 1)
            {
                ulong bit = 1UL << measure.Clbit;
                bool isNew = (before & written & bit) == 0;
                written |= bit;
                // Where the bit was known before, the halves of one branch wait for those of the other value.
                branches = isNew ? 2.0 * branches : Math.Min(2.0 * branches, (1.5 * Values(before & written)) + 1.0);
                most = Math.Max(most, branches);
            }

            before = live[i];
            branches = Math.Min(branches, Values(before & written));
        }

        return most;
    }

    private static double Values(ulong bits) => Math.ScaleB(1.0, BitOperations.PopCount(bits));

    private static ulong Mask(int clbits) => clbits == 64 ? ulong.MaxValue : (1UL << clbits) - 1;
}
