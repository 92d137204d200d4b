using QmlBench.Circuits.Gates;
using QmlBench.Numerics;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// A transfer matrix that depends on one angle: <c>R(θ) = C + A_½ cos(θ/2) + B_½ sin(θ/2) + A_1 cos θ + B_1 sin θ</c>.
/// </summary>
/// <remarks>
/// Every gate whose matrix has phases e^{±iθ/2}, e^{iθ} alone is of this form: all rotations, phases and their controlled versions.
/// A constant map has C alone. All five matrices have the size of the map, row by row.
/// </remarks>
internal sealed class TrigonometricMap
{
    private const int Samples = 8;
    private const double Tolerance = 1e-13;

    private TrigonometricMap(int qubits, double[][] parts)
    {
        QubitCount = qubits;
        Parts = parts;
    }

    /// <summary>Number of qubits.</summary>
    internal int QubitCount { get; }

    /// <summary>Number of rows, 4^k.</summary>
    internal int Dimension => 1 << (2 * QubitCount);

    /// <summary>C, A_½, B_½, A_1, B_1.</summary>
    internal double[][] Parts { get; }

    /// <summary>True if the map does not depend on the angle.</summary>
    internal bool IsConstant => !UsesHalf && !UsesFull;

    /// <summary>True if cos(θ/2) or sin(θ/2) occurs.</summary>
    internal bool UsesHalf => Parts[1].Any(static v => v != 0.0) || Parts[2].Any(static v => v != 0.0);

    /// <summary>True if cos θ or sin θ occurs.</summary>
    internal bool UsesFull => Parts[3].Any(static v => v != 0.0) || Parts[4].Any(static v => v != 0.0);

    /// <summary>A constant map.</summary>
    internal static TrigonometricMap Constant(PauliTransferMatrix map)
    {
        int count = map.Dimension * map.Dimension;
        return new(map.QubitCount, [map.Entries.ToArray(), new double[count], new double[count], new double[count], new double[count]]);
    }

    /// <summary>The map of a gate with one angle, or null if it is not of this form.</summary>
    internal static TrigonometricMap? OfGate(Gate gate)
    {
        if (gate.ParameterCount != 1) return null;
        double[][] values = [.. Enumerable.Range(0, Samples).Select(j => GateMap(gate, [j * Math.PI / 2.0]).Entries.ToArray())];
        double[][] harmonics = Transform(values);
        if (harmonics.Skip(5).Any(static part => part.Any(static v => Math.Abs(v) > Tolerance))) return null;
        return new(gate.QubitCount, [.. harmonics.Take(5).Select(Clean)]);
    }

    /// <summary>The transfer matrix of a gate at fixed angles; entries within rounding of a multiple of 1/8 are that multiple.</summary>
    internal static PauliTransferMatrix GateMap(Gate gate, ReadOnlySpan<double> angles)
    {
        PauliTransferMatrix map = KrausConversion.ToTransferMatrix([gate.Matrix(angles)], gate.QubitCount);
        return new(gate.QubitCount, Clean(map.Entries.ToArray()));
    }

    /// <summary>This map first, then a constant one.</summary>
    internal TrigonometricMap Then(TrigonometricMap constant) => Product(constant.Parts[0], this, constantLeft: true);

    /// <summary>A constant map first, then this one.</summary>
    internal TrigonometricMap After(TrigonometricMap constant) => Product(constant.Parts[0], this, constantLeft: false);

    /// <summary>This map on some of <paramref name="qubits"/> qubits.</summary>
    internal TrigonometricMap Embed(int qubits, int[] positions) =>
        new(qubits, [.. Parts.Select(p => new PauliTransferMatrix(QubitCount, p).Embed(qubits, positions).Entries.ToArray())]);

    /// <summary>True if an entry is 0 for every angle.</summary>
    internal bool IsZero(int entry) => Parts.All(p => p[entry] == 0.0);

    /// <summary>True if an entry does not depend on the angle.</summary>
    internal bool IsFixed(int entry) => Parts[1][entry] == 0.0 && Parts[2][entry] == 0.0 && Parts[3][entry] == 0.0 && Parts[4][entry] == 0.0;

    /// <summary>Number of entries that are not identically 0.</summary>
    internal int CountOfEntries()
    {
        int count = 0;
        for (int e = 0; e < Parts[0].Length; e++)
            if (!IsZero(e)) count++;
        return count;
    }

    private TrigonometricMap Product(double[] constant, TrigonometricMap map, bool constantLeft)
    {
        int size = Dimension;
        return new(QubitCount, [.. map.Parts.Select(p => constantLeft ? Multiply(constant, p, size) : Multiply(p, constant, size))]);
    }

    private static double[] Multiply(double[] left, double[] right, int size)
    {
        var product = new double[left.Length];
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                double factor = left[(i * size) + k];
                if (factor == 0.0) continue;
                for (int j = 0; j < size; j++) product[(i * size) + j] += factor * right[(k * size) + j];
            }
        }

        return product;
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
