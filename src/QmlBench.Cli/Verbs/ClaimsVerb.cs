using System.CommandLine;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;

namespace QmlBench.Cli.Verbs;

/// <summary><c>claims</c>: every claim that was ever judged, its verdict, and since when.</summary>
internal sealed class ClaimsVerb
{
    private readonly Option<bool> _history = new("--history") { Description = "Prints every change of a verdict, not only the last." };
    private readonly Option<string> _db = new("--db")
    {
        HelpName = "file",
        Description = "The results database.",
        DefaultValueFactory = _ => Workspace.DefaultDatabase,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the claims as JSON." };
    private readonly VerbContext _context;

    private ClaimsVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new ClaimsVerb(context);
        var command = new Command("claims", "Prints every claim with its verdict, since when; exits 1 if one is not the expected one.")
        {
            verb._history, verb._db, verb._json,
        };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using var store = Workspace.OpenExisting(parsed.GetRequiredValue(_db));
        return ClaimsOutput.Print(_context.Terminal, store.VerdictHistory(), parsed.GetValue(_history), parsed.GetValue(_json));
    }
}
