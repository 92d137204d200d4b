using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.States;

public class EffectSetTests
{
    private static readonly ReadoutConfusion?[] Readout = [new(0.02, 0.07), null, new(0.3, 0.9)];

    [Fact]
    public void Expectations_through_readout_error_are_those_of_the_recorded_bits()
    {
        double[] values = new double[3], recorded = new double[8];
        NoisyCircuit circuit = RandomCircuits.Circuit(31, 3, 20, 2, noise: true, records: false);
        double[] row = RandomCircuits.Rows(4, 1, 2);
        Observable[] observables = [Observable.Z(0, 3), Observable.Parse("ZZZ", 3), Observable.Parse("0.5*ZIZ + 2*IIZ + 1.5*III", 3)];
        DensityProgram.Compile(circuit).Expectations(row, 1, EffectSet.Of(observables, 3, Readout), values);

        NoisyCircuitBuilder measured = NoisyCircuit.Builder(3, 3, circuit.Parameters);
        foreach (NoisyStep step in circuit.Steps) measured.Append(step);
        for (int q = 0; q < 3; q++) measured.Measure(q, q, Readout[q]);
        DensityProgram.Compile(measured.Build()).RecordedProbabilities(row, 1, recorded);
        double Sign(int bits, int mask) => (int.PopCount(bits & mask) & 1) == 0 ? 1.0 : -1.0;
        double Mean(int mask) => Enumerable.Range(0, 8).Sum(b => recorded[b] * Sign(b, mask));
        Assert.Equal(Mean(1), values[0], 1e-12);
        Assert.Equal(Mean(7), values[1], 1e-12);
        Assert.Equal((0.5 * Mean(5)) + (2 * Mean(1)) + 1.5, values[2], 1e-12);
    }

    [Fact]
    public void A_bitstring_is_recorded_with_the_probability_of_its_effect()
    {
        NoisyCircuit circuit = RandomCircuits.Circuit(32, 3, 20, 0, noise: true, records: false);
        DensityState state = DensityProgram.Compile(circuit).Run([]);
        double total = 0.0;
        for (int bits = 0; bits < 8; bits++)
        {
            double[] effect = EffectSet.Bitstring(3, bits, Readout);
            total += Enumerable.Range(0, 64).Sum(i => effect[i] * state.Coefficients[i]);
        }

        Assert.Equal(1.0, total, 1e-12);
        double[] perfect = EffectSet.Bitstring(1, 1);
        Assert.Equal([0.5, 0.0, 0.0, -0.5], perfect);
    }

    [Fact]
    public void Another_register_is_refused()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => EffectSet.Of([Observable.Z(0, 2)], 3));
        Assert.Contains("3 qubits", fault.Message, StringComparison.Ordinal);
        DensityProgram program = DensityProgram.Compile(NoisyCircuit.Builder(2).Gate(StandardGates.H, [0]).Build());
        Assert.Throws<ArgumentException>(() =>
            program.Expectations(Array.Empty<double>(), 1, EffectSet.Of([Observable.Z(0, 3)], 3), new double[1]));
    }
}
