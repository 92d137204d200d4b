using System.Numerics;
using QmlBench.Numerics;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.States;

/// <summary>A pure state of n qubits: real parts and imaginary parts of 2^n amplitudes, qubit 0 least significant.</summary>
/// <remarks>Mutable through its parts: a program writes its result into a state that is used again.</remarks>
public sealed class StateVector
{
    /// <summary>Most qubits a state may have.</summary>
    public const int MostQubits = 28;

    /// <summary>The state |0…0⟩.</summary>
    /// <param name="qubits">Number of qubits, 1 to 28.</param>
    public StateVector(int qubits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qubits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(qubits, MostQubits);
        QubitCount = qubits;
        Buffer = new AlignedBuffer(2 << qubits);
        Buffer.First = 1.0;
    }

    /// <summary>Number of qubits n.</summary>
    public int QubitCount { get; }

    /// <summary>The 2^n real parts.</summary>
    public Span<double> Real => Buffer.Span[..(1 << QubitCount)];

    /// <summary>The 2^n imaginary parts.</summary>
    public Span<double> Imaginary => Buffer.Span[(1 << QubitCount)..];

    /// <summary>One amplitude.</summary>
    public Complex this[int index] => new(Real[index], Imaginary[index]);

    /// <summary>⟨ψ|ψ⟩.</summary>
    public double SquaredNorm => LaneSum.SumOfSquares(Buffer.Span);

    internal AlignedBuffer Buffer { get; }

    /// <summary>All amplitudes.</summary>
    public Complex[] ToArray()
    {
        var amplitudes = new Complex[1 << QubitCount];
        for (int i = 0; i < amplitudes.Length; i++) amplitudes[i] = this[i];
        return amplitudes;
    }

    /// <summary>|⟨ψ|φ⟩|².</summary>
    /// <exception cref="ArgumentException">The other state has another number of qubits.</exception>
    public double Fidelity(StateVector other)
    {
        if (other.QubitCount != QubitCount)
            throw new ArgumentException($"The state has {QubitCount} qubits, the other one {other.QubitCount}.", nameof(other));
        double real = LaneSum.Dot(Real, other.Real) + LaneSum.Dot(Imaginary, other.Imaginary);
        double imaginary = LaneSum.Dot(Real, other.Imaginary) - LaneSum.Dot(Imaginary, other.Real);
        return (real * real) + (imaginary * imaginary);
    }

    /// <summary>The probabilities of all 2^n outcomes.</summary>
    public void Probabilities(Span<double> target) => AmplitudeKernel.Probabilities(Buffer.Span, QubitCount, 1, target);
}
