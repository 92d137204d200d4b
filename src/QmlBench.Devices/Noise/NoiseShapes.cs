using System.Numerics;

namespace QmlBench.Devices.Noise;

/// <summary>Sizes of the matrices in recipes.</summary>
internal static class NoiseShapes
{
    /// <summary>Most qubits a channel may act on.</summary>
    public const int MostQubits = 3;

    /// <summary>log₂ of a number of rows.</summary>
    public static int Qubits(int rows) => BitOperations.Log2((uint)rows);

    /// <summary>Side of a square matrix of so many entries.</summary>
    public static int Side(int entries) => (int)Math.Sqrt(entries);

    /// <summary>Whether a number of rows is 2, 4 or 8.</summary>
    public static bool IsState(int rows) => rows is 2 or 4 or 8;

    /// <summary>Whether a number of rows is 4, 16 or 64.</summary>
    public static bool IsTransfer(int rows) => rows is 4 or 16 or 64;
}
