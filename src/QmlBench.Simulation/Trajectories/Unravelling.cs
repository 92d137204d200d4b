using System.Collections.Immutable;
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
    /// <summary>Probabilities below this are rounding.</summary>
    internal const double Rounding = 1e-14;

    /// <summary>Alternatives from their branches.</summary>
    /// <param name="qubits">Number of qubits k.</param>
    /// <param name="branches">The branches, the error-free one first.</param>
    /// <param name="operators">Their operators K, so that ΣK†K = 1; not needed where the bounds add up to 1.</param>
    internal Unravelling(int qubits, ImmutableArray<UnravelledBranch> branches, IReadOnlyList<ComplexMatrix> operators)
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

    // K†K in the Pauli basis: the weight of P is Tr(K†K P)/2^k.
    private static (ImmutableArray<int> Strings, ImmutableArray<double> Weights) Reading(IReadOnlyList<ComplexMatrix> operators, int qubits)
    {
        int size = 1 << (2 * qubits), d = 1 << qubits;
        double[][] weights =
            [.. operators.Select(k => Enumerable.Range(0, size)
                .Select(p => (k.Adjoint() * k * OperatorNumbers.Pauli(p, qubits)).Trace().Real / d).ToArray())];
        ImmutableArray<int> strings =
        [
            .. Enumerable.Range(0, size).Where(p => p == 0 || weights.Any(w => Math.Abs(w[p]) > Rounding))
                .OrderBy(static p => PauliBasis.FlipMask(p)).ThenBy(static p => PauliBasis.SignMask(p)),
        ];
        return (strings, [.. weights.SelectMany(w => strings.Select(p => w[p]))]);
    }
}
