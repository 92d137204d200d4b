using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Emulation;
using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation.Budgets;

public sealed class RemappingSearchTests
{
    private static readonly Circuit Ghz = Circuit.Builder(3, 3).H(0).CX(0, 1).CX(1, 2).MeasureAll().Build();

    [Fact]
    public void A_bad_place_is_left_for_one_that_simulates_better()
    {
        var emulator = new Emulator(ShippedDevices.Load("ibm_guadalupe_2021-04-20"), NoiseOptions.Default);
        CompileOptions bad = CompileOptions.Default(0) with { Layout = [0, 2, 4] };
        (Remapping present, ImmutableArray<Remapping> better) = Search(emulator, Ghz, bad);
        Assert.Equal([0, 2, 4], present.Layout);
        Assert.Equal(3, better.Length);
        Assert.Equal(better.OrderByDescending(one => one.Score), better);
        Assert.Equal(3, better.Select(one => string.Join(',', one.Layout)).Distinct().Count());
        Assert.All(better, one =>
        {
            Assert.True(one.Score > present.Score);
            Assert.True(one.Fidelity > present.Fidelity);
            // What is promised is what compiling to that layout gives.
            IProgram program = emulator.Compile(Ghz, Diagnosed.Ask(null), bad with { Layout = one.Layout }, CancellationToken.None);
            double? fidelity = program.Find<INoiseBudget>()!
                .Fidelity(RowTable.Single(program.Columns), Limits.Default, CancellationToken.None);
            Assert.Equal(one.Fidelity!.Value, fidelity!.Value, 1e-12);
        });
        Assert.Equal(better.Select(one => one.Score), Search(emulator, Ghz, bad).Better.Select(one => one.Score));
    }

    [Fact]
    public void A_circuit_on_device_qubits_is_moved_as_it_is()
    {
        var emulator = new Emulator(ShippedDevices.Load("ibm_manila_2024-05-27"), NoiseOptions.Default);
        Circuit written = new CircuitBuilder(2).Physical().SX(0).CX(0, 1).Build();
        (Remapping present, ImmutableArray<Remapping> better) = Search(emulator, written, CompileOptions.Default(0));
        Assert.NotEmpty(better);
        Assert.All(better, one =>
        {
            Assert.Equal(1, one.TwoQubitGates);
            Assert.True(emulator.Noise.Device.Coupling.Joins(one.Layout[0], one.Layout[1]));
            Assert.True(one.Score > present.Score);
        });
    }

    private static (Remapping Present, ImmutableArray<Remapping> Better) Search(Emulator emulator, Circuit circuit, CompileOptions options)
    {
        IProgram program = emulator.Compile(circuit, Diagnosed.Ask(null), options, CancellationToken.None);
        RowTable row = RowTable.Single(program.Columns);
        NoiseBudget budget = program.Find<INoiseBudget>()!.Diagnose(row, null, Limits.Default, CancellationToken.None);
        return new RemappingSearch(emulator, circuit, Diagnosed.Ask(null), options, TestContext.Current.CancellationToken)
            .Best(program, budget, row, Limits.Default, 3);
    }
}
