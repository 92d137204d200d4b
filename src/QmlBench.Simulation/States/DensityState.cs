using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Kernels;

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
    public double Expectation(PauliString pauli) => Coefficients[(int)PauliBasis.Index(pauli.X, pauli.Z, QubitCount)];

    /// <summary>⟨O⟩ of a sum of Paulis.</summary>
    public double Expectation(Observable observable)
    {
        double sum = 0.0;
        foreach (PauliTerm term in observable.Terms) sum += term.Coefficient * Expectation(term.Pauli);
        return sum;
    }

    /// <summary>The probabilities of all 2^n outcomes, by one Walsh–Hadamard transform.</summary>
    /// <param name="target">2^n values; index = outcome, qubit 0 least significant.</param>
    public void Probabilities(Span<double> target) => StateKernel.Probabilities(Coefficients, QubitCount, 1, target);

    /// <summary>The probabilities of the outcomes of some qubits.</summary>
    /// <param name="qubits">Different qubits; the first is the least significant bit of an outcome.</param>
    /// <param name="target">2^k values.</param>
    public void Marginal(ReadOnlySpan<int> qubits, Span<double> target) => PartialTrace(qubits).Probabilities(target);

    /// <summary>The state of some qubits, the others traced out.</summary>
    /// <param name="kept">Different qubits; the first becomes qubit 0.</param>
    public DensityState PartialTrace(params ReadOnlySpan<int> kept)
    {
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
    public double Overlap(DensityState other) => LaneSum.Dot(Coefficients, other.Coefficients) / (1 << QubitCount);

    /// <summary>⟨ψ|ρ|ψ⟩ with a pure state.</summary>
    /// <param name="amplitudes">2^n amplitudes of norm 1.</param>
    public double Fidelity(ReadOnlySpan<Complex> amplitudes) => Overlap(FromPure(amplitudes));

    /// <summary>Fidelity (Tr √(√ρ σ √ρ))² of two mixed states, by diagonalising both; for small registers.</summary>
    public double Fidelity(DensityState other) => MixedFidelity.Of(ToMatrix(), other.ToMatrix());

    /// <summary>The state |ψ⟩⟨ψ|.</summary>
    /// <param name="amplitudes">2^n amplitudes.</param>
    public static DensityState FromPure(ReadOnlySpan<Complex> amplitudes)
    {
        var state = new DensityState(BitOperations.Log2((uint)amplitudes.Length));
        Span<double> target = state.Coefficients;
        for (int index = 0; index < target.Length; index++)
        {
            int flips = PauliBasis.FlipMask(index), signs = PauliBasis.SignMask(index);
            double sum = 0.0;
            for (int c = 0; c < amplitudes.Length; c++)
                sum += (Complex.Conjugate(amplitudes[c ^ flips]) * PauliBasis.Element(flips, signs, c) * amplitudes[c]).Real;
            target[index] = sum;
        }

        return state;
    }

    /// <summary>The complex density matrix, ρ = Σ r_P P / 2^n.</summary>
    public ComplexMatrix ToMatrix()
    {
        int d = 1 << QubitCount;
        var entries = new Complex[d * d];
        for (int index = 0; index < Coefficients.Length; index++)
        {
            int flips = PauliBasis.FlipMask(index), signs = PauliBasis.SignMask(index);
            double weight = Coefficients[index] / d;
            for (int c = 0; c < d; c++) entries[((c ^ flips) * d) + c] += weight * PauliBasis.Element(flips, signs, c);
        }

        return new ComplexMatrix(d, d, entries);
    }
}
