using System.CommandLine;
using QmlBench.Circuits.Source;

namespace QmlBench.Cli.Arguments;

/// <summary>Options and arguments that take one word of a list.</summary>
internal static class Words
{
    /// <summary>Refuses other words, naming those there are.</summary>
    public static void Restrict(Option option, params string[] words)
    {
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value)))
                result.AddError(Unknown(option.Name, token.Value, words));
        });
        option.CompletionSources.Add(words);
    }

    /// <summary>What is wrong with a word, and which one was probably meant.</summary>
    public static string Unknown(string place, string word, IReadOnlyCollection<string> words)
    {
        var nearest = Suggestion.Nearest(word, words);
        return $"{place} takes {string.Join(", ", words)}, not '{word}'." + (nearest is null
            ? string.Empty : $" Did you mean '{nearest}'?");
    }
}
