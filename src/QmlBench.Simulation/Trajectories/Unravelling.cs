using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>
/// A channel as alternatives, one of which a trajectory takes: operator K_i with probability ⟨K_i†K_i⟩, or a fixed one.
/// </summary>
/// <remarks>
/// Whatever the state, alternative i is taken with probability at least the least eigenvalue of K_i†K_i. A uniform number below the sum
/// of these bounds decides without a look at the state (as qsim does); what is left of the unit interval belongs to the excess of the
/// true probabilities over the bounds. The first alternative is the error-free one.
/// </remarks>
internal sealed class Unravelling
{
    private const double Rounding = 1e-14;

    private static readonly double[][] SinglePaulis = [.. Enumerable.Range(0, 4).Select(static p => Numbers(PauliMatrix(p, 1)))];

    private Unravelling(int qubits, ImmutableArray<UnravelledBranch> branches, IReadOnlyList<ComplexMatrix> operators)
    {
        QubitCount = qubits;
        Branches = branches;
        Certain = branches.Sum(static b => b.Least);
        if (Certain >= 1.0 - Rounding) return;
        (Strings, Weights) = Reading(operators, qubits);
    }

    /// <summary>Number of qubits k.</summary>
    internal int QubitCount { get; }

    /// <summary>The alternatives; the first is the error-free one.</summary>
    internal ImmutableArray<UnravelledBranch> Branches { get; }

    /// <summary>Sum of the lower bounds.</summary>
    internal double Certain { get; }

    /// <summary>The probability with which the first alternative is taken without a look at the state.</summary>
    internal double ErrorFree => Branches[0].Least;

    /// <summary>True if the probabilities do not depend on the state.</summary>
    internal bool IsMixture => Strings.IsEmpty;

    /// <summary>The Paulis (Σ digit·4^q) whose expectations give the probabilities; the identity first.</summary>
    internal ImmutableArray<int> Strings { get; } = [];

    /// <summary>Alternative by alternative the weight of each string: p_i = Σ_s weight·⟨P_s⟩.</summary>
    internal ImmutableArray<double> Weights { get; } = [];

    /// <summary>The alternatives of a channel.</summary>
    /// <exception cref="ArgumentException">The map is not completely positive; the message names the number.</exception>
    internal static Unravelling Of(PauliTransferMatrix map) =>
        PauliMixture(map) ?? ResetMixture(map) ?? General(KrausChannel.Of(map).Operators, map.QubitCount);

    /// <summary>A measurement: the projectors on 0 and 1.</summary>
    internal static Unravelling Measurement() => General([Unit(0, 0), Unit(1, 1)], 1);

    /// <summary>A reset: a measurement, and back to 0.</summary>
    internal static Unravelling Reset() => General([Unit(0, 0), Unit(0, 1)], 1);

    /// <summary>A measurement whose result no one reads: half the time nothing, half the time Z.</summary>
    internal static Unravelling Dephasing() => PauliMixture(StandardChannels.Dephasing())!;

    /// <summary>The numbers of I, X, Y or Z.</summary>
    internal static ReadOnlySpan<double> Pauli(int digit) => SinglePaulis[digit];

    /// <summary>The alternative that a number below <see cref="Certain"/> takes.</summary>
    internal int Taken(double number)
    {
        double sum = 0.0;
        for (int i = 0; i < Branches.Length - 1; i++)
        {
            sum += Branches[i].Least;
            if (number < sum) return i;
        }

        return LastPossible;
    }

    /// <summary>The alternative that a number from <see cref="Certain"/> on takes, and its probability.</summary>
    /// <param name="number">The number, below 1.</param>
    /// <param name="strings">The unnormalised expectations of <see cref="Strings"/>.</param>
    internal (int Branch, double Probability) Taken(double number, ReadOnlySpan<double> strings)
    {
        Span<double> probabilities = stackalloc double[Branches.Length], excess = stackalloc double[Branches.Length];
        double total = 0.0;
        for (int i = 0; i < Branches.Length; i++)
        {
            double sum = 0.0;
            for (int s = 0; s < strings.Length; s++) sum += Weights[(i * strings.Length) + s] * strings[s];
            probabilities[i] = sum;
            total += excess[i] = Math.Max(0.0, sum - (Branches[i].Least * strings[0]));
        }

        double left = (number - Certain) / (1.0 - Certain) * total;
        int taken = 0;
        for (int i = 0; i < Branches.Length; i++)
        {
            if (excess[i] <= 0.0) continue;
            taken = i;
            if (left < excess[i]) break;
            left -= excess[i];
        }

        return (taken, probabilities[taken]);
    }

    // Rounding may leave a number behind the sum of all: the last alternative with a fixed probability has it.
    private int LastPossible
    {
        get
        {
            int last = Branches.Length - 1;
            while (last > 0 && Branches[last].Least <= 0.0) last--;
            return last;
        }
    }

    private static Unravelling General(IReadOnlyList<ComplexMatrix> operators, int qubits)
    {
        var all = operators.Select(k => (Operator: k, Branch: BranchOf(k))).OrderByDescending(static b => b.Branch.Least).ToArray();
        return new(qubits, [.. all.Select(static b => b.Branch)], [.. all.Select(static b => b.Operator)]);
    }

    private static UnravelledBranch BranchOf(ComplexMatrix k)
    {
        ImmutableArray<double> values = HermitianEigen.Decompose(k.Adjoint() * k).Values;
        double least = Math.Max(0.0, values[^1]);
        if (values[0] - least <= Rounding) least = 0.5 * (values[0] + values[^1]);
        return new(least <= Rounding ? 0.0 : least, values[0], -1, Numbers((1.0 / Math.Sqrt(values[0])) * k));
    }

    // Probabilities of the Paulis: the inverse of the signed sums on the diagonal.
    private static Unravelling? PauliMixture(PauliTransferMatrix map)
    {
        int size = map.Dimension;
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                if (i != j && Math.Abs(map[i, j]) > Rounding) return null;
        var probabilities = new double[size];
        for (int p = 0; p < size; p++)
        {
            double sum = 0.0;
            for (int i = 0; i < size; i++) sum += Commute(p, i) ? map[i, i] : -map[i, i];
            probabilities[p] = sum / size;
            if (probabilities[p] < -ChoiMatrix.DefaultTolerance) return null;
        }

        return Mixture(map.QubitCount, probabilities);
    }

    private static Unravelling Mixture(int qubits, double[] probabilities)
    {
        int[] order =
            [.. Enumerable.Range(0, probabilities.Length).Where(p => probabilities[p] > Rounding).OrderByDescending(p => probabilities[p])];
        double total = order.Sum(p => probabilities[p]);
        return new(
            qubits, [.. order.Select(p => Paulis(probabilities[p] / total, p, qubits))], []);
    }

    // Relaxation with T2 ≤ T1, and any other map of one qubit with X and Y scaled by x, Z scaled by z ≥ |x| and shifted: I, Z, reset, reset
    // then X.
    private static Unravelling? ResetMixture(PauliTransferMatrix map)
    {
        if (map.QubitCount != 1) return null;
        double x = map[1, 1], z = map[3, 3], shift = map[3, 0];
        PauliTransferMatrix same = PauliTransferMatrix.Create(
            1, (i, j) => i == j ? (i == 0 ? 1.0 : i == 3 ? z : x) : (i, j) == (3, 0) ? shift : 0.0);
        for (int e = 0; e < same.Entries.Length; e++)
            if (Math.Abs(same.Entries[e] - map.Entries[e]) > Rounding) return null;
        double keep = 0.5 * (z + x), flip = 0.5 * (z - x), toZero = 0.5 * (1.0 - z + shift), toOne = 0.5 * (1.0 - z - shift);
        if (Math.Min(Math.Min(keep, flip), Math.Min(toZero, toOne)) < -Rounding) return null;
        List<(double Weight, int Pauli, ComplexMatrix Operator)> parts =
        [
            (keep, 0, PauliMatrix(0, 1)), (flip, 3, PauliMatrix(3, 1)), (toZero, -1, Unit(0, 0)), (toZero, -1, Unit(0, 1)),
            (toOne, -1, Unit(1, 0)), (toOne, -1, Unit(1, 1)),
        ];
        parts = [.. parts.Where(static p => p.Weight > Rounding).OrderByDescending(static p => p.Pauli >= 0 ? p.Weight : 0.0)];
        return new(
            1, [.. parts.Select(static p => p.Pauli >= 0 ? Paulis(p.Weight, p.Pauli, 1) : new(0.0, p.Weight, -1, Numbers(p.Operator)))],
            [.. parts.Select(static p => Math.Sqrt(p.Weight) * p.Operator)]);
    }

    // K†K in the Pauli basis: the weight of P is Tr(K†K P)/2^k.
    private static (ImmutableArray<int> Strings, ImmutableArray<double> Weights) Reading(IReadOnlyList<ComplexMatrix> operators, int qubits)
    {
        int size = 1 << (2 * qubits), d = 1 << qubits;
        double[][] weights =
            [.. operators.Select(k => Enumerable.Range(0, size)
                .Select(p => (k.Adjoint() * k * PauliMatrix(p, qubits)).Trace().Real / d).ToArray())];
        ImmutableArray<int> strings =
        [
            .. Enumerable.Range(0, size).Where(p => p == 0 || weights.Any(w => Math.Abs(w[p]) > Rounding))
                .OrderBy(static p => PauliBasis.FlipMask(p)).ThenBy(static p => PauliBasis.SignMask(p)),
        ];
        return (strings, [.. weights.SelectMany(w => strings.Select(p => w[p]))]);
    }

    private static UnravelledBranch Paulis(double probability, int pauli, int qubits) =>
        new(probability, probability, pauli, Numbers(PauliMatrix(pauli, qubits)));

    private static bool Commute(int a, int b)
    {
        int crossings = (PauliBasis.FlipMask(a) & PauliBasis.SignMask(b)) ^ (PauliBasis.SignMask(a) & PauliBasis.FlipMask(b));
        return (BitOperations.PopCount((uint)crossings) & 1) == 0;
    }

    private static ComplexMatrix PauliMatrix(int pauli, int qubits)
    {
        int flips = PauliBasis.FlipMask(pauli), signs = PauliBasis.SignMask(pauli);
        return ComplexMatrix.Generate(
            1 << qubits, 1 << qubits, (row, column) => row == (column ^ flips) ? PauliBasis.Element(flips, signs, column) : 0);
    }

    private static ComplexMatrix Unit(int row, int column) =>
        ComplexMatrix.Generate(2, 2, (r, c) => r == row && c == column ? 1 : 0);

    /// <summary>The entries row by row, real and imaginary parts alternating.</summary>
    internal static double[] Numbers(ComplexMatrix matrix)
    {
        var numbers = new double[2 * matrix.Span.Length];
        for (int i = 0; i < matrix.Span.Length; i++)
            (numbers[2 * i], numbers[(2 * i) + 1]) = (matrix.Span[i].Real, matrix.Span[i].Imaginary);
        return numbers;
    }
}
