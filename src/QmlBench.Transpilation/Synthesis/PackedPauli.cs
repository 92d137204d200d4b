using System.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>Pauli strings on at most 16 wires without sign in one word: X on wire w at bit w, Z at bit 16 + w.</summary>
internal static class PackedPauli
{
    /// <summary>The wires of a row, a bit each.</summary>
    public static int Support(uint row) => (int)((row | row >> 16) & 0xFFFF);

    /// <summary>The row after exp(−iπ/4·A), its sign aside.</summary>
    public static uint Moved(uint row, uint mask) => Anticommute(row, mask) ? row ^ mask : row;

    public static bool Anticommute(uint a, uint b) => (BitOperations.PopCount(a & BitOperations.RotateLeft(b, 16)) & 1) != 0;

    public static uint Of(PauliRow row)
    {
        uint packed = 0;
        for (var q = 0; q < row.Qubits; q++)
            packed |= (uint)((row[q] & 1) << q | (row[q] >> 1) << 16 + q);
        return packed;
    }

    /// <summary>128 bits that do not depend on one-qubit unitaries after the state; two states that share them by chance cost a candidate,
    /// never correctness.</summary>
    public static (ulong, ulong) Fingerprint(uint[] rows, int wires)
    {
        ulong first = 0, second = 0;
        for (var w = 0; w < wires; w++)
        {
            // One-qubit unitaries exchange the columns x, z and x ⊕ z: a set of three.
            var (x, z) = Columns(rows, w);
            ulong y = x ^ z, low = Math.Min(x, Math.Min(y, z)), high = Math.Max(x, Math.Max(y, z));
            first = (BitOperations.RotateLeft(first, 23) ^ low) * 0x9E3779B97F4A7C15UL + high;
            second = (BitOperations.RotateLeft(second, 29) ^ high) * 0xC2B2AE3D27D4EB4FUL + low;
        }
        return (first, second);
    }

    /// <summary>Which rows have an X on a wire and which a Z, as sums of a word per row.</summary>
    private static (ulong X, ulong Z) Columns(uint[] rows, int wire)
    {
        ulong x = 0, z = 0;
        for (var r = 0; r < rows.Length; r++)
        {
            var word = Word(r);
            x ^= (rows[r] >> wire & 1) * word;
            z ^= (rows[r] >> 16 + wire & 1) * word;
        }
        return (x, z);
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Word(int row)
    {
        var word = (ulong)(row + 1) * 0x9E3779B97F4A7C15UL;
        word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9UL;
        word = (word ^ word >> 27) * 0x94D049BB133111EBUL;
        return word ^ word >> 31;
    }
}
