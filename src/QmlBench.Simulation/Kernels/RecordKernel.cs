using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Kernels;

/// <summary>What a recorded measurement does to the coefficients of its qubit.</summary>
internal static class RecordKernel
{
    /// <summary>
    /// target = Σ_m P(recorded | m) Π_m source Π_m: X and Y vanish, <c>I' = (s·I + d·Z)/2</c>, <c>Z' = (d·I + s·Z)/2</c> with s, d the sum
    /// and difference of P(recorded | 0) and P(recorded | 1). The trace left is the probability of the record.
    /// </summary>
    internal static void Project(
        ReadOnlySpan<double> source, Span<double> target, int qubit, int lanes, ReadoutConfusion? readout, int recorded)
    {
        ReadoutConfusion confusion = readout ?? ReadoutConfusion.None;
        double zero = confusion.Probability(0, recorded), one = confusion.Probability(1, recorded);
        double sum = 0.5 * (zero + one), difference = 0.5 * (zero - one);
        int step = lanes << (2 * qubit);
        for (int start = 0; start < source.Length; start += 4 * step)
        {
            for (int i = start; i < start + step; i++)
            {
                double identity = source[i], z = source[i + (3 * step)];
                target[i] = (sum * identity) + (difference * z);
                target[i + step] = 0.0;
                target[i + (2 * step)] = 0.0;
                target[i + (3 * step)] = (difference * identity) + (sum * z);
            }
        }
    }
}
