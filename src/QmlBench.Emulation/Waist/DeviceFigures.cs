using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>A device as plain numbers, for cost models and as features of learned mitigation.</summary>
/// <param name="Device">Name of the profile.</param>
/// <param name="Qubits">Size of the device.</param>
/// <param name="T1Seconds">T1 of each qubit; infinite when the profile has none.</param>
/// <param name="T2Seconds">T2 of each qubit as used (at most 2·T1; under the semantics google from dephasing).</param>
/// <param name="ReadoutError">Mean readout error of each qubit.</param>
/// <param name="OneQubitError">Mean reported error of the one-qubit gates that are not virtual; 0 when there are none.</param>
/// <param name="TwoQubitError">Mean reported error of the live two-qubit sites; 0 when there are none.</param>
/// <param name="OneQubitSeconds">Mean duration of the one-qubit gates that are not virtual.</param>
/// <param name="TwoQubitSeconds">Mean duration of the two-qubit gates.</param>
/// <param name="ReadoutSeconds">Longest readout.</param>
/// <param name="ResetSeconds">Longest reset.</param>
public sealed record DeviceFigures(
    string Device,
    int Qubits,
    ImmutableArray<double> T1Seconds,
    ImmutableArray<double> T2Seconds,
    ImmutableArray<double> ReadoutError,
    double OneQubitError,
    double TwoQubitError,
    double OneQubitSeconds,
    double TwoQubitSeconds,
    double ReadoutSeconds,
    double ResetSeconds)
{
    /// <summary>Groups of qubits whose readout errors depend on each other; empty where every qubit is read for itself.</summary>
    public ImmutableArray<ImmutableArray<int>> ReadTogether { get; init; } = [];
}
