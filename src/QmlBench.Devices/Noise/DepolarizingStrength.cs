namespace QmlBench.Devices.Noise;

/// <summary>How strong a depolarizing channel is, in one of the three usual measures.</summary>
/// <param name="Measure">What the number means.</param>
/// <param name="Value">The number.</param>
public sealed record DepolarizingStrength(DepolarizingMeasure Measure, double Value)
{
    /// <summary>λ of ρ → (1−λ)ρ + λ I/d on so many qubits, d = 2ⁿ.</summary>
    /// <param name="qubits">Number of qubits n.</param>
    /// <returns>λ; pauli_error·d²/(d²−1), average_infidelity·d/(d−1).</returns>
    public double ToLambda(int qubits)
    {
        double d = 1 << qubits;
        return Measure switch
        {
            DepolarizingMeasure.PauliError => Value * d * d / ((d * d) - 1),
            DepolarizingMeasure.AverageInfidelity => Value * d / (d - 1),
            _ => Value,
        };
    }

    /// <summary>Largest value of the measure for which the map is a channel.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="qubits">Number of qubits n.</param>
    /// <returns>d²/(d²−1), 1 or d/(d+1).</returns>
    public static double Largest(DepolarizingMeasure measure, int qubits)
    {
        double d = 1 << qubits;
        return measure switch
        {
            DepolarizingMeasure.PauliError => 1,
            DepolarizingMeasure.AverageInfidelity => d / (d + 1),
            _ => d * d / ((d * d) - 1),
        };
    }
}

/// <summary>What a number says about a depolarizing channel.</summary>
public enum DepolarizingMeasure
{
    /// <summary>The share λ that is replaced by the fully mixed state; written <c>lambda</c>.</summary>
    Lambda,

    /// <summary>Total probability of a Pauli other than the identity; written <c>pauli_error</c>.</summary>
    PauliError,

    /// <summary>Average gate infidelity; written <c>average_infidelity</c>.</summary>
    AverageInfidelity,
}
