using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Finds the alternatives of a channel: a mixture of Paulis, a mixture of Paulis and resets, or its Kraus operators.</summary>
internal static class Unraveller
{
    private const double Rounding = Unravelling.Rounding;

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
        return new(least <= Rounding ? 0.0 : least, values[0], -1, OperatorNumbers.Of((1.0 / Math.Sqrt(values[0])) * k));
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
            (keep, 0, OperatorNumbers.Pauli(0, 1)), (flip, 3, OperatorNumbers.Pauli(3, 1)),
            (toZero, -1, Unit(0, 0)), (toZero, -1, Unit(0, 1)), (toOne, -1, Unit(1, 0)), (toOne, -1, Unit(1, 1)),
        ];
        parts = [.. parts.Where(static p => p.Weight > Rounding).OrderByDescending(static p => p.Pauli >= 0 ? p.Weight : 0.0)];
        return new(
            1, [.. parts.Select(static p => p.Pauli >= 0 ? Paulis(p.Weight, p.Pauli, 1) : Jump(p.Weight, p.Operator))],
            [.. parts.Select(static p => Math.Sqrt(p.Weight) * p.Operator)]);
    }

    private static UnravelledBranch Jump(double weight, ComplexMatrix unit) => new(0.0, weight, -1, OperatorNumbers.Of(unit));

    private static UnravelledBranch Paulis(double probability, int pauli, int qubits) =>
        new(probability, probability, pauli, OperatorNumbers.Of(OperatorNumbers.Pauli(pauli, qubits)));

    private static bool Commute(int a, int b)
    {
        int crossings = (PauliBasis.FlipMask(a) & PauliBasis.SignMask(b)) ^ (PauliBasis.SignMask(a) & PauliBasis.FlipMask(b));
        return (BitOperations.PopCount((uint)crossings) & 1) == 0;
    }

    private static ComplexMatrix Unit(int row, int column) =>
        ComplexMatrix.Generate(2, 2, (r, c) => r == row && c == column ? 1 : 0);
}
