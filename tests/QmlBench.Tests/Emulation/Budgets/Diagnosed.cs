using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation.Budgets;

/// <summary>A compiled circuit with its budget.</summary>
internal sealed record Diagnosed(Emulator Emulator, Circuit Circuit, IProgram Program, RowTable Row, NoiseBudget Budget)
{
    private static readonly Limits Unlimited = new(int.MaxValue, long.MaxValue);

    public static Request Ask(ObservableSet? observables) => new(observables, Asked.None, QmlBench.Emulation.Waist.Budget.ExactValue, Unlimited);

    public static Diagnosed Of(
        Circuit circuit, string device, NoiseOptions? noise = null, ObservableSet? observables = null, Limits? limits = null, int effort = 1)
    {
        var emulator = new Emulator(ShippedDevices.Load(device), noise ?? NoiseOptions.Default);
        IProgram program = emulator.Compile(circuit, Ask(observables), CompileOptions.Default(3) with { Effort = effort }, CancellationToken.None);
        var row = RowTable.Single(program.Columns.Share(program.Columns.Names.ToDictionary(name => name, name => 0.3 + (name[0] / 100.0))));
        NoiseBudget budget = program.Find<INoiseBudget>()!
            .Diagnose(row, observables, limits ?? Limits.Default, TestContext.Current.CancellationToken);
        return new(emulator, circuit, program, row, budget);
    }

    /// <summary>Entangling circuits with rotations, some with a parameter, in no pattern.</summary>
    public static Circuit Random(int seed, int qubits, int gates)
    {
        RandomStream random = StreamKey.Root((ulong)seed, "diagnosed").Open();
        CircuitBuilder builder = Circuit.Builder(qubits);
        for (int i = 0; i < gates; i++)
        {
            int one = random.NextInt(qubits), other = (one + 1 + random.NextInt(qubits - 1)) % qubits;
            if (random.NextInt(2) == 0) builder.CX(one, other);
            else if (i == 4) builder.RZ(builder.Parameter("a"), one);
            else builder.RX(6.0 * random.NextDouble(), one).RZ(random.NextDouble(), other);
        }

        return builder.Build();
    }
}
