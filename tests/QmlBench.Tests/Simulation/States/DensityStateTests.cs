using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.States;

public class DensityStateTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Trace_purity_overlap_and_probabilities_are_those_of_the_matrix()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            (DensityState rho, DensityState sigma) = (Random(seed, 3), Random(seed + 50, 3));
            ComplexMatrix r = rho.ToMatrix(), s = sigma.ToMatrix();
            Assert.Equal(r.Trace().Real, rho.Trace, Tolerance);
            Assert.Equal((r * r).Trace().Real, rho.Purity, Tolerance);
            Assert.Equal((r * s).Trace().Real, rho.Overlap(sigma), Tolerance);
            var probabilities = new double[8];
            rho.Probabilities(probabilities);
            for (int i = 0; i < 8; i++) Assert.Equal(r[i, i].Real, probabilities[i], Tolerance);
            Observable observable = Observable.Parse("0.5*ZZI + XIY - 2*IXZ + 0.25*III", 3);
            Assert.Equal((observable.Matrix() * r).Trace().Real, rho.Expectation(observable), Tolerance);
        }
    }

    [Fact]
    public void What_does_not_fit_a_state_is_refused_with_the_number()
    {
        DensityState rho = Random(1, 3);
        Refused("Qubit 0 is named twice", () => rho.PartialTrace(0, 0));
        Refused("Qubit 1 is named twice", () => rho.Marginal([1, 1], new double[4]));
        Refused("Qubit 3 does not exist", () => rho.PartialTrace(3));
        Refused("none was named", () => rho.PartialTrace());
        Refused("4 numbers were expected; 3 were given", () => rho.Marginal([0, 1], new double[3]));
        Refused("acts on qubit 3; the state has 3", () => rho.Expectation(QmlBench.Numerics.Paulis.PauliString.Parse("ZIII")));
        Refused("acts on qubit 4", () => rho.Expectation(Observable.Parse("0.5*IIIII + XIIII", 5)));
        Refused("the other one 2", () => rho.Overlap(new DensityState(2)));
        Refused("the other one 2", () => rho.Fidelity(new DensityState(2)));
        Refused("3 were given", () => DensityState.FromPure([1, 0, 0]));
        Refused("1 were given", () => DensityState.FromPure([1]));
        Refused("squared norm 1, not 2", () => rho.Fidelity([1, 1, 0, 0, 0, 0, 0, 0]));
        Refused("amplitude 1 is", () => DensityState.FromPure([1, double.NaN]));
        Refused("the other one 2", () => new StateVector(3).Fidelity(new StateVector(2)));
    }

    [Fact]
    public void Tables_whose_size_overflows_are_refused_and_not_run()
    {
        // 65536 rows of 65536 numbers each are 2^32, which is 0 in 32 bits.
        DensityProgram program = DensityProgram.Compile(NoisyCircuit.Builder(8).Build());
        Refused("4294967296 numbers were expected", () => program.EvolveStates(Array.Empty<double>(), 1 << 16, Array.Empty<double>()));
        Refused("4294967296 numbers were expected",
            () => program.EvolveEffects(new double[1 << 16], Array.Empty<double>(), 1 << 16, Array.Empty<double>()));
        Refused("4294967296 numbers were expected", () => program.Probabilities(Array.Empty<double>(), 1 << 24, Array.Empty<double>()));
    }

    private static void Refused(string part, Action action) =>
        Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    // Eigenvalues: nothing negative, and 1 in all; through channels, measurements, resets and conditions.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void States_are_positive_with_trace_one(int qubits)
    {
        int size = 1 << qubits, mixed = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + (40 * qubits), qubits, 24, 2, noise: true, records: true);
            DensityState rho = DensityProgram.Compile(circuit).Run(RandomCircuits.Rows(seed, 1, 2));
            Complex[] matrix = rho.ToMatrix().Span.ToArray();
            HermitianJacobi.Diagonalise(matrix, size);
            double[] eigenvalues = [.. Enumerable.Range(0, size).Select(i => matrix[(i * size) + i].Real)];
            Assert.All(eigenvalues, value => Assert.InRange(value, -1e-14, 1 + 1e-14));
            Assert.Equal(1.0, eigenvalues.Sum(), 1e-13);
            if (eigenvalues.Max() < 0.95) mixed++;
        }

        Assert.True(mixed > 3, $"Only {mixed} of the states are mixed.");
    }

    // Against the sum over all Paulis, which is what the transform stands for.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_matrix_and_the_coefficients_are_sums_over_all_Paulis(int qubits)
    {
        DensityState rho = Random(qubits, qubits);
        int d = 1 << qubits;
        ComplexMatrix sum = ComplexMatrix.Zero(d, d);
        Complex[] amplitudes = [.. RandomCircuits.Rows(qubits, 2, d).Chunk(2).Select(z => new Complex(z[0], z[1]))];
        double norm = Math.Sqrt(amplitudes.Sum(static z => (z.Real * z.Real) + (z.Imaginary * z.Imaginary)));
        amplitudes = [.. amplitudes.Select(z => z / norm)];
        DensityState pure = DensityState.FromPure(amplitudes);
        for (int index = 0; index < rho.Coefficients.Length; index++)
        {
            int flips = PauliBasis.FlipMask(index), signs = PauliBasis.SignMask(index);
            ComplexMatrix pauli = ComplexMatrix.Generate(d, d, (r, c) => r == (c ^ flips) ? PauliBasis.Element(flips, signs, c) : 0);
            sum += (rho.Coefficients[index] / d) * pauli;
            Complex value = Enumerable.Range(0, d).Aggregate(Complex.Zero, (total, c) =>
                total + (Complex.Conjugate(amplitudes[c ^ flips]) * pauli[c ^ flips, c] * amplitudes[c]));
            Assert.Equal(value.Real, pure.Coefficients[index], 1e-14);
        }

        Assert.True(ComplexMatrix.MaxAbsDifference(sum, rho.ToMatrix()) < 1e-14);
    }

    [Fact]
    public void Partial_traces_and_marginals_are_those_of_the_matrix()
    {
        DensityState rho = Random(5, 3);
        ComplexMatrix full = rho.ToMatrix();
        ComplexMatrix reduced = rho.PartialTrace(2, 0).ToMatrix();
        for (int r = 0; r < 4; r++)
        {
            for (int c = 0; c < 4; c++)
            {
                // Bit 0 of the reduced index is qubit 2, bit 1 is qubit 0; qubit 1 is traced out.
                int At(int i, int traced) => ((i & 1) << 2) | (traced << 1) | (i >> 1);
                Complex sum = full[At(r, 0), At(c, 0)] + full[At(r, 1), At(c, 1)];
                Assert.Equal(sum.Real, reduced[r, c].Real, Tolerance);
                Assert.Equal(sum.Imaginary, reduced[r, c].Imaginary, Tolerance);
            }
        }

        var marginal = new double[4];
        rho.Marginal([2, 0], marginal);
        for (int i = 0; i < 4; i++) Assert.Equal(reduced[i, i].Real, marginal[i], Tolerance);
    }

    [Fact]
    public void Fidelity_of_mixed_states_is_one_with_itself_and_the_overlap_with_a_pure_state()
    {
        DensityState rho = Random(9, 2);
        Assert.Equal(1.0, rho.Fidelity(rho), 1e-7);
        DensityState pure = DensityState.FromPure(Product(0, 2));
        Assert.Equal(rho.Overlap(pure), rho.Fidelity(pure), 1e-7);
        Assert.Equal(1.0, pure.Purity, Tolerance);
    }

    [Fact]
    public void Relabelled_qubits_give_the_relabelled_state()
    {
        int[] map = [2, 0, 3, 1];
        for (int seed = 0; seed < 6; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed + 700, 4, 20, 2, noise: true, records: false);
            double[] row = RandomCircuits.Rows(seed, 1, 2);
            NoisyCircuitBuilder relabelled = NoisyCircuit.Builder(4, 0, circuit.Parameters);
            foreach (NoisyStep step in circuit.Steps)
            {
                relabelled.Append(step switch
                {
                    GateStep gate => gate with { Qubits = [.. gate.Qubits.Select(q => map[q])] },
                    ChannelStep channel => channel with { Qubits = [.. channel.Qubits.Select(q => map[q])] },
                    _ => step,
                });
            }

            DensityState expected = DensityProgram.Compile(circuit).Run(row);
            DensityState actual = DensityProgram.Compile(relabelled.Build()).Run(row).PartialTrace(map);
            for (int i = 0; i < expected.Coefficients.Length; i++)
                Assert.Equal(expected.Coefficients[i], actual.Coefficients[i], Tolerance);
        }
    }

    private static DensityState Random(int seed, int qubits) => DensityProgram
        .Compile(RandomCircuits.Circuit(seed + 900, qubits, 15, 2, noise: true, records: false)).Run(RandomCircuits.Rows(seed, 1, 2));

    // Products of the +1 eigenstates of X, Y, Z.
    private static Complex[] Product(params int[] bases)
    {
        Complex[] state = [Complex.One];
        double half = Math.Sqrt(0.5);
        foreach (int basis in bases)
        {
            Complex[] qubit = basis switch { 0 => [half, half], 1 => [half, half * Complex.ImaginaryOne], _ => [1.0, 0.0] };
            state = [.. state.Select(a => a * qubit[0]), .. state.Select(a => a * qubit[1])];
        }

        return state;
    }
}
