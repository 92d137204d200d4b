using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Emulation.Estimation;

/// <summary>What one measured group contributes to every observable, outcome by outcome.</summary>
internal static class GroupValues
{
    /// <summary>Logical qubits that the group measures, ascending; bit j of an outcome is the j-th of them.</summary>
    public static int[] MeasuredQubits(PauliGroup group) =>
        [.. Enumerable.Range(0, PauliString.MostQubits).Where(qubit => (group.Basis.Support >> qubit & 1) != 0)];

    /// <summary>Σ coefficient · (±1) over the group's strings, index outcome · observables + k.</summary>
    public static double[] Table(ObservableSet observables, PauliGroup group)
    {
        var measured = MeasuredQubits(group);
        var members = group.Members.ToDictionary(pauli => pauli, pauli => Compress(pauli.Support, measured));
        var table = new double[observables.Count << measured.Length];
        for (var k = 0; k < observables.Count; k++)
        {
            foreach (var term in observables[k].Terms)
            {
                if (members.TryGetValue(term.Pauli, out var mask))
                {
                    AddParity(table, observables.Count, k, term.Coefficient, mask);
                }
            }
        }

        return table;
    }

    private static void AddParity(double[] table, int observables, int k, double coefficient, uint mask)
    {
        for (var outcome = 0; outcome < table.Length / observables; outcome++)
        {
            var odd = (BitOperations.PopCount((uint)outcome & mask) & 1) != 0;
            table[(outcome * observables) + k] += odd ? -coefficient : coefficient;
        }
    }

    private static uint Compress(ulong support, int[] measured)
    {
        var mask = 0u;
        for (var bit = 0; bit < measured.Length; bit++)
        {
            mask |= (uint)(support >> measured[bit] & 1) << bit;
        }

        return mask;
    }
}
