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
    /// <param name="demand">What would be simulated.</param>
    /// <param name="limits">The limits.</param>
    public static ExecutionRefusedException DoesNotFit(string what, Demand demand, Limits limits)
    {
        if (limits.Method == MethodKind.StateVector && !demand.IsPure)
        {
            return new(
                $"The method 'state-vector' was asked for, but there is noise, a reset or a measurement in the middle on the way to "
                + $"{what}. Use 'exact' or 'trajectories', or switch the noise off.");
        }

        return new(
            $"To give {what}, {demand.Qubits} active qubits must be simulated, which do not fit: {Sizes(demand, limits)}. The limit is "
            + $"{Text(limits.MemoryBytes)} bytes. {Remedy(demand, limits)}");
    }

    /// <summary>The refusal of a string whose readout error makes too many strings of it.</summary>
    public static ExecutionRefusedException ReadTooWide(Observable observable, int qubits) => new(
        $"The observable {observable.ToText()} has a string on {qubits} qubits that are read with error, which makes 2^{qubits} strings "
        + $"of one; at most {Limits.MostQubitsReadWithError} are served. Ask for shots, or switch the readout error off.");

    /// <summary>The refusal of a kernel: it compares whole states, which an average over trajectories does not have.</summary>
    public static ExecutionRefusedException NoKernel(int qubits, Limits limits)
    {
        var demand = new Demand(qubits, IsPure: false);
        string[] ways = ["use fewer qubits", .. Raise(MethodKind.Exact, demand, limits), .. OtherMethod(limits)];
        return new(
            $"A fidelity kernel compares states of {qubits} active qubits and is exact or not at all: "
            + $"{Size(MethodKind.Exact, demand, limits)}. The limit is {Text(limits.MemoryBytes)} bytes. {Sentence(ways)}");
    }

    private static string[] OtherMethod(Limits limits) =>
        limits.Method is null or MethodKind.Exact ? [] : ["use 'auto' or 'exact' where another method was asked for"];

    private static string Sizes(Demand demand, Limits limits) => string.Join(
        ", ", Candidates(demand, limits).Select(kind => Size(kind, demand, limits)));

    private static MethodKind[] Candidates(Demand demand, Limits limits) => limits.Method is { } forced
        ? [forced]
        : demand.IsPure ? [MethodKind.StateVector] : [MethodKind.Exact, MethodKind.Trajectories];

    private static string Size(MethodKind kind, Demand demand, Limits limits)
    {
        var what = kind switch
        {
            MethodKind.Exact when demand.Branches > 1 =>
                $"the density matrices of up to {Text(demand.Branches)} branches over recorded bits take",
            MethodKind.Exact => "a density matrix takes",
            MethodKind.Trajectories => "the two state vectors of trajectories take",
            _ => "a state vector takes",
        };
        return $"{what} {Text(MethodChoice.Bytes(kind, demand))} bytes and may have {MethodChoice.MostQubits(kind, limits)} qubits";
    }

    private static string Remedy(Demand demand, Limits limits)
    {
        string[] raise = [.. Candidates(demand, limits).SelectMany(kind => Raise(kind, demand, limits)).Distinct()];
        return limits.Method == MethodKind.Exact && MethodChoice.Fits(MethodKind.Trajectories, demand, limits)
            ? Sentence(["use 'auto' or 'trajectories'", .. raise, "ask for less"])
            : Sentence(["ask for observables on fewer qubits", "measure fewer qubits", "use fewer layers", .. raise]);
    }

    // The limits that stand in the way of a method, by the names they are stated by; none where no limit would help.
    private static IEnumerable<string> Raise(MethodKind kind, Demand demand, Limits limits)
    {
        if (demand.Qubits > MethodChoice.MostQubits(kind, limits with { ExactQubits = Limits.MostExactQubits }))
        {
            yield break;
        }

        if (demand.Qubits > MethodChoice.MostQubits(kind, limits))
        {
            yield return $"raise the limit of exact qubits (--exact-qubits {demand.Qubits}; in a suite limits.exact_qubits)";
        }

        if (MethodChoice.Bytes(kind, demand) > limits.MemoryBytes)
        {
            yield return "raise the limit of memory (--memory; in a suite limits.memory)";
        }
    }

    private static string Sentence(string[] ways)
    {
        var text = ways.Length < 2 ? ways[0] : $"{string.Join(", ", ways[..^1])}, or {ways[^1]}";
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static string Text(double bytes) => bytes < 1e15
        ? ((long)bytes).ToString("N0", CultureInfo.InvariantCulture)
        : bytes.ToString("E2", CultureInfo.InvariantCulture);
}
