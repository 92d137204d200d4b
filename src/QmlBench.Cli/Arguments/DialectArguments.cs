using System.CommandLine;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;

namespace QmlBench.Cli.Arguments;

/// <summary>Which language a circuit is written in, and for whom: <c>--to</c> and <c>--dialect</c>.</summary>
internal sealed class DialectArguments
{
    private static readonly string[] Words = [.. Enum.GetNames<QasmDialect>().Select(name => name.ToLowerInvariant())];
    private readonly Option<string> _to;
    private readonly Option<string> _dialect = new("--dialect")
    {
        HelpName = "loader",
        Description = "Loader the text is for; common is what Qiskit, Cirq and pytket read alike, specification the language itself.",
    };

    /// <summary>The options of a verb.</summary>
    /// <param name="usual">The dialect if none is given.</param>
    /// <param name="drawings">Words that <c>--to</c> takes beside the languages.</param>
    public DialectArguments(QasmDialect usual, params string[] drawings)
    {
        _to = new("--to")
        {
            Description = drawings.Length == 0 ? "qasm2 or qasm3." : "qasm2, qasm3, or a drawing: text (for the terminal) or svg.",
            HelpName = "form",
            DefaultValueFactory = _ => "qasm3",
        };
        _dialect.Description += $" One of {string.Join(", ", Words)}.";
        _dialect.DefaultValueFactory = _ => usual.ToString().ToLowerInvariant();
        Arguments.Words.Restrict(_to, ["qasm2", "qasm3", .. drawings]);
        Arguments.Words.Restrict(_dialect, Words);
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_to);
        command.Add(_dialect);
    }

    /// <summary>What is to be written: <c>qasm2</c>, <c>qasm3</c> or a drawing.</summary>
    public string To(ParseResult parsed) => parsed.GetRequiredValue(_to);

    /// <summary>Refuses options of texts where no text is written.</summary>
    /// <exception cref="RefusedException">There is one.</exception>
    public void RefuseBeside(ParseResult parsed, string drawing)
    {
        foreach (var option in new Option[] { _dialect, _to }.Where(option => parsed.GetResult(option) is { Implicit: false }))
        {
            if (option != _to || To(parsed) != drawing)
                throw new RefusedException($"{option.Name} is for texts, and {drawing} asks for a drawing; leave one out.");
        }
    }

    /// <summary>The text of a circuit.</summary>
    /// <exception cref="UnwritableCircuitException">The language or the loader cannot say it.</exception>
    public string Write(ParseResult parsed, Circuit circuit) => QasmWriter.Write(
        circuit,
        To(parsed) == "qasm2" ? QasmVersion.OpenQasm2 : QasmVersion.OpenQasm3,
        Enum.Parse<QasmDialect>(parsed.GetRequiredValue(_dialect), ignoreCase: true));
}
