using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Validation;

/// <summary>The rules for readout of several qubits.</summary>
internal sealed class ReadoutGroupCheck(DeviceDraft draft, List<DeviceProblem> problems)
{
    // Rows written with a few digits add up to 1 only nearly.
    private const double SumTolerance = 1e-6;

    /// <summary>Checks all groups.</summary>
    public void Run()
    {
        var taken = new HashSet<int>();
        foreach (ReadoutGroup group in draft.Noise.ReadoutGroups)
        {
            string place = ReadoutGroupSection.PlaceOf(group);
            Qubits(group, place, taken);
            Matrix(group, place);
        }
    }

    private void Qubits(ReadoutGroup group, string place, HashSet<int> taken)
    {
        if (group.Qubits.Count is < 2 or > ReadoutGroup.MostQubits)
            Add(place, $"a correlated readout is of {group.Qubits.Count} qubit(s)", $"2 to {ReadoutGroup.MostQubits} qubits");
        foreach (int qubit in group.Qubits)
        {
            if (draft.Qubits.Count > 0 && !draft.Qubits.ContainsKey(qubit))
                Add(place, $"the correlated readout names qubit {qubit}, which does not exist", $"a qubit from 0 to {draft.Qubits.Keys.Last()}");
            if (!taken.Add(qubit))
                Add(place, $"qubit {qubit} is in a correlated readout twice", "each qubit in at most one group");
        }
    }

    private void Matrix(ReadoutGroup group, string place)
    {
        int side = (int)Math.Sqrt(group.Confusion.Count), wanted = 1 << Math.Min(group.Qubits.Count, 8);
        if (side != wanted)
        {
            Add(place, $"the confusion of {group.Qubits.Count} qubits has {side} rows", $"{wanted} rows");
            return;
        }
        if (group.Confusion.Any(p => p is not (>= 0 and <= 1)))
        {
            Add(place, "an entry of the confusion is not a probability", "numbers from 0 to 1");
            return;
        }
        for (int row = 0; row < side; row++)
        {
            double sum = 0;
            foreach (double entry in group.Confusion.AsSpan().Slice(row * side, side))
                sum += entry;
            if (!(Math.Abs(sum - 1) <= SumTolerance))
                Add(place, $"row {row} of the confusion adds up to {Quantity.Format(sum)}", "1");
        }
    }

    private void Add(string place, string message, string expected) => problems.Add(new(place, message, expected));
}
