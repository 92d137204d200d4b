namespace QmlBench.Devices.Drift;

/// <summary>How far drift may carry a figure, so that a drifted profile stays valid.</summary>
internal static class DriftLimits
{
    /// <summary>Average infidelity of the completely depolarizing channel on one qubit, (d − 1)/d.</summary>
    public const double OneQubitError = 0.5;

    /// <summary>The same on two qubits.</summary>
    public const double TwoQubitError = 0.75;

    /// <summary>Just below a coin, so that P(1|0) + P(0|1) stays below 1.</summary>
    public const double Readout = 0.49;

    /// <summary>A figure times a factor, at most the limit; a figure at or beyond the limit stays as it is.</summary>
    public static double Scale(double figure, double factor, double limit) =>
        figure >= limit ? figure : Math.Min(limit, figure * factor);
}
