using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Emulation.Estimation;

/// <summary>What one measured group contributes to every observable, outcome by outcome.</summary>
internal sealed class GroupValues
{
    private readonly List<(int Observable, double Coefficient, ulong Mask)> _parities = [];
    private readonly int _observables;

    /// <summary>The contributions of a group.</summary>
    public GroupValues(ObservableSet observables, PauliGroup group)
    {
        _observables = observables.Count;
        var measured = MeasuredQubits(group);
        var members = group.Members.ToDictionary(pauli => pauli, pauli => Compress(pauli.Support, measured));
        for (var k = 0; k < observables.Count; k++)
        {
            foreach (var term in observables[k].Terms)
            {
                if (members.TryGetValue(term.Pauli, out var mask))
                {
                    _parities.Add((k, term.Coefficient, mask));
                }
            }
        }
    }

    /// <summary>Logical qubits that the group measures, ascending; bit j of an outcome is the j-th of them.</summary>
    public static int[] MeasuredQubits(PauliGroup group) =>
        [.. Enumerable.Range(0, PauliString.MostQubits).Where(qubit => (group.Basis.Support >> qubit & 1) != 0)];

    /// <summary>Σ coefficient · (±1) over the group's strings, index outcome · observables + k.</summary>
    public double[] Of(ReadOnlySpan<ulong> outcomes)
    {
        var values = new double[_observables * outcomes.Length];
        for (var index = 0; index < outcomes.Length; index++)
        {
            foreach (var (observable, coefficient, mask) in _parities)
            {
                var odd = (BitOperations.PopCount(outcomes[index] & mask) & 1) != 0;
                values[(index * _observables) + observable] += odd ? -coefficient : coefficient;
            }
        }

        return values;
    }

    private static ulong Compress(ulong support, int[] measured)
    {
        var mask = 0UL;
        for (var bit = 0; bit < measured.Length; bit++)
        {
            mask |= (support >> measured[bit] & 1) << bit;
        }

        return mask;
    }
}
