using System.Collections.Immutable;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Transpilation.Layouts;
using QmlBench.Transpilation.Routing;
using QmlBench.Transpilation.Targets;

namespace QmlBench.Transpilation;

/// <summary>A device as the compiler sees it: native gates with error and duration per site, directions, distances. Immutable and
/// shared.</summary>
/// <remarks>Dead sites (error ≥ 1) stay visible through <see cref="Error"/>, but are not supported and never routed over.</remarks>
public sealed class Target
{
    private readonly ImmutableArray<(Gate Gate, NativeGate Figures)> _native;
    private readonly Lazy<CouplingGraph> _graph;
    private readonly Lazy<NativeBasis> _basis;
    private readonly Lazy<SiteCosts> _costs;

    private Target(Device device)
    {
        Device = device;
        ContentHash = device.ContentHash();
        _native = [.. device.Gates.Where(g => StandardGates.TryFind(g.Name, out _)).Select(Pair)];
        NativeGates = device.IsIdeal ? StandardGates.All : [.. _native.Select(n => n.Gate)];
        _graph = new(() => new(device.QubitCount, device.LiveCoupling().DirectedPairs));
        _basis = new(() => NativeBasis.Of(this));
        _costs = new(() => SiteCosts.Of(this));
    }

    /// <summary>The device.</summary>
    public Device Device { get; }

    /// <summary>Name of the device, for rooms that know no devices.</summary>
    public string DeviceName => Device.Name;

    /// <summary>Number of device qubits.</summary>
    public int QubitCount => Device.QubitCount;

    /// <summary>Native gates, sorted by name; the whole catalogue for the ideal device.</summary>
    public ImmutableArray<Gate> NativeGates { get; }

    /// <summary>Sample time in seconds; null if not known.</summary>
    public double? Dt => Device.Dt;

    /// <summary>Whether every gate of the catalogue is native and virtual.</summary>
    public bool IsIdeal => Device.IsIdeal;

    /// <summary>SHA-256 of the device's canonical form, in hexadecimal.</summary>
    public string ContentHash { get; }

    /// <summary>The live couplers as an undirected graph.</summary>
    internal CouplingGraph Graph => _graph.Value;

    /// <summary>Gates the compiler writes circuits in.</summary>
    internal NativeBasis Basis => _basis.Value;

    /// <summary>What every place costs a layout.</summary>
    internal SiteCosts Costs => _costs.Value;

    /// <summary>The compiler's view of a device.</summary>
    public static Target For(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return new(device);
    }

    /// <summary>Whether a gate may act on these operands in this order. Dead sites do not.</summary>
    public bool Supports(Gate gate, params ReadOnlySpan<int> qubits)
    {
        ArgumentNullException.ThrowIfNull(gate);
        if (IsIdeal)
            return gate.IsStandard && gate.QubitCount == qubits.Length && AllInside(qubits);
        return Find(gate) is not null && Device.Supports(gate.Name, qubits);
    }

    /// <summary>Whether a gate is native and done in software: no noise and no time, wherever it is supported.</summary>
    public bool IsVirtual(Gate gate) => IsIdeal || Find(gate) is { IsVirtual: true };

    /// <summary>Average gate infidelity as reported; 0 for a virtual gate, null if not given or without such a site.</summary>
    public double? Error(Gate gate, params ReadOnlySpan<int> qubits) =>
        IsIdeal ? 0 : Find(gate) is { } figures ? figures.IsVirtual ? 0 : figures.SiteFor(qubits)?.Error : null;

    /// <summary>Duration in seconds; 0 for a virtual gate, null if not given or without such a site.</summary>
    public double? Duration(Gate gate, params ReadOnlySpan<int> qubits) =>
        IsIdeal ? 0 : Find(gate) is { } figures ? figures.IsVirtual ? 0 : figures.SiteFor(qubits)?.Duration : null;

    /// <summary>Seconds for which the operands of a gate relax: the duration, unless the device states another time.</summary>
    public double? RelaxationDuration(Gate gate, params ReadOnlySpan<int> qubits) =>
        (IsIdeal ? null : Find(gate)?.SiteFor(qubits)?.Details.RelaxationDuration) ?? Duration(gate, qubits);

    /// <summary>Number of live couplers on a shortest path, directions disregarded; <see cref="int.MaxValue"/> without one.</summary>
    public int Distance(int one, int other)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)one, (uint)QubitCount, nameof(one));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)other, (uint)QubitCount, nameof(other));
        var distance = Graph.Distance(one, other);
        return distance == CouplingGraph.Unreachable ? int.MaxValue : distance;
    }

    /// <summary>Single readout error of a qubit; 0 if nothing is known.</summary>
    public double ReadoutError(int qubit) => Device.Qubits[qubit].Readout.EffectiveError;

    /// <summary>Duration of a measurement in seconds; null if not given.</summary>
    public double? ReadoutDuration(int qubit) => Device.Qubits[qubit].Readout.Length;

    /// <summary>Duration of a reset in seconds; null if not given.</summary>
    public double? ResetDuration(int qubit) => Device.Qubits[qubit].ResetDuration;

    private bool AllInside(ReadOnlySpan<int> qubits)
    {
        foreach (var qubit in qubits)
            if ((uint)qubit >= (uint)QubitCount)
                return false;
        return true;
    }

    private NativeGate? Find(Gate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        foreach (var (native, figures) in _native)
            if (ReferenceEquals(native, gate) || native.Equals(gate))
                return figures;
        return null;
    }

    private static (Gate, NativeGate) Pair(NativeGate figures)
    {
        StandardGates.TryFind(figures.Name, out var gate);
        return (gate!, figures);
    }
}
