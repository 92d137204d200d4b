namespace QmlBench.Simulation.Channels;

/// <summary>Refusals of parameters for which a formula gives no channel; NaN is refused by all.</summary>
internal static class ChannelArguments
{
    /// <summary>Refuses a value outside [least, most].</summary>
    internal static void ThrowUnlessBetween(double value, double least, double most, string what)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(nameof(value), $"{what} must lie between {least:R} and {most:R}; it is {value:R}.");
    }

    /// <summary>Refuses a value that is not above 0; infinity is allowed.</summary>
    internal static void ThrowUnlessPositive(double value, string what)
    {
        if (!(value > 0.0)) throw new ArgumentOutOfRangeException(nameof(value), $"{what} must be positive; it is {value:R}.");
    }
}
