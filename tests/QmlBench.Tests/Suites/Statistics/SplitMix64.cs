namespace QmlBench.Tests.Suites.Statistics;

/// <summary>The generator the bootstrap vectors were made with (Steele, Lea and Flood 2014): uniform = (next >> 11)·2⁻⁵³.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public double NextUniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int NextIndex(int count) => (int)(NextUniform() * count);

    /// <summary>A standard normal number by the polar method.</summary>
    public double NextNormal()
    {
        while (true)
        {
            var (a, b) = (2 * NextUniform() - 1, 2 * NextUniform() - 1);
            var square = a * a + b * b;
            if (square is > 0 and < 1) return a * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
