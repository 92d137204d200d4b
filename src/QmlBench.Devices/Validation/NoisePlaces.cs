using QmlBench.Circuits.Source;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Validation;

/// <summary>The rules for gates and sites that entries about noise name.</summary>
internal sealed class NoisePlaces
{
    private readonly DeviceDraft draft;
    private readonly KnownGates known;
    private readonly List<DeviceProblem> problems;
    private readonly HashSet<(int, int)> joined = [];

    /// <summary>Takes the draft and where problems go.</summary>
    public NoisePlaces(DeviceDraft draft, KnownGates known, List<DeviceProblem> problems)
    {
        (this.draft, this.known, this.problems) = (draft, known, problems);
        foreach (DraftCoupler coupler in draft.AllCouplers())
        {
            joined.Add((coupler.First, coupler.Second));
            joined.Add((coupler.Second, coupler.First));
        }
    }

    /// <summary>The number of operands of a gate of the device; null (and a problem) if the device does not have it.</summary>
    public int? Gate(string place, string what, string gate)
    {
        string[] names = [.. draft.Gates.Select(g => g.Name)];
        if (names.Contains(gate))
            return known.ArityOf(gate);
        problems.Add(new(place, $"{what} names '{gate}', which is not among the gates", $"one of {string.Join(", ", names)}", Suggestion.Nearest(gate, names)));
        return null;
    }

    /// <summary>Whether a site can be: right number of operands, all different, on the device, two of them coupled.</summary>
    public bool Check(string place, string what, NoiseSite site, int arity)
    {
        if (site.IsEvery)
            return true;
        if (site.Qubits.Count != arity)
            return Problem(place, $"{what} acts on {arity} qubit(s), and {site} names {site.Qubits.Count}", arity == 1 ? "one qubit, as in 3" : "two qubits, as in 0->1 or 0-1");
        if (site.Qubits.Distinct().Count() != arity)
            return Problem(place, $"{what} names a qubit twice: {site}", "different qubits");
        foreach (int qubit in site.Qubits)
        {
            if (!Inside(place, $"{what} on {site}", qubit))
                return false;
        }
        if (arity == 2 && !draft.IsAllToAll && !joined.Contains((site.Qubits[0], site.Qubits[1])))
            return Problem(place, $"{what} on {site} is not on a coupler", "a pair listed under 'couplers'");
        return true;
    }

    /// <summary>Whether a qubit exists; a problem if not.</summary>
    public bool Inside(string place, string what, int qubit) =>
        draft.Qubits.Count == 0 || draft.Qubits.ContainsKey(qubit)
        || Problem(place, $"{what} names qubit {qubit}, which does not exist", $"a qubit from 0 to {draft.Qubits.Keys.Last()}");

    /// <summary>Reports sites that speak of the same operands.</summary>
    public void Unique(string place, string what, IEnumerable<NoiseSite> sites)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (NoiseSite site in sites)
        {
            bool fresh = seen.Add(string.Join(',', site.Qubits));
            if (site.BothOrders)
                fresh &= seen.Add(string.Join(',', site.Qubits.Reverse()));
            if (!fresh)
                Problem($"{place}/{site.Key()}", $"{what} is given twice for {site}", "each order of operands once; 0-1 stands for both");
        }
    }

    private bool Problem(string place, string message, string expected)
    {
        problems.Add(new(place, message, expected));
        return false;
    }
}
