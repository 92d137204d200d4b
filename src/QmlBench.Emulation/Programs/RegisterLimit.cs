using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>What does not fit whatever the machine.</summary>
internal static class RegisterLimit
{
    private const int MostBits = 26;
    private const int MostClbits = 64;

    /// <summary>Refuses observables on another number of qubits than the circuit has, and bitstrings of too many bits.</summary>
    public static void CheckBits(NativeCircuit native, Request request)
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

        var bits = native.Circuit.HasMeasurements ? native.Circuit.ClbitCount : logical;
        if (request.Asked.HasFlag(Asked.Bitstrings) && bits > MostBits)
        {
            throw new ExecutionRefusedException(
                $"Bitstrings of {bits} bits have {8.0 * Math.ScaleB(1, bits):E1} bytes of probabilities; "
                + $"at most {MostBits} bits are served. Measure fewer qubits, or ask for observables.");
        }
    }

}
