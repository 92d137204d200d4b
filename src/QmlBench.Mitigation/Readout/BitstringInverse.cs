namespace QmlBench.Mitigation.Readout;

/// <summary>The tensored inverse on distributions over bitstrings.</summary>
public static class BitstringInverse
{
    /// <summary>Applies A⁻¹ of every bit in place.</summary>
    /// <param name="distribution">2^bits entries, bit 0 least significant.</param>
    /// <param name="ofBit">Calibration of the qubit behind each bit.</param>
    public static void Apply(Span<double> distribution, ReadOnlySpan<QubitCalibration> ofBit)
    {
        for (var bit = 0; bit < ofBit.Length; bit++)
        {
            var stride = 1 << bit;
            for (var index = 0; index < distribution.Length; index++)
            {
                if ((index & stride) == 0)
                {
                    var (zero, one) = (distribution[index], distribution[index | stride]);
                    distribution[index] = (ofBit[bit].Inverse(0, 0) * zero) + (ofBit[bit].Inverse(0, 1) * one);
                    distribution[index | stride] = (ofBit[bit].Inverse(1, 0) * zero) + (ofBit[bit].Inverse(1, 1) * one);
                }
            }
        }
    }

    /// <summary>Σ distribution(s) · Π factors of the bits of s.</summary>
    /// <param name="distribution">2^bits entries; used as scratch.</param>
    /// <param name="factors">Factor of bit j being 0 at 2j, being 1 at 2j + 1.</param>
    public static double Contract(Span<double> distribution, ReadOnlySpan<double> factors)
    {
        var length = distribution.Length;
        for (var bit = (factors.Length / 2) - 1; bit >= 0; bit--)
        {
            length /= 2;
            for (var index = 0; index < length; index++)
            {
                distribution[index] = (factors[2 * bit] * distribution[index]) + (factors[(2 * bit) + 1] * distribution[index + length]);
            }
        }

        return distribution[0];
    }
}
