namespace QmlBench.Transpilation.Targets;

/// <summary>The gates the compiler writes circuits in on one target: rz, pulses, and per coupler the best gate of the CX class.</summary>
internal sealed class NativeBasis
{
    private readonly Dictionary<(int, int), CouplerGate> _couplers;

    private NativeBasis(PulseSet pulses, Dictionary<(int, int), CouplerGate> couplers) => (Pulses, _couplers) = (pulses, couplers);

    /// <summary>What stands between the rz of a one-qubit unitary.</summary>
    public PulseSet Pulses { get; }

    /// <summary>The gate for a coupler, whichever way round it is asked.</summary>
    public CouplerGate Coupler(int a, int b) => _couplers[a < b ? (a, b) : (b, a)];

    /// <summary>The basis of a target.</summary>
    /// <exception cref="TranspilationException">The target lacks rz, a quarter turn, or a two-qubit gate of the CX class.</exception>
    public static NativeBasis Of(Target target)
    {
        var pulses = PulseSet.Of(target) ?? throw NoPulses(target);
        var gates = EntanglingGate.Of(target);
        var couplers = new Dictionary<(int, int), CouplerGate>();
        foreach (var (a, b) in target.Graph.Edges)
            couplers[(a, b)] = Best(target, gates, a, b) ?? throw NoTwoQubitGate(target, a, b);
        return new(pulses, couplers);
    }

    internal static string Names(Target target) => string.Join(", ", target.NativeGates.Select(g => g.Name));

    private static CouplerGate? Best(Target target, EntanglingGate[] gates, int a, int b)
    {
        CouplerGate? best = null;
        foreach (var use in gates)
            foreach (var (first, second) in ((int, int)[])[(a, b), (b, a)])
                if (target.Supports(use.Gate, first, second))
                {
                    var found = new CouplerGate(
                        use, first, second, target.Error(use.Gate, first, second) ?? 0, target.Duration(use.Gate, first, second) ?? 0);
                    if (best is null || found.IsBetterThan(best))
                        best = found;
                }
        return best;
    }

    private static TranspilationException NoPulses(Target target) => new(
        $"One-qubit gates are compiled to rz and one of sx, gpi2, prx or rx, but device '{target.Device.Name}' lacks them "
        + $"(native: {Names(target)}). Use a device with these gates, or write the circuit in native gates on $k qubits.");

    private static TranspilationException NoTwoQubitGate(Target target, int a, int b) => new(
        $"Two-qubit gates are compiled to cx, cz, ecr, ms, rzz, rxx or rzx, but the coupler {a}-{b} of device '{target.Device.Name}' has "
        + $"none of these (native: {Names(target)}). Use a device with one of them, or write the circuit in native gates on $k qubits.");
}
