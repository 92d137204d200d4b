using System.Collections.Immutable;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices.Validation;

/// <summary>What a file says about a device before it is known to make sense. Every reader and importer fills one of these.</summary>
/// <remarks>A <see cref="Device"/> cannot hold a coupler to a missing qubit or two figures for one site; a draft can, so that all such
/// problems are found and reported together. A place is a path of keys, <c>qubits/3/t2</c>, which readers turn into line and
/// column.</remarks>
internal sealed class DeviceDraft
{
    public string? Name { get; set; }

    public string? Machine { get; set; }

    public DateTimeOffset? Snapshot { get; set; }

    public string? Vendor { get; set; }

    public string? Technology { get; set; }

    public string? Processor { get; set; }

    public DeviceKind Kind { get; set; } = DeviceKind.Template;

    public DeviceSource Source { get; set; } = new();

    public string? Semantics { get; set; }

    public double? Dt { get; set; }

    public double NoiseScale { get; set; } = 1;

    public SortedSet<Oddity> Accepted { get; } = [];

    /// <summary>Figures by index; a valid draft has every index from 0 to the number of qubits less one.</summary>
    public SortedDictionary<int, Qubit> Qubits { get; } = [];

    public bool IsAllToAll { get; set; }

    /// <summary>The couplers as listed; null when they follow from the two-qubit sites.</summary>
    public List<DraftCoupler>? Couplers { get; set; }

    public List<DraftGate> Gates { get; } = [];

    public List<DraftGate> Measurements { get; } = [];

    /// <summary>Noise beyond the figures of qubits and gates.</summary>
    public NoiseFigures Noise { get; set; } = NoiseFigures.None;

    /// <summary>The basis as listed; null when it is all gates.</summary>
    public List<string>? Basis { get; set; }

    /// <summary>The couplers, whether listed or following from the sites, in order of appearance.</summary>
    public IEnumerable<DraftCoupler> AllCouplers() =>
        Couplers ?? [.. Gates.SelectMany(g => g.Sites).Where(s => s.Qubits.Length == 2).Select(s => new DraftCoupler(s.Qubits[0], s.Qubits[1], s.BothOrders, s.Place))];

    /// <summary>The opposite of <see cref="Build"/>, so that a device can be checked like a file.</summary>
    public static DeviceDraft From(Device device)
    {
        var draft = new DeviceDraft
        {
            Name = device.Name,
            Machine = device.Machine,
            Snapshot = device.Snapshot,
            Vendor = device.Vendor,
            Technology = device.Technology,
            Processor = device.Processor,
            Kind = device.Kind,
            Source = device.Source,
            Semantics = device.Semantics,
            Dt = device.Dt,
            NoiseScale = device.NoiseScale,
            IsAllToAll = device.Coupling.IsAllToAll,
            Couplers = [.. device.Coupling.Couplers.Select(c => new DraftCoupler(c.First, c.Second, c.BothOrders, $"couplers/{c}"))],
            Basis = [.. device.Basis],
            Noise = device.Noise,
        };
        draft.Accepted.UnionWith(device.Accepted);
        for (int i = 0; i < device.QubitCount; i++)
            draft.Qubits.Add(i, device.Qubits[i]);
        draft.Gates.AddRange(device.Gates.Select(g => DraftGate.From(g, "gates")));
        draft.Measurements.AddRange(device.Measurements.Select(g => DraftGate.From(g, "measurements")));
        return draft;
    }

    /// <summary>Makes the device of a draft that <see cref="DeviceCheck"/> found without errors.</summary>
    public Device Build(KnownGates known)
    {
        NativeGate[] gates = [.. Gates.Select(g => g.Build(known.ArityOf(g.Name)!.Value)).OrderBy(g => g.Name, StringComparer.Ordinal)];
        return new Device
        {
            Name = Name!,
            Machine = Machine!,
            Snapshot = Snapshot,
            Vendor = Vendor!,
            Technology = Technology!,
            Processor = Processor,
            Kind = Kind,
            Source = Source,
            Semantics = Semantics!,
            Dt = Dt,
            NoiseScale = NoiseScale,
            Accepted = [.. Accepted],
            Qubits = [.. Qubits.Values],
            Coupling = IsAllToAll
                ? CouplingMap.AllToAll(Qubits.Count)
                : CouplingMap.FromCouplers(Qubits.Count, AllCouplers().Select(c => new Coupler(c.First, c.Second, c.BothOrders))),
            Gates = [.. gates],
            Basis = [.. (Basis ?? [.. gates.Select(g => g.Name)]).Distinct().Order(StringComparer.Ordinal)],
            Measurements = [.. Measurements.Select(g => g.Build(arity: 1)).OrderBy(g => g.Name, StringComparer.Ordinal)],
            Noise = Noise,
        };
    }
}

/// <summary>A coupler as listed.</summary>
internal sealed record DraftCoupler(int First, int Second, bool BothOrders, string Place)
{
    public override string ToString() => $"{First}{(BothOrders ? "-" : "->")}{Second}";
}

/// <summary>A site as listed.</summary>
internal sealed record DraftSite(ImmutableArray<int> Qubits, bool BothOrders, double? Error, double? Duration, string Place)
{
    public SiteDetails Details { get; init; } = SiteDetails.None;

    public override string ToString() => string.Join(BothOrders ? "-" : "->", Qubits);
}

/// <summary>A gate as listed.</summary>
internal sealed record DraftGate(string Name, string Place, bool IsVirtual, List<DraftSite> Sites)
{
    public static DraftGate From(NativeGate gate, string section)
    {
        string place = $"{section}/{gate.Name}";
        return new(gate.Name, place, gate.IsVirtual, [.. gate.Sites.Select(s =>
            new DraftSite(s.Qubits.Items, s.BothOrders, s.Error, s.Duration, $"{place}/{s.Key()}") { Details = s.Details })]);
    }

    public NativeGate Build(int arity) =>
        IsVirtual
            ? NativeGate.Virtual(Name, arity)
            : NativeGate.Physical(Name, arity, Sites.Select(s => new GateSite(new(s.Qubits), s.Error, s.Duration, s.BothOrders) { Details = s.Details }));
}
