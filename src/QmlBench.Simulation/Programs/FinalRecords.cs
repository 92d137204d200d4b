using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Programs;

/// <summary>The joint distribution of measurements at the end of a circuit.</summary>
internal static class FinalRecords
{
    /// <summary>
    /// Writes 2^m probabilities, record of measurement 0 least significant: Walsh–Hadamard of the I/Z coefficients, each Z replaced by
    /// scale·Z + offset.
    /// </summary>
    internal static void Probabilities(ReadOnlySpan<double> state, int lanes, int row, MeasureStep[] measurements, Span<double> target)
    {
        for (int bits = 0; bits < target.Length; bits++)
        {
            int index = 0;
            for (int m = 0; m < measurements.Length; m++)
                if (((bits >> m) & 1) == 1) index |= 3 << (2 * measurements[m].Qubit);
            target[bits] = state[(index * lanes) + row];
        }

        for (int m = 0; m < measurements.Length; m++)
            if (measurements[m].Readout is { } readout) Confuse(target, m, readout);
        StateKernel.WalshHadamard(target, 1);
        double norm = 1.0 / target.Length;
        for (int i = 0; i < target.Length; i++) target[i] *= norm;
    }

    private static void Confuse(Span<double> values, int measurement, ReadoutConfusion readout)
    {
        (double scale, double offset) = readout.RecordedZ;
        int bit = 1 << measurement;
        for (int i = 0; i < values.Length; i++)
            if ((i & bit) != 0) values[i] = (scale * values[i]) + (offset * values[i ^ bit]);
    }
}
