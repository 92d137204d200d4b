namespace QmlBench.Circuits;

/// <summary>How long a delay lasts.</summary>
/// <param name="Value">Number of units; finite and not negative.</param>
/// <param name="Unit">Seconds, or the sample time of the device.</param>
public readonly record struct DelayTime(double Value, DelayUnit Unit)
{
    /// <summary>A delay in seconds.</summary>
    public static DelayTime Seconds(double value) => new(value, DelayUnit.Seconds);

    /// <summary>A delay in multiples of the device's sample time.</summary>
    public static DelayTime Dt(double value) => new(value, DelayUnit.Dt);

    /// <summary>The delay in seconds.</summary>
    /// <param name="secondsPerDt">Sample time of the device; used only if the unit is <see cref="DelayUnit.Dt"/>.</param>
    /// <exception cref="ArgumentException">The delay is in dt and no sample time is given (not a positive number).</exception>
    public double InSeconds(double secondsPerDt)
    {
        if (Unit == DelayUnit.Seconds) return Value;
        return secondsPerDt > 0.0
            ? Value * secondsPerDt
            : throw new ArgumentException($"A delay of {Value} dt has no length in seconds without the device's sample time.");
    }
}
