using System.Buffers.Binary;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Simulation.Trajectories;

/// <summary>The random numbers of trajectories: each is a function of the key, the trajectory and the place, so nothing depends on order or
/// threads.</summary>
/// <remarks>
/// Philox4x32-10 with key = bytes 0 to 7 of the stream's digest, upper counter = bytes 8 to 15 plus the number of the trajectory, lower
/// counter = the number of the place; a block gives two uniform numbers.
/// </remarks>
internal readonly struct TrajectoryDraws
{
    private readonly ulong _key;
    private readonly ulong _counter;

    internal TrajectoryDraws(StreamKey stream)
    {
        ReadOnlySpan<byte> digest = stream.ToArray();
        _key = BinaryPrimitives.ReadUInt64LittleEndian(digest);
        _counter = BinaryPrimitives.ReadUInt64LittleEndian(digest[8..]);
    }

    /// <summary>Two numbers in [0, 1), multiples of 2⁻⁵³.</summary>
    /// <param name="trajectory">Number of the trajectory.</param>
    /// <param name="place">Number of the place.</param>
    internal (double First, double Second) Uniform(long trajectory, long place)
    {
        (uint a, uint b, uint c, uint d) = Philox.Block(_key, unchecked(_counter + (ulong)trajectory), unchecked((ulong)place));
        return (Fraction(a, b), Fraction(c, d));
    }

    private static double Fraction(uint low, uint high) => (long)((low | ((ulong)high << 32)) >> 11) * (1.0 / (1L << 53));
}
