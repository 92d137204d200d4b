using System.Text.Json.Nodes;
using QmlBench.Cli;
using QmlBench.Cli.Output;

namespace QmlBench.AcceptanceTests;

/// <summary>Runs the program inside the test process, as its entry point does, with outputs that are not terminals.</summary>
internal static class CommandLine
{
    public static Result Run(params string[] args) => Run(args, new StringWriter(), CancellationToken.None);

    /// <summary>Runs with a token in place of Ctrl-C and a writer that sees progress as it is written.</summary>
    public static Result Run(string[] args, StringWriter error, CancellationToken cancel)
    {
        var output = new StringWriter();
        var exit = Program.Run(args, new Terminal(output, error, errorIsTerminal: false), cancel);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>Exit code and both streams.</summary>
    public sealed record Result(int Exit, string Out, string Err)
    {
        /// <summary>The result as JSON, once the exit code is the one expected.</summary>
        public JsonNode Json(int exit = 0)
        {
            Assert.True(Exit == exit, $"exit code {Exit}, not {exit}; stderr:\n{Err}");
            return JsonNode.Parse(Out)!;
        }

        /// <summary>A refusal: exit code 2, nothing on stdout, a message fit for a user.</summary>
        public string Refused()
        {
            Assert.True(Exit == 2, $"exit code {Exit}, not 2; stdout:\n{Out}\nstderr:\n{Err}");
            Assert.Empty(Out);
            Assert.StartsWith("error: ", Err, StringComparison.Ordinal);
            Assert.DoesNotContain("   at QmlBench", Err, StringComparison.Ordinal);
            Assert.DoesNotContain("Bug in QmlBench", Err, StringComparison.Ordinal);
            Assert.DoesNotContain("(Parameter '", Err, StringComparison.Ordinal);
            return Err.ReplaceLineEndings("\n");
        }
    }
}
