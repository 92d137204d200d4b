using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Programs;

/// <summary>Chooses the method from what is left of a circuit and the limits stated by the asker; never from the machine.</summary>
/// <remarks>
/// A state vector where nothing but gates happens before the readout, else a density matrix where it fits the limits, else
/// trajectories.
/// </remarks>
internal static class MethodChoice
{
    /// <summary>The method of a register, or null if none fits.</summary>
    /// <param name="qubits">Qubits left after the cut.</param>
    /// <param name="pure">True if a state vector holds its state.</param>
    /// <param name="limits">The limits, and the method where one is forced.</param>
    /// <exception cref="ExecutionRefusedException">The method forced is not supported.</exception>
    public static MethodKind? Of(int qubits, bool pure, Limits limits)
    {
        bool Serves(MethodKind kind) => (kind != MethodKind.StateVector || pure) && Fits(kind, qubits, limits);
        if (limits.Method is { } forced)
        {
            MethodRefusals.RequireSupported(forced);
            return Serves(forced) ? forced : null;
        }

        ReadOnlySpan<MethodKind> order = [MethodKind.StateVector, MethodKind.Exact, MethodKind.Trajectories];
        foreach (var kind in order)
        {
            if (Serves(kind))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The method of a cone.</summary>
    /// <param name="cone">What is left of the circuit.</param>
    /// <param name="what">What is asked, for the refusal: "the observable ZZ".</param>
    /// <param name="limits">The limits.</param>
    /// <exception cref="ExecutionRefusedException">No method fits, or the one forced cannot serve.</exception>
    public static MethodKind Require(LightCone cone, string what, Limits limits)
    {
        var pure = cone.IsNoiseFree;
        return Of(cone.QubitCount, pure, limits) ?? throw MethodRefusals.DoesNotFit(what, cone.QubitCount, pure, limits);
    }

    /// <summary>Whether a state fits the limits.</summary>
    public static bool Fits(MethodKind kind, int qubits, Limits limits) =>
        qubits <= MostQubits(kind, limits) && Bytes(kind, qubits) <= limits.MemoryBytes;

    /// <summary>Bytes of a run: 16·2ⁿ of a vector, 8·4ⁿ of a density matrix, two vectors for trajectories.</summary>
    public static double Bytes(MethodKind kind, int qubits) => kind switch
    {
        MethodKind.Exact => Math.ScaleB(8, 2 * qubits),
        MethodKind.Trajectories => Math.ScaleB(32, qubits),
        _ => Math.ScaleB(16, qubits),
    };

    /// <summary>Most qubits of a register.</summary>
    public static int MostQubits(MethodKind kind, Limits limits) =>
        kind == MethodKind.Exact ? Math.Min(limits.ExactQubits, DensityState.MostQubits) : StateVector.MostQubits;
}
