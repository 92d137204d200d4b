using System.CommandLine;
using System.Globalization;
using QmlBench.Circuits.Source;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Arguments;

/// <summary>Values of the circuit's parameters: <c>--param name=value</c>.</summary>
internal sealed class ParameterArguments
{
    private readonly Option<string[]> _param = new("--param")
    {
        HelpName = "name=value",
        Description = "Value of a parameter: theta=0.5 or theta=pi/2. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the option to a verb.</summary>
    public void AddTo(Command command) => command.Add(_param);

    /// <summary>One row with the values given.</summary>
    /// <exception cref="RefusedException">A parameter is unknown, missing, given twice or no number.</exception>
    public RowTable Row(ParseResult parsed, Columns columns)
    {
        var values = Values(parsed, columns.Names);
        var missing = columns.Names.Where(name => !values.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? RowTable.Single(columns.Share(values))
            : throw new RefusedException(
                $"The circuit's parameters {string.Join(", ", missing)} have no value; give --param {missing[0]}=VALUE.");
    }

    /// <summary>The values given, by name.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="names">The circuit's parameters.</param>
    /// <exception cref="RefusedException">A parameter is unknown, given twice or no number.</exception>
    public Dictionary<string, double> Values(ParseResult parsed, IReadOnlyList<string> names)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_param) ?? [])
        {
            var parts = text.Split('=', 2);
            if (parts.Length != 2 || Number(parts[1]) is not { } value)
                throw new RefusedException($"--param takes name=number, not '{text}'.");
            if (!names.Contains(parts[0]))
                throw new RefusedException(Unknown(parts[0], names));
            if (!values.TryAdd(parts[0], value))
                throw new RefusedException($"--param {parts[0]} is given twice.");
        }

        return values;
    }

    private static string Unknown(string name, IReadOnlyList<string> names)
    {
        var nearest = Suggestion.Nearest(name, names);
        return names.Count == 0
            ? $"--param {name}: the circuit has no parameters."
            : $"--param {name}: the circuit has {string.Join(", ", names)}" + (nearest is null ? "." : $"; did you mean '{nearest}'?");
    }

    // A number, or a multiple or fraction of pi.
    private static double? Number(string text)
    {
        var parts = text.Split('/', 2);
        var numerator = Factor(parts[0]);
        var denominator = parts.Length == 2 ? Factor(parts[1]) : 1.0;
        return numerator / denominator is { } value && double.IsFinite(value) ? value : null;
    }

    private static double? Factor(string text)
    {
        var product = 1.0;
        foreach (var part in text.Split('*'))
        {
            var body = part.Trim();
            if (body is "pi" or "-pi")
                product *= body == "pi" ? Math.PI : -Math.PI;
            else if (double.TryParse(body, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                product *= value;
            else
                return null;
        }

        return product;
    }
}
