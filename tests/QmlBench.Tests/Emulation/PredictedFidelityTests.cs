using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation;

public sealed class PredictedFidelityTests
{
    private static readonly Circuit Bell = Circuit.Builder(2).H(0).CX(0, 1).Build();

    // The Bell state's projector is (II + XX − YY + ZZ)/4.
    private static readonly ObservableSet Projector = new(Observable.Parse("0.25*II + 0.25*XX - 0.25*YY + 0.25*ZZ", 2));

    private static (double Predicted, double Exact) Fidelity(Emulator emulator)
    {
        var request = new Request(Projector, Asked.None, Budget.ExactValue, Limits.Default);
        var program = emulator.Compile(Bell, request, CompileOptions.Default(0), TestContext.Current.CancellationToken);
        var exact = program.Estimate(RowTable.Single(program.Columns), Projector, Budget.ExactValue, default, TestContext.Current.CancellationToken);
        return (program.Find<INoiseDescription>()!.Describe().PredictedFidelity, exact.Value(0, 0));
    }

    [Fact]
    public void IsOneWithoutNoise()
    {
        var (predicted, exact) = Fidelity(Emulator.Ideal);
        Assert.Equal(1.0, predicted, 1e-12);
        Assert.Equal(1.0, exact, 1e-12);
    }

    // A process fidelity counts every Pauli error; a Bell state survives those that stabilise it, so it can only fare better.
    [Theory]
    [InlineData("ibm_manila_2024-05-27")]
    [InlineData("ibm_hanoi_2024-05-27")]
    [InlineData("ibm_fez_2025-02-26")]
    public void IsALowerBoundOfTheRightSizeUnderDepolarizing(string device)
    {
        var (predicted, exact) = Fidelity(new(ShippedDevices.Load(device), new NoiseOptions { Sources = NoiseSources.Gate }));
        Assert.InRange(predicted, 0.9, 0.9999);
        Assert.InRange(exact, predicted, 1 - (0.5 * (1 - predicted)));
    }
}
