using System.CommandLine;
using System.CommandLine.Parsing;
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
        return options.Count > 0 ? options : parsed.Errors.Select(Message);
    }

    // The framework speaks of types of the language this program is written in.
    private static string Message(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Option: { } option } result || result.Tokens.Count != 1)
            return error.Message;
        var word = result.Tokens[0].Value;
        return (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) switch
        {
            var type when type == typeof(ulong) => $"{option.Name} takes a whole number of at least 0, not '{word}'.",
            var type when type == typeof(int) || type == typeof(long) => $"{option.Name} takes a whole number, not '{word}'.",
            var type when type == typeof(double) => $"{option.Name} takes a number, not '{word}'.",
            _ => error.Message,
        };
    }

    private static string Unknown(string kind, string word, string[] known)
    {
        var nearest = Suggestion.Nearest(word, known);
        return $"There is no {kind} '{word}'" + (nearest is null
            ? $"; there are {string.Join(", ", known)}." : $"; did you mean '{nearest}'?");
    }

    private static string[] Options(Command command) =>
        [.. command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name))];
}
