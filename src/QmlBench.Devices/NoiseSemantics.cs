using System.Collections.Immutable;

namespace QmlBench.Devices;

/// <summary>Names of the ways to turn a device's figures into noise channels. A profile names its default.</summary>
public static class NoiseSemantics
{
    /// <summary>As Qiskit Aer from a Target: depolarizing, then relaxation; symmetric readout.</summary>
    public const string AerTarget = "aer-target";

    /// <summary>As Qiskit Aer from backend properties: depolarizing, then relaxation; asymmetric readout.</summary>
    public const string AerProperties = "aer-properties";

    /// <summary>As Cirq's noise model from Google calibration metrics.</summary>
    public const string Google = "google";

    /// <summary>As IQM's client: relaxation, then depolarizing.</summary>
    public const string Iqm = "iqm";

    /// <summary>All names, in the order they are documented.</summary>
    public static ImmutableArray<string> All { get; } = [AerTarget, AerProperties, Google, Iqm];
}
