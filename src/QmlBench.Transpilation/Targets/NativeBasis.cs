namespace QmlBench.Transpilation.Targets;

/// <summary>The gates the compiler writes circuits in on one target: pulses per qubit and two-qubit gates per coupler.</summary>
internal sealed class NativeBasis
{
    private readonly PulseSet[] _pulses;
    private readonly Dictionary<(int, int), CouplerGates> _couplers;

    private NativeBasis(PulseSet[] pulses, Dictionary<(int, int), CouplerGates> couplers) => (_pulses, _couplers) = (pulses, couplers);

    /// <summary>How one-qubit unitaries are made on a qubit.</summary>
    public PulseSet Pulses(int qubit) => _pulses[qubit];

    /// <summary>Whether a coupler, low qubit first, has a gate that blocks can be written in.</summary>
    public bool Has(int low, int high) => _couplers.ContainsKey((low, high));

    /// <summary>The gates of a coupler, whichever way round it is asked.</summary>
    public CouplerGates Coupler(int a, int b) => _couplers[a < b ? (a, b) : (b, a)];

    /// <summary>The basis of a target; couplers without a gate that blocks can be written in have none.</summary>
    /// <exception cref="TranspilationException">A qubit has no pulses.</exception>
    public static NativeBasis Of(Target target)
    {
        var pulses = new PulseSet[target.QubitCount];
        for (var q = 0; q < pulses.Length; q++)
            pulses[q] = PulseSet.Of(target, q) ?? throw new TranspilationException(
                $"Device '{target.Device.Name}' (basis: {string.Join(", ", target.Device.Basis)}) cannot be compiled for: {NoPulses(q)}.");
        var known = EntanglingGate.Of(target);
        var couplers = new Dictionary<(int, int), CouplerGates>();
        foreach (var (a, b) in target.Graph.Edges)
            if (CouplerGates.Of(target, known, a, b) is { } gates)
                couplers[(a, b)] = gates;
        return new(pulses, couplers);
    }

    /// <summary>What the target lacks, and the least number of operands of the gates that cannot be compiled without it; null if
    /// nothing.</summary>
    public static (int Operands, string Reason)? Lack(Target target)
    {
        for (var q = 0; q < target.QubitCount; q++)
            if (PulseSet.Of(target, q) is null)
                return (1, NoPulses(q));
        foreach (var (a, b) in target.Graph.Edges)
            if (!target.Basis.Has(a, b))
                return (2, $"two-qubit gates are compiled to one of {EntanglingGate.Names}, and the coupler {a}-{b} has none of these");
        return null;
    }

    internal static string Names(Target target) => string.Join(", ", target.NativeGates.Select(g => g.Name));

    private static string NoPulses(int qubit) =>
        "one-qubit gates are compiled to rz, u1 or p with one of sx, gpi2, prx, rx, phxz, u2, u3 or u, or to gpi2, prx, phxz, u3 or u alone, "
        + $"and qubit {qubit} has none of these";
}
