using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Targets;

/// <summary>The gates the compiler writes circuits in on one target: rz, sx, perhaps x, and per coupler the best gate of the CX
/// class.</summary>
internal sealed class NativeBasis
{
    private static readonly Gate[] _twoQubitGates = [StandardGates.CX, StandardGates.CZ, StandardGates.ECR];
    private readonly Dictionary<(int, int), CouplerGate> _couplers;

    private NativeBasis(bool hasX, Dictionary<(int, int), CouplerGate> couplers) => (HasX, _couplers) = (hasX, couplers);

    /// <summary>Whether x is a gate of its own; else it is written sx sx.</summary>
    public bool HasX { get; }

    /// <summary>The gate for a coupler, whichever way round it is asked.</summary>
    public CouplerGate Coupler(int a, int b) => _couplers[a < b ? (a, b) : (b, a)];

    /// <summary>The basis of a target.</summary>
    /// <exception cref="TranspilationException">The target lacks rz or sx, or a two-qubit gate of the CX class.</exception>
    public static NativeBasis Of(Target target)
    {
        RequireOneQubitBasis(target);
        var couplers = new Dictionary<(int, int), CouplerGate>();
        foreach (var (a, b) in target.Graph.Edges)
            couplers[(a, b)] = Best(target, a, b) ?? throw NoTwoQubitGate(target, a, b);
        return new(target.NativeGates.Contains(StandardGates.X), couplers);
    }

    private static void RequireOneQubitBasis(Target target)
    {
        foreach (var gate in (Gate[])[StandardGates.RZ, StandardGates.SX])
            if (!target.NativeGates.Contains(gate))
                throw new TranspilationException(
                    $"One-qubit gates are compiled to rz, sx and x, but device '{target.Device.Name}' has no native '{gate.Name}' "
                    + $"(native: {Names(target)}). Use a device with these gates, or write the circuit in native gates on $k qubits.");
    }

    private static CouplerGate? Best(Target target, int a, int b)
    {
        CouplerGate? best = null;
        foreach (var gate in _twoQubitGates)
            foreach (var (first, second) in ((int, int)[])[(a, b), (b, a)])
                if (target.Device.Basis.Contains(gate.Name) && target.Supports(gate, first, second))
                {
                    var found = new CouplerGate(
                        gate, first, second, target.Error(gate, first, second) ?? 0, target.Duration(gate, first, second) ?? 0);
                    if (best is null || found.IsBetterThan(best))
                        best = found;
                }
        return best;
    }

    private static TranspilationException NoTwoQubitGate(Target target, int a, int b) => new(
        $"Two-qubit gates are compiled to cx, cz or ecr, but the coupler {a}-{b} of device '{target.Device.Name}' has none of these "
        + $"(native: {Names(target)}). Use a device with one of them, or write the circuit in native gates on $k qubits.");

    internal static string Names(Target target) => string.Join(", ", target.NativeGates.Select(g => g.Name));
}
