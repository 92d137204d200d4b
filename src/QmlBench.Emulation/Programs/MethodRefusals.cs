using System.Globalization;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>What cannot be simulated within the limits, with the bytes it would take and what would help.</summary>
internal static class MethodRefusals
{
    /// <summary>Refuses a method that has a place but no engine.</summary>
    public static void RequireSupported(MethodKind forced)
    {
        if (!MethodNames.Supported.Contains(MethodNames.Of(forced)))
        {
            throw new ExecutionRefusedException(
                $"The method '{MethodNames.Of(forced)}' is not yet supported. Supported are {string.Join(", ", MethodNames.Supported)}.");
        }
    }

    /// <summary>The refusal of a register.</summary>
    /// <param name="what">What is asked: "the observable ZZ".</param>
    /// <param name="qubits">Qubits it depends on.</param>
    /// <param name="pure">True if a state vector would hold it.</param>
    /// <param name="limits">The limits.</param>
    public static ExecutionRefusedException DoesNotFit(string what, int qubits, bool pure, Limits limits)
    {
        if (limits.Method == MethodKind.StateVector && !pure)
        {
            return new(
                $"The method 'state-vector' was asked for, but there is noise, a reset or a measurement in the middle on the way to "
                + $"{what}. Use 'exact' or 'trajectories', or switch the noise off.");
        }

        return new(
            $"To give {what}, {qubits} active qubits must be simulated, which do not fit: {Sizes(qubits, pure, limits)}. The limit is "
            + $"{Text(limits.MemoryBytes)} bytes. {Remedy(qubits, limits)}");
    }

    /// <summary>The refusal of a string whose readout error makes too many strings of it.</summary>
    public static ExecutionRefusedException ReadTooWide(Observable observable, int qubits) => new(
        $"The observable {observable.ToText()} has a string on {qubits} qubits that are read with error, which makes 2^{qubits} strings "
        + $"of one; at most {Limits.MostQubitsReadWithError} are served. Ask for shots, or switch the readout error off.");

    /// <summary>The refusal of a kernel: it compares whole states, which an average over trajectories does not have.</summary>
    public static ExecutionRefusedException NoKernel(int qubits, Limits limits) => new(
        $"A fidelity kernel compares states of {qubits} active qubits and is exact or not at all: "
        + $"{Size("a density matrix", MethodKind.Exact, qubits, limits)}. The limit is {Text(limits.MemoryBytes)} bytes. "
        + "Use fewer qubits, raise the limit, or use 'auto' or 'exact' where another method was asked for.");

    private static string Sizes(int qubits, bool pure, Limits limits)
    {
        var matrix = Size("a density matrix", MethodKind.Exact, qubits, limits);
        var vector = Size("a state vector", MethodKind.StateVector, qubits, limits);
        var trajectories = Size("the two state vectors of trajectories", MethodKind.Trajectories, qubits, limits, plural: true);
        return limits.Method switch
        {
            MethodKind.Exact => matrix,
            MethodKind.StateVector => vector,
            MethodKind.Trajectories => trajectories,
            _ => pure ? vector : $"{matrix}, {trajectories}",
        };
    }

    private static string Size(string what, MethodKind kind, int qubits, Limits limits, bool plural = false) =>
        $"{what} {(plural ? "take" : "takes")} {Text(MethodChoice.Bytes(kind, qubits))} bytes and may have "
        + $"{MethodChoice.MostQubits(kind, limits)} qubits";

    private static string Remedy(int qubits, Limits limits) =>
        limits.Method == MethodKind.Exact && MethodChoice.Fits(MethodKind.Trajectories, qubits, limits)
            ? "Use 'auto' or 'trajectories', raise the limit, or ask for less."
            : "Ask for observables on fewer qubits, measure fewer qubits, use fewer layers, or raise the limit.";

    private static string Text(double bytes) => bytes < 1e15
        ? ((long)bytes).ToString("N0", CultureInfo.InvariantCulture)
        : bytes.ToString("E2", CultureInfo.InvariantCulture);
}
