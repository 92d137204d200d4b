using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>The words for choices of <see cref="CompileOptions"/> on the command line and in suites.</summary>
public static class CompileWords
{
    private static readonly (string Word, Objective Value)[] _objectives =
    [
        ("fidelity", Objective.Fidelity), ("two-qubit", Objective.TwoQubit), ("depth", Objective.Depth),
    ];

    private static readonly (string Word, Binding Value)[] _bindings = [("template", Binding.Template), ("refuse", Binding.Refuse)];

    /// <summary>Words of <see cref="Objective"/>; the default first.</summary>
    public static ImmutableArray<string> Objectives { get; } = [.. _objectives.Select(entry => entry.Word)];

    /// <summary>Words of <see cref="Binding"/>; the default first.</summary>
    public static ImmutableArray<string> Bindings { get; } = [.. _bindings.Select(entry => entry.Word)];

    /// <summary>The objective of a word.</summary>
    /// <exception cref="ArgumentException">It is not one of <see cref="Objectives"/>.</exception>
    public static Objective ObjectiveOf(string word) => Find(_objectives, word, "objective");

    /// <summary>The binding of a word.</summary>
    /// <exception cref="ArgumentException">It is not one of <see cref="Bindings"/>.</exception>
    public static Binding BindingOf(string word) => Find(_bindings, word, "binding");

    /// <summary>The word of a binding.</summary>
    public static string WordOf(Binding binding) => Array.Find(_bindings, entry => entry.Value == binding).Word;

    private static T Find<T>((string Word, T Value)[] entries, string word, string what)
    {
        foreach (var entry in entries)
        {
            if (entry.Word == word)
            {
                return entry.Value;
            }
        }

        throw new ArgumentException(
            $"'{word}' is no {what}; there are {string.Join(", ", entries.Select(entry => entry.Word))}.", nameof(word));
    }
}
