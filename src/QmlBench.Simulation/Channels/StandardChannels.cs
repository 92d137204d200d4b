using System.Collections.Immutable;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using static QmlBench.Simulation.Channels.ChannelArguments;

namespace QmlBench.Simulation.Channels;

/// <summary>
/// The channels of physics by their usual parameters, as transfer matrices; <see cref="KrausChannel.Of"/> gives their Kraus form.
/// </summary>
/// <remarks>
/// Every method refuses parameters outside the range in which the map is a channel, naming the value. Formulae: the channels are
/// affine maps of the Bloch vector; see each method.
/// </remarks>
public static class StandardChannels
{
    /// <summary>ρ → (1−λ)ρ + λ·I/d on k qubits: every Pauli but I scaled by 1−λ.</summary>
    /// <param name="lambda">0 to d²/(d²−1), d = 2^k: 4/3 on one qubit, 16/15 on two.</param>
    /// <param name="qubits">k, 1 to 3.</param>
    public static PauliTransferMatrix Depolarizing(double lambda, int qubits)
    {
        double size = 1 << (2 * qubits);
        ThrowUnlessBetween(lambda, 0.0, size / (size - 1.0), "Depolarizing λ");
        return PauliTransferMatrix.Diagonal(qubits, i => i == 0 ? 1.0 : 1.0 - lambda);
    }

    /// <summary>
    /// Relaxation towards a thermal state: X, Y scaled by e2 = exp(−t/T2), Z by e1 = exp(−t/T1) and shifted by (1−e1)(1−2·p1).
    /// </summary>
    /// <param name="t1">T1, any unit of time, positive; +∞ for none.</param>
    /// <param name="t2">T2 in the same unit, positive, at most 2·T1; +∞ for none.</param>
    /// <param name="time">Duration in the same unit, not negative.</param>
    /// <param name="excitedPopulation">p1, the population of |1⟩ at equilibrium.</param>
    public static PauliTransferMatrix ThermalRelaxation(double t1, double t2, double time, double excitedPopulation = 0.0)
    {
        ThrowUnlessPositive(t1, "T1");
        ThrowUnlessPositive(t2, "T2");
        if (t2 > 2.0 * t1) throw new ArgumentOutOfRangeException(nameof(t2), $"T2 must not exceed 2*T1; T2 is {t2:R} and T1 {t1:R}.");
        if (!(time >= 0.0 && double.IsFinite(time)))
            throw new ArgumentOutOfRangeException(nameof(time), $"A duration is not negative and finite; it is {time:R}.");
        ThrowUnlessBetween(excitedPopulation, 0.0, 1.0, "The excited population");
        double e1 = Elementary.Exp(-time / t1), e2 = Elementary.Exp(-time / t2);
        return BlochMap(e2, e2, e1, (1.0 - e1) * (1.0 - (2.0 * excitedPopulation)));
    }

    /// <summary>Decay to |0⟩ with probability γ: K0 = diag(1, √(1−γ)), K1 = √γ|0⟩⟨1|.</summary>
    public static PauliTransferMatrix AmplitudeDamping(double gamma) => PhaseAmplitudeDamping(gamma, 0.0, 0.0);

    /// <summary>Coherence scaled by √(1−γ): K0 = diag(1, √(1−γ)), K1 = diag(0, √γ).</summary>
    public static PauliTransferMatrix PhaseDamping(double gamma)
    {
        ThrowUnlessBetween(gamma, 0.0, 1.0, "Phase damping γ");
        double coherence = Math.Sqrt(1.0 - gamma);
        return BlochMap(coherence, coherence, 1.0, 0.0);
    }

    /// <summary>Damping towards population p1: P(1→0) = (1−p1)γ, P(0→1) = p1·γ; coherence scaled by √(1−γ).</summary>
    public static PauliTransferMatrix GeneralizedAmplitudeDamping(double gamma, double excitedPopulation) =>
        PhaseAmplitudeDamping(gamma, 0.0, excitedPopulation);

    /// <summary>Both dampings at once, Aer's parametrisation: coherence scaled by √(1−a−b), populations damped by a towards p1.</summary>
    /// <param name="amplitude">a.</param>
    /// <param name="phase">b, with a + b at most 1.</param>
    /// <param name="excitedPopulation">p1.</param>
    public static PauliTransferMatrix PhaseAmplitudeDamping(double amplitude, double phase, double excitedPopulation)
    {
        ThrowUnlessBetween(amplitude, 0.0, 1.0, "Amplitude damping");
        ThrowUnlessBetween(phase, 0.0, 1.0, "Phase damping");
        ThrowUnlessBetween(amplitude + phase, 0.0, 1.0, "Amplitude plus phase damping");
        ThrowUnlessBetween(excitedPopulation, 0.0, 1.0, "The excited population");
        double coherence = Math.Sqrt(1.0 - amplitude - phase);
        return BlochMap(coherence, coherence, 1.0 - amplitude, amplitude * (1.0 - (2.0 * excitedPopulation)));
    }

    /// <summary>Z with probability q, else nothing.</summary>
    public static PauliTransferMatrix PhaseFlip(double probability) => Pauli(1, [(3, probability)]);

    /// <summary>X with probability q, else nothing.</summary>
    public static PauliTransferMatrix BitFlip(double probability) => Pauli(1, [(1, probability)]);

    /// <summary>Paulis with the given probabilities, the identity with what is left.</summary>
    /// <param name="qubits">k, 1 to 3.</param>
    /// <param name="terms">Pauli index (Σ digit·4^q) and probability; if the identity, index 0, is listed, all must add up to 1.</param>
    public static PauliTransferMatrix Pauli(int qubits, params ReadOnlySpan<(int Index, double Probability)> terms)
    {
        int size = 1 << (2 * qubits);
        var weights = new double[size];
        double total = 0.0, identity = 0.0;
        foreach ((int index, double probability) in terms)
        {
            ThrowUnlessBetween(probability, 0.0, 1.0, "A Pauli probability");
            if (index < 0 || index >= size)
                throw new ArgumentOutOfRangeException(nameof(terms), $"A Pauli index on {qubits} qubits is below {size}; it is {index}.");
            weights[index] += probability;
            total += index == 0 ? 0.0 : probability;
            identity += index == 0 ? probability : 0.0;
        }

        double least = identity > 0.0 ? 1.0 - 1e-12 : 0.0;
        ThrowUnlessBetween(total + identity, least, 1.0 + 1e-12, "The sum of Pauli probabilities");
        weights[0] = 1.0 - total;
        return PauliTransferMatrix.Diagonal(qubits, i => SignedSum(weights, i));
    }

    /// <summary>Nothing, or to |0⟩ with probability p0, or to |1⟩ with probability p1.</summary>
    public static PauliTransferMatrix Reset(double toZero = 1.0, double toOne = 0.0)
    {
        ThrowUnlessBetween(toZero, 0.0, 1.0, "The probability of reset to 0");
        ThrowUnlessBetween(toOne, 0.0, 1.0, "The probability of reset to 1");
        double kept = 1.0 - toZero - toOne;
        ThrowUnlessBetween(kept, -1e-12, 1.0, "The probability of no reset");
        return BlochMap(kept, kept, kept, toZero - toOne);
    }

    /// <summary>A unitary error, ρ → UρU†.</summary>
    /// <param name="unitary">2^k × 2^k, first qubit least significant.</param>
    /// <exception cref="ArgumentException">The matrix is not unitary to 1e-12.</exception>
    public static PauliTransferMatrix CoherentUnitary(ComplexMatrix unitary) =>
        new KrausChannel(ImmutableArray.Create(unitary)).TransferMatrix;

    /// <summary>Complete dephasing: what a measurement whose result nobody reads does.</summary>
    public static PauliTransferMatrix Dephasing() => BlochMap(0.0, 0.0, 1.0, 0.0);

    /// <summary>
    /// Population of |1⟩ at equilibrium, 1/(1 + exp(47.99243e-9·f/|T|)): f in hertz, T in millikelvin, with Aer's rounded constant
    /// 1e3·h/k_B.
    /// </summary>
    /// <param name="frequency">Qubit frequency in hertz; 0 or infinite gives 0.</param>
    /// <param name="temperature">Millikelvin; 0 gives 0, a negative one the complement.</param>
    public static double ExcitedPopulation(double frequency, double temperature)
    {
        if (frequency == 0.0 || double.IsInfinity(frequency) || temperature == 0.0) return 0.0;
        double excited = 1.0 / (1.0 + Elementary.Exp(47.99243e-9 * frequency / Math.Abs(temperature)));
        return temperature < 0.0 ? 1.0 - excited : excited;
    }

    private static PauliTransferMatrix BlochMap(double x, double y, double z, double shift) =>
        new(1, [1.0, 0.0, 0.0, 0.0, 0.0, x, 0.0, 0.0, 0.0, 0.0, y, 0.0, shift, 0.0, 0.0, z]);

    // Σ_P p_P·(±1): + where P commutes with the Pauli of the index.
    private static double SignedSum(double[] weights, int index)
    {
        double sum = 0.0;
        int flips = PauliBasis.FlipMask(index), signs = PauliBasis.SignMask(index);
        for (int p = 0; p < weights.Length; p++)
        {
            int crossings = (PauliBasis.FlipMask(p) & signs) ^ (PauliBasis.SignMask(p) & flips);
            sum += (System.Numerics.BitOperations.PopCount((uint)crossings) & 1) == 0 ? weights[p] : -weights[p];
        }

        return sum;
    }
}
