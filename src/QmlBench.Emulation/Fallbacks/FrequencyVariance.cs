namespace QmlBench.Emulation.Fallbacks;

/// <summary>Variance of a relative frequency.</summary>
internal static class FrequencyVariance
{
    /// <summary>f(1 − f)/(n − 1), the unbiased estimate; for a single shot ¼, the largest a probability can have.</summary>
    public static double Of(double frequency, long shots) => shots > 1 ? frequency * (1 - frequency) / (shots - 1) : 0.25;
}
