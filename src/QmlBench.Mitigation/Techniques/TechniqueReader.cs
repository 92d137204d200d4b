using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Source;
using QmlBench.Mitigation.Readout;
using QmlBench.Mitigation.Regression;
using QmlBench.Mitigation.ZeroNoise;

namespace QmlBench.Mitigation.Techniques;

/// <summary>Reads the text of a technique: words separated by colons.</summary>
internal static class TechniqueReader
{
    /// <summary>The technique of a text.</summary>
    /// <exception cref="TechniqueSyntaxException">The text is no technique.</exception>
    public static Technique Read(string text)
    {
        var words = text.Split(':', StringSplitOptions.TrimEntries);
        return words[0] switch
        {
            "none" => Alone(words, new Technique.None()),
            "readout" => Alone(words, new Technique.OfReadout(ReadoutOptions.Default)),
            "zne" => new Technique.OfZeroNoise(ZeroNoise(text, words)),
            "cdr" => new Technique.OfRegression(Regression(text, words)),
            _ => throw Unknown("technique", words[0], TechniqueCatalogue.All.Select(entry => entry.Name)),
        };
    }

    private static Technique Alone(string[] words, Technique technique) => words.Length == 1
        ? technique
        : throw new TechniqueSyntaxException($"'{words[0]}' takes no options, but '{string.Join(':', words[1..])}' follows it.");

    private static ZeroNoiseOptions ZeroNoise(string text, string[] words)
    {
        if (words.Length > 4)
        {
            throw new TechniqueSyntaxException($"'{text}' has {words.Length} parts; write zne[:EXTRAPOLATION[:FACTORS[:FOLDING]]].");
        }

        return Valid(text, () =>
        {
            var extrapolation = words.Length > 1 ? ExtrapolationOf(words[1]) : Extrapolation.Linear;
            var factors = words.Length > 2 ? Numbers(words[2]) : ZeroNoiseOptions.UsualFactors(extrapolation);
            return new ZeroNoiseOptions(extrapolation, factors, words.Length > 3 ? FoldingOf(words[3]) : FoldMethod.Global);
        });
    }

    private static Extrapolation ExtrapolationOf(string word)
    {
        if (word.StartsWith("poly", StringComparison.Ordinal)
            && int.TryParse(word.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var degree))
        {
            return Extrapolation.Polynomial(degree);
        }

        return word switch
        {
            "linear" => Extrapolation.Linear,
            "richardson" => Extrapolation.Richardson,
            _ => throw Unknown("extrapolation", word, ["linear", "richardson", "poly2", "poly3"]),
        };
    }

    private static FoldMethod FoldingOf(string word) => word switch
    {
        "global" => FoldMethod.Global,
        "local" => FoldMethod.Local,
        "two-qubit" => FoldMethod.TwoQubit,
        _ => throw Unknown("folding", word, ["global", "local", "two-qubit"]),
    };

    private static RegressionOptions Regression(string text, string[] words)
    {
        if (words.Length > 2)
        {
            throw new TechniqueSyntaxException($"'{text}' has {words.Length} parts; write cdr[:circuits=N,fraction=F].");
        }

        var (circuits, fraction) = (RegressionOptions.Default.Circuits, RegressionOptions.Default.Fraction);
        foreach (var option in words.Length > 1 ? words[1].Split(',', StringSplitOptions.TrimEntries) : [])
        {
            var (name, value) = Option(option);
            switch (name)
            {
                case "circuits":
                    circuits = Whole(name, value);
                    break;
                case "fraction":
                    fraction = Number(value);
                    break;
                default:
                    throw Unknown("option of cdr", name, ["circuits", "fraction"]);
            }
        }

        return Valid(text, () => new RegressionOptions(circuits, fraction));
    }

    private static (string Name, string Value) Option(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new TechniqueSyntaxException($"'{text}' is no option; write NAME=VALUE, such as circuits=10.");
    }

    private static ImmutableArray<double> Numbers(string list) => [.. list.Split(',', StringSplitOptions.TrimEntries).Select(Number)];

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new TechniqueSyntaxException($"'{text}' is no number.");

    private static int Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new TechniqueSyntaxException($"'{name}' takes a whole number, not '{text}'.");

    private static T Valid<T>(string text, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            // The framework appends the name of the argument on a line of its own, which says nothing to a user.
            throw new TechniqueSyntaxException($"'{text}': {problem.Message.Split(" (Parameter", 2)[0]}", problem);
        }
    }

    private static TechniqueSyntaxException Unknown(string kind, string word, IEnumerable<string> known)
    {
        string[] names = [.. known];
        var meant = Suggestion.Nearest(word, names) is { } near ? $"; did you mean '{near}'?" : string.Empty;
        return new($"Unknown {kind} '{word}'; known are {string.Join(", ", names)}{meant}");
    }
}
