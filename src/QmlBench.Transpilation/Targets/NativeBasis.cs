namespace QmlBench.Transpilation.Targets;

/// <summary>The gates the compiler writes circuits in on one target: pulses per qubit and two-qubit gates per coupler.</summary>
internal sealed class NativeBasis
{
    private readonly PulseSet[] _pulses;
    private readonly Dictionary<(int, int), CouplerGates> _couplers;

    private NativeBasis(PulseSet[] pulses, Dictionary<(int, int), CouplerGates> couplers) => (_pulses, _couplers) = (pulses, couplers);

    /// <summary>How one-qubit unitaries are made on a qubit.</summary>
    public PulseSet Pulses(int qubit) => _pulses[qubit];

    /// <summary>The gates of a coupler, whichever way round it is asked.</summary>
    public CouplerGates Coupler(int a, int b) => _couplers[a < b ? (a, b) : (b, a)];

    /// <summary>The basis of a target.</summary>
    /// <exception cref="TranspilationException">A qubit lacks pulses, or a coupler a two-qubit gate that blocks can be written in.</exception>
    public static NativeBasis Of(Target target)
    {
        var pulses = new PulseSet[target.QubitCount];
        for (var q = 0; q < pulses.Length; q++)
            pulses[q] = PulseSet.Of(target, q) ?? throw NoPulses(target);
        var known = EntanglingGate.Of(target);
        var couplers = new Dictionary<(int, int), CouplerGates>();
        foreach (var (a, b) in target.Graph.Edges)
            couplers[(a, b)] = CouplerGates.Of(target, known, a, b) ?? throw NoTwoQubitGate(target, a, b);
        return new(pulses, couplers);
    }

    internal static string Names(Target target) => string.Join(", ", target.NativeGates.Select(g => g.Name));

    private static TranspilationException NoPulses(Target target) => new(
        "One-qubit gates are compiled to rz, u1 or p with one of sx, gpi2, prx, rx, phxz, u2, u3 or u, or to gpi2, prx, phxz, u3 "
        + $"or u alone, but device '{target.Device.Name}' lacks them (native: {Names(target)}). Use a device with these gates, or write the "
        + "circuit in native gates on $k qubits.");

    private static TranspilationException NoTwoQubitGate(Target target, int a, int b) => new(
        $"Two-qubit gates are compiled to one of {EntanglingGate.Names}, but the coupler {a}-{b} of device '{target.Device.Name}' has "
        + $"none of these (native: {Names(target)}). Use a device with one of them, or write the circuit in native gates on $k qubits.");
}
