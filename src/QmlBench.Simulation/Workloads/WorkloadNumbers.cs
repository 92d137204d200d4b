namespace QmlBench.Simulation.Workloads;

/// <summary>The numbers of the speed workloads: splitmix64, so that every program that is compared makes the same ones.</summary>
/// <remarks>
/// Not a source of randomness for results; see Vigna, "An experimental exploration of Marsaglia's xorshift generators", for the
/// generator.
/// </remarks>
public static class WorkloadNumbers
{
    /// <summary>
    /// <paramref name="count"/> numbers low + (high − low)·u, u = (next ≫ 11)·2⁻⁵³, the state started at <paramref name="seed"/>.
    /// </summary>
    public static double[] Uniform(ulong seed, int count, double low, double high)
    {
        var numbers = new double[count];
        ulong state = seed;
        for (int i = 0; i < count; i++) numbers[i] = low + ((high - low) * ((Next(ref state) >> 11) * (1.0 / (1UL << 53))));
        return numbers;
    }

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
