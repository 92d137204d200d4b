namespace QmlBench.Simulation.Channels;

/// <summary>
/// A linear map of k qubits as its real Pauli transfer matrix, <c>R_ij = Tr(P_i E(P_j)) / 2^k</c>.
/// </summary>
/// <remarks>
/// <para>Paulis I, X, Y, Z are the digits 0, 1, 2, 3; an index is Σ digit·4^q, the first listed qubit least significant: on two qubits
/// index 3 is Z on the first, 12 is Z on the second. The matrix acts on the coefficients r_P = Tr(Pρ) of a state.</para>
/// <para>Immutable. Any real matrix of the right size may be held (a measurement outcome is one that loses trace);
/// <see cref="ChoiMatrix.ThrowIfNotChannel"/> checks that one is a channel.</para>
/// </remarks>
public sealed class PauliTransferMatrix : IEquatable<PauliTransferMatrix>
{
    private readonly double[] _entries;
    private bool _isChannel;

    private PauliTransferMatrix(int qubits, double[] entries)
    {
        QubitCount = qubits;
        Dimension = 1 << (2 * qubits);
        _entries = entries;
    }

    /// <summary>A matrix from its entries.</summary>
    /// <param name="qubits">Number of qubits k, 1 to 3.</param>
    /// <param name="entries">4^k × 4^k entries, row by row.</param>
    /// <exception cref="ArgumentException">The number of entries is not 16^k, or one is not finite.</exception>
    public PauliTransferMatrix(int qubits, ReadOnlySpan<double> entries)
        : this(qubits, entries.ToArray())
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qubits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(qubits, KrausChannel.MostQubits);
        if (entries.Length != Dimension * Dimension)
        {
            throw new ArgumentException(
                $"A transfer matrix on {qubits} qubits has {Dimension}x{Dimension} entries; {entries.Length} were given.", nameof(entries));
        }

        for (int i = 0; i < entries.Length; i++)
        {
            if (!double.IsFinite(entries[i]))
            {
                throw new ArgumentException(
                    $"Entries must be finite; entry ({i / Dimension}, {i % Dimension}) is {entries[i]}.", nameof(entries));
            }
        }
    }

    /// <summary>Number of qubits k.</summary>
    public int QubitCount { get; }

    /// <summary>Number of rows and of columns, 4^k.</summary>
    public int Dimension { get; }

    /// <summary>All entries, row by row.</summary>
    public ReadOnlySpan<double> Entries => _entries;

    /// <summary>The entry R_ij.</summary>
    /// <param name="row">Index of the Pauli P_i that is read.</param>
    /// <param name="column">Index of the Pauli P_j that is put in.</param>
    public double this[int row, int column] => _entries[(row * Dimension) + column];

    /// <summary>True if the map keeps the trace: its first row is (1, 0, …, 0) to 1e-12.</summary>
    public bool IsTracePreserving
    {
        get
        {
            double worst = Math.Abs(_entries[0] - 1.0);
            for (int j = 1; j < Dimension; j++) worst = Math.Max(worst, Math.Abs(_entries[j]));
            return worst <= 1e-12;
        }
    }

    /// <summary>Refuses a map that is not a channel. One that is one is examined once.</summary>
    /// <param name="name">What the map is called in the message.</param>
    /// <exception cref="ArgumentException">The trace is not kept, or an eigenvalue of the Choi matrix is negative; the message names the
    /// number.</exception>
    public void ThrowIfNotChannel(string name)
    {
        if (_isChannel) return;
        ChoiMatrix.Of(this).ThrowIfNotChannel(name);
        _isChannel = true;
    }

    /// <summary>True if the map leaves every Pauli as it is, to 1e-15.</summary>
    public bool IsIdentity
    {
        get
        {
            double worst = 0.0;
            for (int i = 0; i < Dimension; i++)
                for (int j = 0; j < Dimension; j++)
                    worst = Math.Max(worst, Math.Abs(this[i, j] - (i == j ? 1.0 : 0.0)));
            return worst <= 1e-15;
        }
    }

    /// <summary>Process (entanglement) fidelity with the identity, Tr(R)/4^k.</summary>
    public double ProcessFidelity
    {
        get
        {
            double trace = 0.0;
            for (int i = 0; i < Dimension; i++) trace += this[i, i];
            return trace / Dimension;
        }
    }

    /// <summary>Average gate fidelity with the identity, (d·F_pro + 1)/(d + 1), d = 2^k.</summary>
    public double AverageGateFidelity
    {
        get
        {
            double d = 1 << QubitCount;
            return ((d * ProcessFidelity) + 1.0) / (d + 1.0);
        }
    }

    /// <summary>The map that changes nothing.</summary>
    public static PauliTransferMatrix Identity(int qubits) => Create(qubits, static (i, j) => i == j ? 1.0 : 0.0);

    /// <summary>A matrix from a function of row and column.</summary>
    public static PauliTransferMatrix Create(int qubits, Func<int, int, double> entry)
    {
        int size = 1 << (2 * qubits);
        var entries = new double[size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                entries[(i * size) + j] = entry(i, j);
        return new(qubits, entries.AsSpan());
    }

    /// <summary>A diagonal matrix: Pauli noise.</summary>
    public static PauliTransferMatrix Diagonal(int qubits, Func<int, double> entry) =>
        Create(qubits, (i, j) => i == j ? entry(i) : 0.0);

    /// <summary>This map first, then <paramref name="next"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of qubits differ.</exception>
    public PauliTransferMatrix Then(PauliTransferMatrix next)
    {
        if (next.QubitCount != QubitCount)
            throw new ArgumentException($"Maps on {QubitCount} and {next.QubitCount} qubits cannot follow one another; embed the smaller.");
        var product = new double[_entries.Length];
        for (int i = 0; i < Dimension; i++)
        {
            for (int k = 0; k < Dimension; k++)
            {
                double factor = next[i, k];
                if (factor == 0.0) continue;
                for (int j = 0; j < Dimension; j++) product[(i * Dimension) + j] += factor * this[k, j];
            }
        }

        return new(QubitCount, product);
    }

    /// <summary>This map on the first qubits, <paramref name="other"/> on the ones after them.</summary>
    public PauliTransferMatrix Tensor(PauliTransferMatrix other)
    {
        int low = Dimension - 1, shift = 2 * QubitCount;
        return Create(QubitCount + other.QubitCount, (i, j) => this[i & low, j & low] * other[i >> shift, j >> shift]);
    }

    /// <summary>This map on some of <paramref name="qubits"/> qubits, the identity on the others.</summary>
    /// <param name="qubits">Number of qubits of the result.</param>
    /// <param name="positions">For each qubit of this map, its position in the result; no position twice.</param>
    public PauliTransferMatrix Embed(int qubits, params int[] positions)
    {
        if (positions.Length != QubitCount || positions.Distinct().Count() != QubitCount || positions.Any(p => p < 0 || p >= qubits))
        {
            throw new ArgumentException(
                $"A map on {QubitCount} qubits needs {QubitCount} different positions below {qubits}; "
                + $"given were {string.Join(", ", positions)}.", nameof(positions));
        }

        int mask = positions.Sum(p => 3 << (2 * p));
        return Create(qubits, (i, j) => (i & ~mask) == (j & ~mask) ? this[Pick(i, positions), Pick(j, positions)] : 0.0);
    }

    /// <summary>The transposed matrix: how observables move (Heisenberg).</summary>
    public PauliTransferMatrix Transposed() => Create(QubitCount, (i, j) => this[j, i]);

    /// <summary>The weighted mean Σ weight·map of maps on the same number of qubits.</summary>
    public static PauliTransferMatrix Mixture(params ReadOnlySpan<(double Weight, PauliTransferMatrix Map)> terms)
    {
        var sum = new double[terms[0].Map._entries.Length];
        foreach ((double weight, PauliTransferMatrix map) in terms)
            for (int k = 0; k < sum.Length; k++)
                sum[k] += weight * map._entries[k];
        return new(terms[0].Map.QubitCount, sum.AsSpan());
    }

    /// <inheritdoc/>
    public bool Equals(PauliTransferMatrix? other) =>
        other is not null && QubitCount == other.QubitCount && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PauliTransferMatrix);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (double entry in _entries) hash.Add(entry);
        return hash.ToHashCode();
    }

    private static int Pick(int index, int[] positions)
    {
        int picked = 0;
        for (int q = 0; q < positions.Length; q++) picked |= ((index >> (2 * positions[q])) & 3) << (2 * q);
        return picked;
    }
}
