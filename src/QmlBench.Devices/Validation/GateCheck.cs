using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Validation;

/// <summary>The rules for couplers, gates and their sites.</summary>
internal sealed class GateCheck(DeviceDraft draft, KnownGates known, List<DeviceProblem> problems)
{
    private readonly HashSet<(int, int)> joined = [];

    /// <summary>Checks couplers, gates and measurements.</summary>
    public void Run()
    {
        Couplers();
        if (draft.Gates.Count == 0)
            Add("gates", "the device has no gates", "at least one gate");
        foreach (DraftGate gate in draft.Gates)
            Gate(gate, known.ArityOf(gate.Name));
        foreach (DraftGate gate in draft.Measurements)
            Measurement(gate);
        IdleCouplers();
    }

    private void Couplers()
    {
        foreach (DraftCoupler coupler in draft.AllCouplers())
        {
            if (coupler.First == coupler.Second && draft.Couplers is not null)
                Add(coupler.Place, $"the coupler {coupler} joins qubit {coupler.First} to itself", "two different qubits");
            bool fresh = joined.Add((coupler.First, coupler.Second));
            if (coupler.BothOrders)
                fresh &= joined.Add((coupler.Second, coupler.First));
            if (draft.Couplers is null)
                continue;
            Inside(coupler.Place, $"the coupler {coupler}", coupler.First, coupler.Second);
            if (!fresh)
                Add(coupler.Place, $"the coupler {coupler} is listed twice", "each pair once");
        }
    }

    private void Gate(DraftGate gate, int? arity)
    {
        if (arity is null)
        {
            Add(gate.Place, $"unknown gate '{gate.Name}'", "a gate of the catalogue", Suggestion.Nearest(gate.Name, known.Names));
            return;
        }
        if (gate is { IsVirtual: false, Sites.Count: 0 })
            Add(gate.Place, $"the gate '{gate.Name}' has no sites", $"'sites' with its figures, or '{gate.Name}: virtual' for a gate without noise and time");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (DraftSite site in gate.Sites)
        {
            Operands(gate, site, arity.Value);
            Figures(gate, site);
            Unique(gate, site, seen);
        }
    }

    private void Operands(DraftGate gate, DraftSite site, int arity)
    {
        if (site.Qubits.Length != arity)
        {
            Add(site.Place, $"'{gate.Name}' acts on {Count(arity)}, and {site} names {site.Qubits.Length}", arity == 1 ? "one qubit, as in 3" : "two qubits, as in 0->1 or 0-1");
            return;
        }
        if (site.Qubits.Distinct().Count() != arity)
            Add(site.Place, $"{site} names a qubit twice", "different qubits");
        else if (Inside(site.Place, $"the site {site} of '{gate.Name}'", [.. site.Qubits]) && arity == 2 && !OnCoupler(site))
            Add(site.Place, $"the site {site} of '{gate.Name}' is not on a coupler", "a pair listed under 'couplers'");
    }

    private bool OnCoupler(DraftSite site) =>
        draft.IsAllToAll
        || (joined.Contains((site.Qubits[0], site.Qubits[1])) && (!site.BothOrders || joined.Contains((site.Qubits[1], site.Qubits[0]))));

    private void Figures(DraftGate gate, DraftSite site)
    {
        if (site.Error is < 0 or > 1)
            Add($"{site.Place}/error", $"the error {Quantity.Format(site.Error.Value)} of '{gate.Name}' on {site} is not an infidelity", "a number from 0 to 1");
        if (site.Duration is < 0)
            Add($"{site.Place}/duration", $"the duration of '{gate.Name}' on {site} is negative", "a time of at least 0");
        Details(gate, site);
        if (site.Error is null)
            Odd(Oddity.MissingFigures, $"{site.Place}/error", $"error of {gate.Name}", $"'{gate.Name}' on {site} has no error", "the average gate infidelity");
        if (site.Duration is null)
            Odd(Oddity.MissingFigures, $"{site.Place}/duration", $"duration of {gate.Name}", $"'{gate.Name}' on {site} has no duration", "the duration");
        if (site.Error is 1 && site.Qubits.Length <= 2)
            Odd(
                site.Qubits.Length == 1 ? Oddity.DeadQubits : Oddity.DeadCouplers, $"{site.Place}/error", $"{gate.Name} {site}",
                $"'{gate.Name}' on {site} has error 1, which marks it as out of order", "an error below 1");
    }

    private void Details(DraftGate gate, DraftSite site)
    {
        (string Key, double? Value)[] shares =
        [
            ("incoherent", site.Details.IncoherentError), ("isolated/error", site.Details.IsolatedError),
            ("isolated/incoherent", site.Details.IsolatedIncoherentError),
        ];
        foreach ((string key, double? value) in shares.Where(s => s.Value is < 0 or > 1))
            Add($"{site.Place}/{key}", $"'{key}' of '{gate.Name}' on {site} is {Quantity.Format(value!.Value)}, which is not an error", "a number from 0 to 1");
        if (site.Details.RelaxationDuration is < 0)
            Add($"{site.Place}/relaxation", $"the time of relaxation of '{gate.Name}' on {site} is negative", "a time of at least 0");
    }

    private void Unique(DraftGate gate, DraftSite site, HashSet<string> seen)
    {
        bool fresh = seen.Add(string.Join(',', site.Qubits));
        if (site.BothOrders)
            fresh &= seen.Add(string.Join(',', site.Qubits.Reverse()));
        if (!fresh)
            Add(site.Place, $"'{gate.Name}' has two sites for {site}", "each order of operands once; 0-1 stands for both");
    }

    private void Measurement(DraftGate gate)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (DraftSite site in gate.Sites)
        {
            Operands(gate, site, arity: 1);
            Figures(gate, site);
            Unique(gate, site, seen);
        }
    }

    private void IdleCouplers()
    {
        if (draft.Couplers is null || draft.IsAllToAll || draft.Gates.Any(g => g.IsVirtual && known.ArityOf(g.Name) == 2))
            return;
        var used = draft.Gates.SelectMany(g => g.Sites).Where(s => s.Qubits.Length == 2)
            .Select(s => (Math.Min(s.Qubits[0], s.Qubits[1]), Math.Max(s.Qubits[0], s.Qubits[1]))).ToHashSet();
        foreach (DraftCoupler idle in draft.Couplers.Where(c => !used.Contains((Math.Min(c.First, c.Second), Math.Max(c.First, c.Second)))))
        {
            problems.Add(new(
                idle.Place, $"no two-qubit gate has figures on the coupler {idle}", "a site of a two-qubit gate there", null,
                Oddity.DeadCouplers, $"{idle}")
            { LacksFigures = true });
        }
    }

    private bool Inside(string place, string what, params ReadOnlySpan<int> qubits)
    {
        bool inside = true;
        foreach (int qubit in qubits)
        {
            if (draft.Qubits.Count == 0 || draft.Qubits.ContainsKey(qubit))
                continue;
            inside = false;
            Add(place, $"{what} names qubit {qubit}, which does not exist", $"a qubit from 0 to {draft.Qubits.Keys.Last()}");
        }
        return inside;
    }

    private static string Count(int arity) => arity == 1 ? "one qubit" : $"{arity} qubits";

    private void Add(string place, string message, string expected, string? suggestion = null) =>
        problems.Add(new(place, message, expected, suggestion));

    private void Odd(Oddity oddity, string place, string subject, string message, string expected) =>
        problems.Add(new(place, message, expected, null, oddity, subject));
}
