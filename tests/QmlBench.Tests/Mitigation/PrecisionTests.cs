using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Mitigation;

/// <summary>Techniques under a budget by precision: exact values as they are, else the standard error that was asked.</summary>
public class PrecisionTests
{
    private const double Error = 0.02;
    private static readonly ObservableSet Observables = new(Observable.Parse("ZZZ", 3), Observable.Parse("0.5*IXI + ZII", 3));
    private static readonly Limits Forced = Limits.Default with { Method = MethodKind.Trajectories };

    [Theory]
    [InlineData("zne")]
    [InlineData("zne:linear:1,3")]
    [InlineData("readout")]
    [InlineData("readout+zne")]
    [InlineData("cdr")]
    public void Exact_values_stay_what_they_are(string pipeline)
    {
        Estimates exact = Run(pipeline, Budget.ExactValue, Limits.Default);
        Estimates found = Run(pipeline, new Budget.Precision(Error, 1000), Limits.Default);
        Assert.Equal(exact.Values.ToArray(), found.Values.ToArray());
        Assert.Equal(exact.Covariance.ToArray(), found.Covariance.ToArray());
    }

    [Theory]
    [InlineData("zne:richardson:1,3,5")]
    [InlineData("zne:linear:1,3")]
    [InlineData("readout")]
    [InlineData("readout+zne:linear:1,3")]
    public void Trajectories_reach_what_was_asked_of_the_mitigated_value(string pipeline)
    {
        Estimates exact = Run(pipeline, Budget.ExactValue, Limits.Default);
        Estimates found = Run(pipeline, new Budget.Precision(Error, 100_000), Forced);
        for (int k = 0; k < Observables.Count; k++)
        {
            double own = Math.Sqrt(found.Variance(0, k));
            Assert.InRange(own, 1e-6, 1.0001 * Error);
            Assert.InRange((found.Value(0, k) - exact.Value(0, k)) / found.StandardError(0, k), -5, 5);
        }
    }

    [Fact]
    public void A_fit_that_misses_the_precision_says_so()
    {
        Estimates found = Run("cdr", new Budget.Precision(0.05, 100), Forced);
        bool missed = Enumerable.Range(0, Observables.Count).Any(k => found.StandardError(0, k) > 0.05);
        Assert.Equal(missed, found.Notices.Any(notice => notice is { Source: "cdr" }
            && notice.Text.StartsWith("The standard error 0.05 was asked of the circuits", StringComparison.Ordinal)));
    }

    private static Estimates Run(string pipeline, Budget budget, Limits limits)
    {
        CircuitBuilder builder = Circuit.Builder(3);
        builder.RY(0.4, 0).RX(0.9, 1).CX(0, 1).RZ(0.3, 1).CX(1, 2).RY(1.1, 2);
        IProgram program = Pipeline.Wrap(Devices.Manila(), pipeline.Split('+')).Compile(
            builder.Build(), new(Observables, Asked.None, budget, limits), CompileOptions.Default(4), CancellationToken.None);
        return program.Estimate(
            RowTable.Single(program.Columns), Observables, budget, new RowStreams(StreamKey.Root(3, "precision")), CancellationToken.None);
    }
}
