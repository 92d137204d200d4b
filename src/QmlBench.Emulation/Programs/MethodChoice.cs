using QmlBench.Circuits;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

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

        return pure && limits.Method != MethodKind.Exact ? StateVector(active, limits) : Exact(active, limits, pure);
    }

    private static void RefuseUnsupported(Limits limits)
    {
        if (limits.Method is { } forced and not (MethodKind.StateVector or MethodKind.Exact))
        {
            throw new ExecutionRefusedException(
                $"The method '{new Method(forced, string.Empty, 0, 0).Name}' is not yet supported. Supported are state-vector and exact.");
        }
    }

    private static Method StateVector(ActiveQubits active, Limits limits)
    {
        var bytes = Bytes(16, active.Count);
        return bytes <= limits.MemoryBytes
            ? new(MethodKind.StateVector, "no noise before the readout", (long)bytes, active.Count)
            : throw TooLarge(active, "a state vector", bytes, limits, string.Empty);
    }

    private static Method Exact(ActiveQubits active, Limits limits, bool pure)
    {
        var bytes = Bytes(8, 2 * active.Count);
        if (active.Count > limits.ExactQubits || bytes > limits.MemoryBytes)
        {
            throw TooLarge(active, "a density matrix", bytes, limits, $" and {limits.ExactQubits} qubits");
        }

        var why = pure ? "asked for" : "noise or measurements in the middle, and the register fits";
        return new(MethodKind.Exact, why, (long)bytes, active.Count);
    }

    private static double Bytes(int each, int exponent) => Math.ScaleB(each, exponent);

    private static ExecutionRefusedException TooLarge(ActiveQubits active, string what, double bytes, Limits limits, string qubits) => new(
        $"A register of {active.Count} active qubits does not fit: {what} takes {Text(bytes)} bytes; the limit is "
        + $"{Text(limits.MemoryBytes)} bytes{qubits}. Use fewer qubits or raise the limit; trajectories are not yet supported.");

    private static string Text(double bytes) => bytes < 1e15 ? $"{(long)bytes:N0}" : $"{bytes:E2}";
}
