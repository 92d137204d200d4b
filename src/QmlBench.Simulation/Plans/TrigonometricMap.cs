using QmlBench.Circuits.Gates;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// A transfer matrix that depends on one angle: <c>R(θ) = C + A_½ cos(θ/2) + B_½ sin(θ/2) + A_1 cos θ + B_1 sin θ</c>.
/// </summary>
/// <remarks>
/// Every gate whose matrix has phases e^{±iθ/2}, e^{iθ} alone is of this form: all rotations, phases and their controlled versions.
/// A constant map has C alone. All five matrices have the size of the map, row by row. On
/// amplitudes the matrix is the real form [[Re U, −Im U], [Im U, Re U]].
/// </remarks>
internal sealed class TrigonometricMap
{
    private const int Samples = 8;
    private const double Tolerance = 1e-13;

    private TrigonometricMap(bool isPure, int qubits, double[][] parts)
    {
        IsPure = isPure;
        QubitCount = qubits;
        Parts = parts;
        Dimension = new RegisterShape(isPure, 0).Rows(qubits);
        UsesHalf = Occurs(parts[1]) || Occurs(parts[2]);
        UsesFull = Occurs(parts[3]) || Occurs(parts[4]);
    }

    /// <summary>True if the map acts on amplitudes, false if on Pauli coefficients.</summary>
    internal bool IsPure { get; }

    /// <summary>Number of qubits.</summary>
    internal int QubitCount { get; }

    /// <summary>Number of rows: 4^k, or 2^(k+1) on amplitudes.</summary>
    internal int Dimension { get; }

    /// <summary>C, A_½, B_½, A_1, B_1.</summary>
    internal double[][] Parts { get; }

    /// <summary>True if the map does not depend on the angle.</summary>
    internal bool IsConstant => !UsesHalf && !UsesFull;

    /// <summary>True if cos(θ/2) or sin(θ/2) occurs.</summary>
    internal bool UsesHalf { get; }

    /// <summary>True if cos θ or sin θ occurs.</summary>
    internal bool UsesFull { get; }

    /// <summary>True if the map is the identity to 1e-15.</summary>
    internal bool IsIdentity
    {
        get
        {
            if (!IsConstant) return false;
            double worst = 0.0;
            for (int e = 0; e < Parts[0].Length; e++)
                worst = Math.Max(worst, Math.Abs(Parts[0][e] - (e % (Dimension + 1) == 0 ? 1.0 : 0.0)));
            return worst <= 1e-15;
        }
    }

    /// <summary>A channel.</summary>
    internal static TrigonometricMap Constant(PauliTransferMatrix map) => Constant(false, map.QubitCount, map.Entries.ToArray());

    /// <summary>A gate at fixed angles; entries within rounding of a multiple of 1/8 are that multiple.</summary>
    internal static TrigonometricMap OfGate(Gate gate, ReadOnlySpan<double> angles, bool isPure) =>
        Constant(isPure, gate.QubitCount, Clean(Entries(gate, angles, isPure)));

    /// <summary>A gate with one free angle, or null if it is not of this form.</summary>
    internal static TrigonometricMap? OfGate(Gate gate, bool isPure)
    {
        if (gate.ParameterCount != 1) return null;
        double[][] values = [.. Enumerable.Range(0, Samples).Select(j => Entries(gate, [j * Math.PI / 2.0], isPure))];
        double[][] harmonics = Transform(values);
        if (harmonics.Skip(5).Any(static part => part.Any(static v => Math.Abs(v) > Tolerance))) return null;
        return new(isPure, gate.QubitCount, [.. harmonics.Take(5).Select(Clean)]);
    }

    /// <summary>This map first, then a constant one.</summary>
    internal TrigonometricMap Then(TrigonometricMap constant) => Product(constant.Parts[0], constantLeft: true);

    /// <summary>A constant map first, then this one.</summary>
    internal TrigonometricMap After(TrigonometricMap constant) => Product(constant.Parts[0], constantLeft: false);

    /// <summary>This map on some of <paramref name="qubits"/> qubits.</summary>
    internal TrigonometricMap Embed(int qubits, int[] positions)
    {
        nint[] places = new RegisterShape(IsPure, qubits).Groups(positions);
        int size = new RegisterShape(IsPure, 0).Rows(qubits);
        var parts = new double[Parts.Length][];
        for (int m = 0; m < parts.Length; m++)
        {
            parts[m] = new double[size * size];
            if (Uses(m)) Embed(Parts[m], parts[m], places, size);
        }

        return new(IsPure, qubits, parts);
    }

    /// <summary>True if an entry is 0 for every angle.</summary>
    internal bool IsZero(int entry) => Parts[0][entry] == 0.0 && IsFixed(entry);

    /// <summary>True if an entry does not depend on the angle.</summary>
    internal bool IsFixed(int entry) =>
        IsConstant || (Parts[1][entry] == 0.0 && Parts[2][entry] == 0.0 && Parts[3][entry] == 0.0 && Parts[4][entry] == 0.0);

    /// <summary>True if every row and every column has one entry.</summary>
    internal bool IsPermutation
    {
        get
        {
            int size = Dimension;
            Span<int> inRow = stackalloc int[size], inColumn = stackalloc int[size];
            inRow.Clear();
            inColumn.Clear();
            for (int e = 0; e < Parts[0].Length; e++)
            {
                if (!IsZero(e) && (++inRow[e / size] > 1 || ++inColumn[e % size] > 1)) return false;
            }

            return !inRow.Contains(0);
        }
    }

    /// <summary>Number of entries that are not identically 0.</summary>
    internal int CountOfEntries()
    {
        int count = 0;
        for (int e = 0; e < Parts[0].Length; e++)
            if (!IsZero(e)) count++;
        return count;
    }

    private TrigonometricMap Product(double[] constant, bool constantLeft)
    {
        var parts = new double[Parts.Length][];
        for (int m = 0; m < parts.Length; m++)
        {
            parts[m] = new double[constant.Length];
            if (!Uses(m)) continue;
            if (constantLeft) Multiply(constant, Parts[m], parts[m], Dimension);
            else Multiply(Parts[m], constant, parts[m], Dimension);
        }

        return new(IsPure, QubitCount, parts);
    }

    // Most maps are constant: four of their five parts are 0.
    private bool Uses(int part) => part == 0 || (part <= 2 ? UsesHalf : UsesFull);

    private static bool Occurs(double[] part)
    {
        foreach (double value in part)
            if (value != 0.0) return true;
        return false;
    }

    private void Embed(double[] part, double[] target, nint[] places, int size)
    {
        int own = Dimension, digits = (int)places[^1];
        for (int rest = 0; rest < size; rest++)
        {
            if ((rest & digits) != 0) continue;
            for (int i = 0; i < own; i++)
                for (int j = 0; j < own; j++)
                    target[((rest + (int)places[i]) * size) + rest + (int)places[j]] = part[(i * own) + j];
        }
    }

    private static TrigonometricMap Constant(bool isPure, int qubits, double[] entries) =>
        new(isPure, qubits,
            [entries, new double[entries.Length], new double[entries.Length], new double[entries.Length], new double[entries.Length]]);

    private static double[] Entries(Gate gate, ReadOnlySpan<double> angles, bool isPure)
    {
        ComplexMatrix unitary = gate.Matrix(angles);
        if (!isPure) return KrausConversion.ToTransferMatrix([unitary], gate.QubitCount).Entries.ToArray();
        int d = unitary.Rows;
        var entries = new double[4 * d * d];
        for (int r = 0; r < d; r++)
        {
            for (int c = 0; c < d; c++)
            {
                entries[(r * 2 * d) + c] = entries[((r + d) * 2 * d) + c + d] = unitary[r, c].Real;
                entries[((r + d) * 2 * d) + c] = unitary[r, c].Imaginary;
                entries[(r * 2 * d) + c + d] = -unitary[r, c].Imaginary;
            }
        }

        return entries;
    }

    private static void Multiply(double[] left, double[] right, double[] product, int size)
    {
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                double factor = left[(i * size) + k];
                if (factor == 0.0) continue;
                for (int j = 0; j < size; j++) product[(i * size) + j] += factor * right[(k * size) + j];
            }
        }
    }

    // Discrete Fourier transform over one period 4π: parts for the frequencies 0, 1/2, 1, then 3/2 and 2, which must vanish.
    private static double[][] Transform(double[][] values)
    {
        var parts = new List<double[]>();
        for (int m = 0; m <= Samples / 2; m++)
        {
            double scale = m == 0 || m == Samples / 2 ? 1.0 / Samples : 2.0 / Samples;
            parts.Add(Weighted(values, j => scale * Elementary.Cos(m * j * Math.PI / 4.0)));
            if (m > 0 && m < Samples / 2) parts.Add(Weighted(values, j => scale * Elementary.Sin(m * j * Math.PI / 4.0)));
        }

        return [.. parts];
    }

    private static double[] Weighted(double[][] values, Func<int, double> weight)
    {
        var sum = new double[values[0].Length];
        for (int j = 0; j < values.Length; j++)
        {
            double w = weight(j);
            for (int e = 0; e < sum.Length; e++) sum[e] += w * values[j][e];
        }

        return sum;
    }

    private static double[] Clean(double[] entries)
    {
        for (int e = 0; e < entries.Length; e++)
        {
            double eighths = Math.Round(8.0 * entries[e]);
            if (Math.Abs((8.0 * entries[e]) - eighths) < 8.0 * Tolerance) entries[e] = eighths == 0.0 ? 0.0 : eighths / 8.0;
        }

        return entries;
    }
}
