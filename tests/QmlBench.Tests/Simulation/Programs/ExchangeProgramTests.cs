using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Programs;

public sealed class ExchangeProgramTests
{
    private const int Parameters = 2;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1L << 40)]
    [InlineData(4, 4096)]
    [InlineData(5, 1L << 14)]
    public void Every_exchange_is_the_value_of_the_circuit_with_it(int qubits, long memory)
    {
        NoisyCircuit[] parts = [.. Enumerable.Range(0, 11).Select(i => Part(100 * qubits + i, qubits, 4))];
        List<PartExchange> exchanges = [.. Enumerable.Range(0, 11).Select(i => new PartExchange(i, 1, Part(700 + i, qubits, i % 3)))];
        exchanges.AddRange(new PartExchange(0, 4, Part(900, qubits, 3)), new(4, 5, Part(901, qubits, 0)), new(9, 2, Part(902, qubits, 9)));
        double[] row = RandomCircuits.Rows(qubits, 1, Parameters);
        double[] weights = RandomCircuits.Rows(9, 1, 1 << (2 * qubits));
        double[] zero = EffectSet.Bitstring(qubits, 0);
        ExchangedValues values = ExchangeProgram.Compile(parts, exchanges).Evaluate(row, [weights, zero], memory, TestContext.Current.CancellationToken);
        AssertClose(Values(parts, row, weights, zero), values.Values);
        for (int x = 0; x < exchanges.Count; x++)
        {
            PartExchange exchange = exchanges[x];
            NoisyCircuit[] exchanged = [.. parts[..exchange.First], exchange.Replacement, .. parts[(exchange.First + exchange.Count)..]];
            AssertClose(Values(exchanged, row, weights, zero), values.Exchanged[x]);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        NoisyCircuit two = Part(1, 2, 3), three = Part(1, 3, 3);
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([], []));
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([two, three], []));
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([two], [new(0, 1, three)]));
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([two], [new(0, 2, two)]));
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([two, two, two], [new(0, 2, two), new(1, 2, two)]));
        NoisyCircuit conditional = NoisyCircuit.Builder(2, 1, ["t0", "t1"]).Measure(0, 0)
            .Gate(QmlBench.Circuits.Gates.StandardGates.X, [1], [], new([0], 1)).Build();
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([conditional], []));
        Assert.Throws<ArgumentException>(() => ExchangeProgram.Compile([two], [])
            .Evaluate(new double[Parameters], [new double[4]], 0, TestContext.Current.CancellationToken));
    }

    private static NoisyCircuit Part(int seed, int qubits, int steps) =>
        RandomCircuits.Circuit(seed, qubits, steps, Parameters, noise: true, records: false);

    private static double[] Values(NoisyCircuit[] parts, double[] row, params double[][] effects)
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(parts[0].QubitCount, 0, parts[0].Parameters);
        foreach (NoisyStep step in parts.SelectMany(part => part.Steps)) builder.Append(step);
        DensityState state = DensityProgram.Compile(builder.Build()).Run(row);
        return [.. effects.Select(effect => effect.Zip(state.Coefficients.ToArray(), (w, r) => w * r).Sum())];
    }

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual)
    {
        for (int e = 0; e < expected.Length; e++) Assert.Equal(expected[e], actual[e], 1e-11);
    }
}
