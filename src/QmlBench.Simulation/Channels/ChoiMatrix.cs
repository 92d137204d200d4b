using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Simulation.Channels;

/// <summary>
/// A map of k qubits as its Choi matrix <c>Σ_ij |i⟩⟨j| ⊗ E(|i⟩⟨j|)</c>: index = input·2^k + output, trace 2^k for a channel.
/// </summary>
/// <remarks>The map is completely positive exactly if no eigenvalue is negative. Immutable.</remarks>
public sealed class ChoiMatrix
{
    /// <summary>
    /// Eigenvalues above minus this, and traces this near to 1, count as right: rounding at the edge (T2 = 2·T1) reaches 4e-16.
    /// </summary>
    public const double DefaultTolerance = 1e-12;

    private readonly Complex[] _entries;

    internal ChoiMatrix(int qubits, Complex[] entries)
    {
        QubitCount = qubits;
        Dimension = 1 << (2 * qubits);
        _entries = entries;
    }

    /// <summary>Number of qubits k.</summary>
    public int QubitCount { get; }

    /// <summary>Number of rows and of columns, 4^k.</summary>
    public int Dimension { get; }

    /// <summary>One entry.</summary>
    public Complex this[int row, int column] => _entries[(row * Dimension) + column];

    /// <summary>The Choi matrix of a transfer matrix.</summary>
    public static ChoiMatrix Of(PauliTransferMatrix map)
    {
        int size = map.Dimension, d = 1 << map.QubitCount;
        var entries = new Complex[size * size];
        for (int b = 0; b < size; b++)
            for (int a = 0; a < size; a++)
                if (map[a, b] != 0.0) AddTerm(entries, map[a, b] / d, a, b, d);
        return new(map.QubitCount, entries);
    }

    /// <summary>The transfer matrix of the same map.</summary>
    public PauliTransferMatrix ToTransferMatrix()
    {
        int d = 1 << QubitCount;
        return PauliTransferMatrix.Create(QubitCount, (a, b) => Coefficient(a, b, d));
    }

    /// <summary>The eigenvalues in ascending order.</summary>
    public double[] Eigenvalues()
    {
        var work = (Complex[])_entries.Clone();
        HermitianJacobi.Diagonalise(work, Dimension);
        var values = new double[Dimension];
        for (int i = 0; i < Dimension; i++) values[i] = work[(i * Dimension) + i].Real;
        Array.Sort(values);
        return values;
    }

    /// <summary>Kraus operators of the map, one per eigenvalue above 1e-15 of the trace, largest first.</summary>
    public IReadOnlyList<ComplexMatrix> KrausOperators()
    {
        var work = (Complex[])_entries.Clone();
        Complex[] vectors = HermitianJacobi.Diagonalise(work, Dimension);
        int[] order = [.. Enumerable.Range(0, Dimension).OrderByDescending(m => work[(m * Dimension) + m].Real).ThenBy(m => m)];
        int d = 1 << QubitCount;
        return
        [
            .. order.Where(m => work[(m * Dimension) + m].Real > 1e-15 * d)
                .Select(m => Operator(vectors, m, Math.Sqrt(work[(m * Dimension) + m].Real), d)),
        ];
    }

    /// <summary>Refuses a map that is not a channel.</summary>
    /// <param name="name">What the map is called in the message.</param>
    /// <param name="tolerance">Largest deviation that counts as rounding.</param>
    /// <exception cref="ArgumentException">An eigenvalue is negative, or the trace is not kept; the message names the number.</exception>
    public void ThrowIfNotChannel(string name, double tolerance = DefaultTolerance)
    {
        (double deviation, int row, int column) = TraceDeviation();
        if (deviation > tolerance)
        {
            throw new ArgumentException(
                $"{name} does not keep the trace: entry ({row}, {column}) of Σ K†K differs from the identity by {deviation:R}. "
                + $"Check that all operators are given and normalised.");
        }

        if (HermitianCholesky.IsPositive(_entries, Dimension, tolerance)) return;
        double smallest = Eigenvalues()[0];
        if (smallest < -tolerance)
        {
            throw new ArgumentException(
                $"{name} is not completely positive: its Choi matrix has the eigenvalue {smallest:R}, which must not be negative.");
        }
    }

    /// <summary>The largest entry of Σ K†K − 1 and where it stands.</summary>
    internal (double Deviation, int Row, int Column) TraceDeviation()
    {
        int d = 1 << QubitCount;
        (double Deviation, int Row, int Column) worst = (0.0, 0, 0);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                Complex sum = i == j ? -Complex.One : Complex.Zero;
                for (int o = 0; o < d; o++) sum += this[(i * d) + o, (j * d) + o];
                double size = Math.Sqrt((sum.Real * sum.Real) + (sum.Imaginary * sum.Imaginary));
                if (!(size <= worst.Deviation)) worst = (size, i, j);
            }
        }

        return worst;
    }

    private static void AddTerm(Complex[] entries, double weight, int a, int b, int d)
    {
        int flipsA = PauliBasis.FlipMask(a);
        int signsA = PauliBasis.SignMask(a);
        int flipsB = PauliBasis.FlipMask(b);
        int signsB = PauliBasis.SignMask(b);
        for (int i = 0; i < d; i++)
        {
            // ⟨j|P_b|i⟩ is not 0 for j = i ⊕ flips alone; the same for the output side.
            Complex left = weight * PauliBasis.Element(flipsB, signsB, i);
            for (int column = 0; column < d; column++)
            {
                int row = (i * d) + (column ^ flipsA);
                entries[(row * d * d) + ((i ^ flipsB) * d) + column] += left * PauliBasis.Element(flipsA, signsA, column);
            }
        }
    }

    private double Coefficient(int a, int b, int d)
    {
        int flipsA = PauliBasis.FlipMask(a);
        int signsA = PauliBasis.SignMask(a);
        int flipsB = PauliBasis.FlipMask(b);
        int signsB = PauliBasis.SignMask(b);
        Complex sum = Complex.Zero;
        for (int j = 0; j < d; j++)
        {
            // E(P_b) = Σ_j ⟨j⊕f|P_b|j⟩ E(|j⊕f⟩⟨j|); Tr(P_a M) = Σ_c ⟨c⊕f|P_a|c⟩ M[c, c⊕f].
            Complex input = PauliBasis.Element(flipsB, signsB, j);
            for (int c = 0; c < d; c++)
                sum += input * PauliBasis.Element(flipsA, signsA, c) * this[((j ^ flipsB) * d) + c, (j * d) + (c ^ flipsA)];
        }

        return sum.Real / d;
    }

    private ComplexMatrix Operator(Complex[] vectors, int m, double scale, int d) =>
        ComplexMatrix.Generate(d, d, (o, i) => scale * vectors[(((i * d) + o) * Dimension) + m]);
}
