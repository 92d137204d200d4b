using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>What does not fit whatever the machine.</summary>
internal static class RegisterLimit
{
    /// <summary>Most bits whose probabilities are written out.</summary>
    public const int MostListedBits = 26;

    private const int MostClbits = 64;

    /// <summary>Refuses observables on another number of qubits than the circuit has, and more classical bits than a word holds.</summary>
    public static void Check(NativeCircuit native, Request request)
    {
        var logical = native.FinalLayout.Length;
        if (request.Observables is { } observables && observables.QubitCount != logical)
        {
            throw new ExecutionRefusedException(
                $"The observables act on {observables.QubitCount} qubits, but the circuit has {logical}. Write them on all of its qubits.");
        }

        if (native.Circuit.ClbitCount > MostClbits)
        {
            throw new ExecutionRefusedException(
                $"The circuit declares {native.Circuit.ClbitCount} classical bits; at most {MostClbits} are served. "
                + "Declare those it uses.");
        }

        if (request.Asked.HasFlag(Asked.Bitstrings) && !native.Circuit.HasMeasurements && logical > MostClbits)
        {
            throw new ExecutionRefusedException(
                $"Bitstrings of all {logical} qubits were asked for; at most {MostClbits} bits are served. Measure those that matter.");
        }
    }

    /// <summary>Refuses to write out the probabilities of too many bits.</summary>
    public static void CheckListed(int bits)
    {
        if (bits > MostListedBits)
        {
            throw new ExecutionRefusedException(
                $"Bitstrings of {bits} bits have {Math.ScaleB(8, bits):E1} bytes of probabilities; "
                + $"at most {MostListedBits} bits are listed. Measure fewer qubits, ask for observables, or sample by 'trajectories'.");
        }
    }
}
