using QmlBench.Circuits;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Programs;

/// <summary>Chooses the method from the circuit, the noise and the limits stated by the asker; never from the machine.</summary>
internal static class MethodChoice
{
    /// <summary>The method of a circuit.</summary>
    /// <exception cref="ExecutionRefusedException">The register does not fit the limits, or the method forced cannot serve.</exception>
    public static Method Of(Circuit circuit, NoiseModel model, ActiveQubits active, Limits limits)
    {
        RefuseUnsupported(limits);
        var pure = model.IsNoiselessBeforeReadout && !circuit.HasMidCircuit;
        if (limits.Method == MethodKind.StateVector && !pure)
        {
            throw new ExecutionRefusedException(
                "The method 'state-vector' was asked for, but the circuit has "
                + $"{(model.IsNoiselessBeforeReadout ? "measurements in the middle" : "noise")}. Use 'exact', or switch the noise off.");
        }

        return pure && limits.Method != MethodKind.Exact ? Pure(active, limits) : Exact(active, limits, pure);
    }

    private static void RefuseUnsupported(Limits limits)
    {
        if (limits.Method is { } forced and not (MethodKind.StateVector or MethodKind.Exact))
        {
            throw new ExecutionRefusedException(
                $"The method '{new Method(forced, string.Empty, 0, 0).Name}' is not yet supported. Supported are state-vector and exact.");
        }
    }

    private static Method Pure(ActiveQubits active, Limits limits)
    {
        var bytes = Bytes(16, active.Count);
        return bytes <= limits.MemoryBytes && active.Count <= StateVector.MostQubits
            ? new(MethodKind.StateVector, "no noise before the readout", (long)bytes, active.Count)
            : throw TooLarge(active.Count, "a state vector", bytes, limits, $" and {StateVector.MostQubits} qubits");
    }

    private static Method Exact(ActiveQubits active, Limits limits, bool pure)
    {
        var bytes = RequireExact(active.Count, limits);
        var why = pure ? "asked for" : "noise or measurements in the middle, and the register fits";
        return new(MethodKind.Exact, why, (long)bytes, active.Count);
    }

    /// <summary>Refuses a register that does not fit as a density matrix.</summary>
    /// <returns>The bytes of one state.</returns>
    public static double RequireExact(int qubits, Limits limits)
    {
        var bytes = Bytes(8, 2 * qubits);
        var most = Math.Min(limits.ExactQubits, DensityState.MostQubits);
        return qubits <= most && bytes <= limits.MemoryBytes
            ? bytes
            : throw TooLarge(qubits, "a density matrix", bytes, limits, $" and {most} qubits");
    }

    private static double Bytes(int each, int exponent) => Math.ScaleB(each, exponent);

    private static ExecutionRefusedException TooLarge(int qubits, string what, double bytes, Limits limits, string most) => new(
        $"A register of {qubits} active qubits does not fit: {what} takes {Text(bytes)} bytes; the limit is "
        + $"{Text(limits.MemoryBytes)} bytes{most}. Use fewer qubits or raise the limit; trajectories are not yet supported.");

    private static string Text(double bytes) => bytes < 1e15 ? $"{(long)bytes:N0}" : $"{bytes:E2}";
}
