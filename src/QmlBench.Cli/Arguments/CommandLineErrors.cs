using System.CommandLine;
using QmlBench.Circuits.Source;

namespace QmlBench.Cli.Arguments;

/// <summary>What is wrong with a command line, with the verb or option that was probably meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>One message a problem.</summary>
    /// <param name="parsed">A command line with errors.</param>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens;
        if (command is RootCommand && unknown.Count > 0)
            return [Unknown("verb", unknown[0], [.. command.Subcommands.Select(verb => verb.Name)])];
        var options = unknown.Where(token => token.StartsWith('-')).Select(token => Unknown("option", token, Options(command))).ToList();
        // A word after an unknown option is its value, most likely; to complain about it as well would lead nowhere.
        return options.Count > 0 ? options : parsed.Errors.Select(error => error.Message);
    }

    private static string Unknown(string kind, string word, string[] known)
    {
        var nearest = Suggestion.Nearest(word, known);
        return $"There is no {kind} '{word}'" + (nearest is null ? $"; there are {string.Join(", ", known)}." : $"; did you mean '{nearest}'?");
    }

    private static string[] Options(Command command) =>
        [.. command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name))];
}
