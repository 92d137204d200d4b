namespace QmlBench.Devices.Noise;

/// <summary>Readout of several qubits whose errors depend on each other; takes the place of their single readout errors.</summary>
/// <param name="Qubits">The qubits, 2 to 4, the first one least significant in the indices of the matrix.</param>
/// <param name="Confusion">2ᵏ × 2ᵏ probabilities row by row: row = true outcome, column = recorded outcome; each row adds up to
/// 1.</param>
public sealed record ReadoutGroup(ValueList<int> Qubits, ValueList<double> Confusion)
{
    /// <summary>Most qubits of a group.</summary>
    public const int MostQubits = 4;
}
