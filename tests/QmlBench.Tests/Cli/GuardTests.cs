using QmlBench.Cli;

namespace QmlBench.Tests.Cli;

public sealed class GuardTests
{
    [Theory]
    [InlineData("Bug in QmlBench: a step was lost.")]
    [InlineData("a step was lost.")]
    public void AFaultIsCalledABugOnce(string message)
    {
        using StringWriter error = new();
        int code = Guard.Run(new(TextWriter.Null, error, false), () => throw new InvalidOperationException(message), "Nothing is kept.",
            CancellationToken.None);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("Bug in QmlBench: a step was lost.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bug in QmlBench: Bug", error.ToString(), StringComparison.Ordinal);
    }
}
