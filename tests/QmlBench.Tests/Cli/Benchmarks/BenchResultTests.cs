using System.Collections.Immutable;
using QmlBench.Cli.Benchmarks;
using QmlBench.Cli.Output;
using QmlBench.Cli.Verbs;

namespace QmlBench.Tests.Cli.Benchmarks;

public class BenchResultTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0, 1.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5, 1.0)]
    [InlineData(new[] { 7.0 }, 7.0, 7.0)]
    public void The_median_is_in_the_middle(double[] seconds, double median, double least) =>
        Assert.Equal(new Timing(median, least, seconds.Length), Timing.Of(seconds));

    [Fact]
    public void A_check_holds_within_its_tolerance_and_never_for_NaN()
    {
        Assert.True(new BenchCheck("x", 1.0, 1.5, 0.5).Holds);
        Assert.False(new BenchCheck("x", 1.0, 1.5, 0.49).Holds);
        Assert.False(new BenchCheck("x", double.NaN, 1.5, 0.5).Holds);
        Assert.Equal(0.5, BenchCheck.Deviation("x", [1.0, 2.0, 3.0], [1.0, 2.5, 2.75], 0.0).Found);
        Assert.False(BenchCheck.Deviation("x", [1.0, double.NaN], [1.0, 2.0], 1.0).Holds);
    }

    [Theory]
    [InlineData(1.0, 0, "")]
    [InlineData(1.1, 1, "error: Another value than expected: ⟨Z₀⟩: 1.1, expected 1 within 0.01.\n")]
    public void Another_value_ends_with_exit_code_1(double found, int exit, string message)
    {
        ImmutableArray<BenchCheck> checks = [new("⟨Z₀⟩", found, 1.0, 0.01)];
        var result = new BenchResult("W1", 4, 10, 1, new(0.1, 0.1, 5), null, found, 4096, 20.0, 80.0, 50.0, checks) { FirstSeconds = 0.2 };
        StringWriter output = new(), error = new();
        Assert.Equal(exit, BenchVerb.Report(new Terminal(output, error, errorIsTerminal: false), result, json: false));
        Assert.Equal(message, error.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(exit == 1, output.ToString().Contains("DIFFERS", StringComparison.Ordinal));
    }
}
