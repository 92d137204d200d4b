using QmlBench.Devices.Noise;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices;

/// <summary>A device profile: who made the device, when it was measured, its qubits, couplers, native gates and their figures. SI units
/// throughout.</summary>
/// <remarks>Immutable, thread-safe, compared by value. Figures are kept exactly as reported: clamping (T2 ≤ 2·T1) and the treatment of
/// dead sites happen where noise is derived and where circuits are laid out. Read from YAML by <c>DeviceYamlReader</c>; format in
/// <c>devices/README.md</c>.</remarks>
public sealed record Device
{
    /// <summary>The schema of profile files that this program reads and writes.</summary>
    public const string Schema = "qmlbench/device/v1";

    /// <summary>Name of the built-in noiseless device.</summary>
    public const string IdealName = "ideal";

    /// <summary>Name of the profile, unique among profiles; for a snapshot the machine's name and the date,
    /// <c>ibm_manila_2024-05-27</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the machine, shared by all its snapshots: <c>ibm_manila</c>.</summary>
    public required string Machine { get; init; }

    /// <summary>When the figures were taken; null for a device without date.</summary>
    public DateTimeOffset? Snapshot { get; init; }

    /// <summary>Who made the device.</summary>
    public required string Vendor { get; init; }

    /// <summary>What the qubits are, in words.</summary>
    public required string Technology { get; init; }

    /// <summary>Processor type such as <c>Falcon r5.11L</c>, or null.</summary>
    public string? Processor { get; init; }

    /// <summary>What kind of figures these are.</summary>
    public required DeviceKind Kind { get; init; }

    /// <summary>Where the figures are from.</summary>
    public required DeviceSource Source { get; init; }

    /// <summary>Default noise semantics, one of <see cref="NoiseSemantics.All"/>.</summary>
    public required string Semantics { get; init; }

    /// <summary>Sample time of the control electronics in seconds; null if not known.</summary>
    public double? Dt { get; init; }

    /// <summary>Factor on all noise of the profile; 1 means as reported, 0 means none.</summary>
    public double NoiseScale { get; init; } = 1;

    /// <summary>Oddities of the data that the profile declares, ascending; each becomes one notice.</summary>
    public ValueList<Oddity> Accepted { get; init; }

    /// <summary>The qubits; the index is the qubit's number.</summary>
    public required ValueList<Qubit> Qubits { get; init; }

    /// <summary>All couplers of the device, dead ones included; see <see cref="LiveCoupling"/>.</summary>
    public required CouplingMap Coupling { get; init; }

    /// <summary>The native gates, sorted by name (ordinal). Neither measurement nor reset is among them.</summary>
    public required ValueList<NativeGate> Gates { get; init; }

    /// <summary>Names of the native gates a compiler uses, ascending (ordinal); other gates may be written by hand.</summary>
    public required ValueList<string> Basis { get; init; }

    /// <summary>Entries that vendors give for measurement instructions as if they were gates (<c>measure</c>, <c>measure_2</c>), sorted
    /// by name.</summary>
    /// <remarks>They repeat the readout figures; only the semantics <c>aer-properties</c> applies both.</remarks>
    public ValueList<NativeGate> Measurements { get; init; }

    /// <summary>What the profile says about noise beyond these figures: crosstalk, coherent errors, channels written out.</summary>
    public NoiseFigures Noise { get; init; } = NoiseFigures.None;

    /// <summary>Number of qubits.</summary>
    public int QubitCount => Qubits.Count;

    /// <summary>Whether this is the built-in noiseless device.</summary>
    public bool IsIdeal => Kind == DeviceKind.Ideal;

    /// <summary>The built-in device without noise: every gate of the catalogue, virtual, on every qubit and pair.</summary>
    /// <param name="qubits">Number of qubits, at least 1.</param>
    /// <returns>The device.</returns>
    public static Device Ideal(int qubits) => IdealDevice.Make(qubits, KnownGates.Catalogue);

    /// <summary>The native gate of a name.</summary>
    /// <param name="name">Name in the gate catalogue.</param>
    /// <returns>The gate, or null if it is not native here.</returns>
    public NativeGate? Gate(string name)
    {
        foreach (NativeGate gate in Gates)
        {
            if (gate.Name == name)
                return gate;
        }
        return null;
    }

    /// <summary>Whether every two-qubit site of the basis is marked out of order, as on a day when errors were not measured.</summary>
    /// <remarks>The mark then tells no coupler from another: compilers use all of them, and each is simulated at the largest
    /// error.</remarks>
    public bool HasOnlyDeadCouplers
    {
        get
        {
            NativeGate[] gates = [.. Gates.Where(g => g.Arity == 2 && Basis.Contains(g.Name))];
            return gates.Length > 0 && Array.TrueForAll(gates, g => !g.IsVirtual && g.Sites.All(s => s.IsDead));
        }
    }

    /// <summary>Whether a gate of the basis may act on these operands in this order, dead sites excluded where there are live
    /// ones.</summary>
    /// <param name="gate">Name of a native gate.</param>
    /// <param name="qubits">The operands in order.</param>
    /// <returns>True if the gate is virtual there or has a live site.</returns>
    public bool Supports(string gate, params ReadOnlySpan<int> qubits)
    {
        if (Gate(gate) is not { } native || native.Arity != qubits.Length)
            return false;
        if (!native.IsVirtual)
            return native.SiteFor(qubits) is { } site && (!site.IsDead || (native.Arity == 2 && HasOnlyDeadCouplers));
        return qubits.Length == 2 ? Coupling.Allows(qubits[0], qubits[1]) : AllInside(qubits);
    }

    /// <summary>Whether a one-qubit gate of the basis is marked out of order on a qubit.</summary>
    /// <param name="qubit">Index of the qubit.</param>
    /// <returns>True if the qubit should not be used.</returns>
    public bool IsDead(int qubit)
    {
        foreach (NativeGate gate in Gates)
        {
            if (gate.Arity == 1 && Basis.Contains(gate.Name) && gate.SiteFor(qubit) is { IsDead: true })
                return true;
        }
        return false;
    }

    /// <summary>The couplers that can be used: some two-qubit gate of the basis has a live site there, and both qubits are alive.</summary>
    /// <returns>A map of the same qubits; an order is allowed if a gate acts in that order.</returns>
    public CouplingMap LiveCoupling() => LiveCouplers.Of(this);

    /// <summary>SHA-256 of the canonical form, in lower-case hexadecimal: equal devices have equal hashes on every machine.</summary>
    /// <returns>64 hexadecimal digits.</returns>
    public string ContentHash() => CanonicalForm.Hash(this);

    /// <summary>What is assumed about the odd figures of the profile: one sentence per oddity, naming who has it, then one per channel
    /// that is normalised.</summary>
    /// <returns>The sentences, oddities in the order of <see cref="Oddity"/>; empty for flawless figures.</returns>
    public ValueList<string> Notices()
    {
        List<DeviceProblem> problems = DeviceCheck.Of(DeviceDraft.From(this), KnownGates.Catalogue);
        return [.. OddityNotices.Of(problems).Select(n => n.Text), .. problems.Where(p => p.IsNotice).Select(p => p.Message)];
    }

    /// <summary>What is assumed about channels written out under <c>noise:</c>, such as that they are normalised; empty as a rule.</summary>
    public ValueList<string> ChannelNotices() => Noise.Explicit is null
        ? []
        : [.. DeviceCheck.Of(DeviceDraft.From(this), KnownGates.Catalogue).Where(p => p.IsNotice).Select(p => p.Message)];

    private bool AllInside(ReadOnlySpan<int> qubits)
    {
        foreach (int qubit in qubits)
        {
            if (qubit < 0 || qubit >= QubitCount)
                return false;
        }
        return true;
    }
}
