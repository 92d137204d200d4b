using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Programs;

namespace QmlBench.Simulation.States;

/// <summary>
/// A mixed state of n qubits as its 4^n real Pauli coefficients <c>r_P = Tr(Pρ)</c>.
/// </summary>
/// <remarks>
/// Index of a Pauli: Σ digit·4^q, I, X, Y, Z = 0, 1, 2, 3, qubit 0 least significant; coefficient 0 is the trace. Half the memory of
/// a complex matrix. Mutable through <see cref="Coefficients"/>: a program writes its result into a state that is used again.
/// </remarks>
public sealed class DensityState
{
    /// <summary>Most qubits a state may have.</summary>
    public const int MostQubits = 15;

    // Amplitudes read from a file with ten digits are taken.
    private const double NormTolerance = 1e-9;

    /// <summary>The state |0…0⟩.</summary>
    /// <param name="qubits">Number of qubits, 1 to 15.</param>
    public DensityState(int qubits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qubits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(qubits, MostQubits);
        QubitCount = qubits;
        Buffer = new AlignedBuffer(1 << (2 * qubits));
        SetZero();
    }

    /// <summary>Number of qubits n.</summary>
    public int QubitCount { get; }

    /// <summary>The 4^n coefficients.</summary>
    public Span<double> Coefficients => Buffer.Span;

    /// <summary>Tr ρ.</summary>
    public double Trace => Coefficients[0];

    /// <summary>Tr ρ² = Σ r_P²/2^n.</summary>
    public double Purity => LaneSum.SumOfSquares(Coefficients) / (1 << QubitCount);

    internal AlignedBuffer Buffer { get; }

    /// <summary>Becomes |0…0⟩.</summary>
    public void SetZero() => StateKernel.SetZero(Coefficients, QubitCount, 1);

    /// <summary>⟨P⟩: one coefficient.</summary>
    /// <exception cref="ArgumentException">The string acts on a qubit beyond the register.</exception>
    public double Expectation(PauliString pauli)
    {
        if (pauli.Support >> QubitCount != 0)
            throw new ArgumentException(
                $"The Pauli string acts on qubit {BitOperations.Log2(pauli.Support)}; the state has {QubitCount}.", nameof(pauli));
        return Coefficients[(int)PauliBasis.Index(pauli.X, pauli.Z, QubitCount)];
    }

    /// <summary>⟨O⟩ of a sum of Paulis.</summary>
    /// <exception cref="ArgumentException">A string acts on a qubit beyond the register.</exception>
    public double Expectation(Observable observable)
    {
        double sum = 0.0;
        foreach (PauliTerm term in observable.Terms) sum += term.Coefficient * Expectation(term.Pauli);
        return sum;
    }

    /// <summary>The probabilities of all 2^n outcomes, by one Walsh–Hadamard transform.</summary>
    /// <param name="target">2^n values; index = outcome, qubit 0 least significant.</param>
    /// <exception cref="ArgumentException">The target has another length.</exception>
    public void Probabilities(Span<double> target)
    {
        RowTables.CheckSize(target.Length, 1L << QubitCount, nameof(target));
        StateKernel.Probabilities(Coefficients, QubitCount, 1, target);
    }

    /// <summary>The probabilities of the outcomes of some qubits.</summary>
    /// <param name="qubits">Different qubits; the first is the least significant bit of an outcome.</param>
    /// <param name="target">2^k values.</param>
    /// <exception cref="ArgumentException">No qubit, one twice, one that does not exist, or another length of the target.</exception>
    public void Marginal(ReadOnlySpan<int> qubits, Span<double> target) => PartialTrace(qubits).Probabilities(target);

    /// <summary>The state of some qubits, the others traced out.</summary>
    /// <param name="kept">Different qubits; the first becomes qubit 0.</param>
    /// <exception cref="ArgumentException">No qubit, one twice, or one that does not exist.</exception>
    public DensityState PartialTrace(params ReadOnlySpan<int> kept)
    {
        CheckKept(kept);
        var reduced = new DensityState(kept.Length);
        Span<double> target = reduced.Coefficients;
        for (int i = 0; i < target.Length; i++)
        {
            int index = 0;
            for (int q = 0; q < kept.Length; q++) index |= ((i >> (2 * q)) & 3) << (2 * kept[q]);
            target[i] = Coefficients[index];
        }

        return reduced;
    }

    /// <summary>Tr ρσ; the fidelity if one of the two is pure.</summary>
    /// <exception cref="ArgumentException">The other state has another number of qubits.</exception>
    public double Overlap(DensityState other)
    {
        CheckSame(other);
        return LaneSum.Dot(Coefficients, other.Coefficients) / (1 << QubitCount);
    }

    /// <summary>⟨ψ|ρ|ψ⟩ with a pure state.</summary>
    /// <param name="amplitudes">2^n amplitudes of norm 1.</param>
    /// <exception cref="ArgumentException">Another number of amplitudes, one that is not finite, or another norm.</exception>
    public double Fidelity(ReadOnlySpan<Complex> amplitudes) => Overlap(FromPure(amplitudes));

    /// <summary>Fidelity (Tr √(√ρ σ √ρ))² of two mixed states, by diagonalising both; for small registers.</summary>
    /// <exception cref="ArgumentException">The other state has another number of qubits.</exception>
    public double Fidelity(DensityState other)
    {
        CheckSame(other);
        return MixedFidelity.Of(ToMatrix(), other.ToMatrix());
    }

    /// <summary>The state |ψ⟩⟨ψ|; n·4^n operations.</summary>
    /// <param name="amplitudes">2^n amplitudes, 1 ≤ n ≤ 15, of norm 1 to 1e-9.</param>
    /// <exception cref="ArgumentException">Another number of amplitudes, one that is not finite, or another norm; the message names the
    /// number.</exception>
    public static DensityState FromPure(ReadOnlySpan<Complex> amplitudes)
    {
        CheckPure(amplitudes);
        var state = new DensityState(BitOperations.Log2((uint)amplitudes.Length));
        PauliTransform.OfPure(amplitudes, state.Coefficients);
        return state;
    }

    /// <summary>The complex density matrix, ρ = Σ r_P P / 2^n; n·4^n operations.</summary>
    public ComplexMatrix ToMatrix()
    {
        int d = 1 << QubitCount;
        return new ComplexMatrix(d, d, PauliTransform.Matrix(Coefficients, QubitCount));
    }

    private void CheckKept(ReadOnlySpan<int> kept)
    {
        if (kept.IsEmpty) throw new ArgumentException("At least one qubit is kept; none was named.", nameof(kept));
        for (int i = 0; i < kept.Length; i++)
        {
            if (kept[i] < 0 || kept[i] >= QubitCount)
                throw new ArgumentOutOfRangeException(nameof(kept), $"Qubit {kept[i]} does not exist; the state has {QubitCount}.");
            if (kept[..i].Contains(kept[i])) throw new ArgumentException($"Qubit {kept[i]} is named twice.", nameof(kept));
        }
    }

    private void CheckSame(DensityState other)
    {
        if (other.QubitCount != QubitCount)
            throw new ArgumentException($"The state has {QubitCount} qubits, the other one {other.QubitCount}.", nameof(other));
    }

    private static void CheckPure(ReadOnlySpan<Complex> amplitudes)
    {
        if (amplitudes.Length < 2 || !BitOperations.IsPow2(amplitudes.Length))
            throw new ArgumentException($"A pure state has 2^n amplitudes, n at least 1; {amplitudes.Length} were given.", nameof(amplitudes));
        double norm = 0.0;
        for (int i = 0; i < amplitudes.Length; i++)
        {
            if (!Complex.IsFinite(amplitudes[i]))
                throw new ArgumentException($"Amplitudes must be finite; amplitude {i} is {amplitudes[i]}.", nameof(amplitudes));
            norm += (amplitudes[i].Real * amplitudes[i].Real) + (amplitudes[i].Imaginary * amplitudes[i].Imaginary);
        }

        if (!(Math.Abs(norm - 1.0) <= NormTolerance))
            throw new ArgumentException($"A pure state has the squared norm 1, not {norm:R}. Divide by its root.", nameof(amplitudes));
    }
}
