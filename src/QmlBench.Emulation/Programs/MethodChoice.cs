using QmlBench.Emulation.Waist;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Programs;

/// <summary>Chooses the method from what is left of a circuit and the limits stated by the asker; never from the machine.</summary>
/// <remarks>
/// A state vector where nothing but gates happens before the readout, else a density matrix where it fits the limits, else
/// trajectories; these also where a precision is asked that they are sure to reach with a quarter of the work of a density matrix.
/// </remarks>
internal static class MethodChoice
{
    /// <summary>The method of a register, or null if none fits.</summary>
    /// <param name="demand">What is simulated.</param>
    /// <param name="limits">The limits, and the method where one is forced.</param>
    /// <param name="budget">The budget of a row.</param>
    /// <exception cref="ExecutionRefusedException">The method forced is not supported.</exception>
    public static MethodKind? Of(Demand demand, Limits limits, Budget budget)
    {
        bool Serves(MethodKind kind) => (kind != MethodKind.StateVector || demand.IsPure) && Fits(kind, demand, limits);
        if (limits.Method is { } forced)
        {
            MethodRefusals.RequireSupported(forced);
            return Serves(forced) ? forced : null;
        }

        ReadOnlySpan<MethodKind> order = IsCoarse(demand.Qubits, budget)
            ? [MethodKind.StateVector, MethodKind.Trajectories, MethodKind.Exact]
            : [MethodKind.StateVector, MethodKind.Exact, MethodKind.Trajectories];
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
    /// <param name="demand">What is simulated.</param>
    /// <param name="what">What is asked, for the refusal: "the observable ZZ".</param>
    /// <param name="limits">The limits.</param>
    /// <param name="budget">The budget of a row.</param>
    /// <exception cref="ExecutionRefusedException">No method fits, or the one forced cannot serve.</exception>
    public static MethodKind Require(Demand demand, string what, Limits limits, Budget budget) =>
        Of(demand, limits, budget) ?? throw MethodRefusals.DoesNotFit(what, demand, limits);

    /// <summary>
    /// Whether 1/σ² trajectories, which reach the precision σ for any value between −1 and 1, are a quarter of the work of a density
    /// matrix: 4·2ⁿ⁺¹/σ² ≤ 4ⁿ.
    /// </summary>
    public static bool IsCoarse(int qubits, Budget budget) =>
        budget is Budget.Precision { StandardError: var error, Most: var most }
        && 1 / (error * error) <= most
        && 8 / (error * error) <= Math.ScaleB(1, qubits);

    /// <summary>Whether what is simulated fits the limits.</summary>
    public static bool Fits(MethodKind kind, Demand demand, Limits limits) =>
        demand.Qubits <= MostQubits(kind, limits) && Bytes(kind, demand) <= limits.MemoryBytes;

    /// <summary>Bytes of a run: 16·2ⁿ of a vector, 8·4ⁿ of each density matrix, two vectors for trajectories.</summary>
    public static double Bytes(MethodKind kind, Demand demand) => kind switch
    {
        MethodKind.Exact => Math.ScaleB(8, 2 * demand.Qubits) * demand.Branches,
        MethodKind.Trajectories => Math.ScaleB(32, demand.Qubits),
        _ => Math.ScaleB(16, demand.Qubits),
    };

    /// <summary>Most qubits of a register.</summary>
    public static int MostQubits(MethodKind kind, Limits limits) =>
        kind == MethodKind.Exact ? Math.Min(limits.ExactQubits, DensityState.MostQubits) : StateVector.MostQubits;
}
