using System.CommandLine;
using System.Globalization;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Arguments;

/// <summary>How a circuit is simulated: the method, and how precise values are where they are not exact.</summary>
internal sealed class MethodArguments
{
    // Trajectories are counted by whole numbers of 32 bits.
    private const long MostTrajectories = int.MaxValue;

    private readonly Option<string> _method = new("--method")
    {
        HelpName = "name",
        Description = "How it is simulated: auto, state-vector (no noise), exact (a density matrix), or trajectories. auto takes the first "
            + "that serves and fits, once what cannot matter is cut away.",
        DefaultValueFactory = _ => MethodNames.Auto,
    };

    private readonly LimitArguments _limits = new();
    private readonly Option<double> _precision = new("--precision")
    {
        HelpName = "error",
        Description = "Standard error that values by trajectories aim at.",
        DefaultValueFactory = _ => Limits.DefaultStandardError,
    };

    private readonly Option<long> _trajectories = new("--trajectories")
    {
        HelpName = "n",
        Description = "Most trajectories; a notice says where they do not reach the precision.",
        DefaultValueFactory = _ => Limits.DefaultMostTrajectories,
    };

    public MethodArguments() => Words.Restrict(_method, [.. MethodNames.Supported]);

    /// <summary>Adds the arguments to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _method, _precision, _trajectories })
            command.Add(option);
        _limits.AddTo(command);
    }

    /// <summary>The budget without shots: the precision where one is stated, else exact values.</summary>
    public Budget Unsampled(ParseResult parsed, Limits limits) => parsed.GetResult(_precision) is { Implicit: false }
        ? limits.PrecisionOf(Budget.ExactValue)
        : Budget.ExactValue;

    /// <summary>The limits they state.</summary>
    /// <exception cref="RefusedException">A number is out of range, or the method takes no trajectories.</exception>
    public Limits Read(ParseResult parsed)
    {
        var method = MethodNames.Parse(parsed.GetRequiredValue(_method));
        var precision = parsed.GetValue(_precision);
        if (!(precision > 0) || !double.IsFinite(precision))
            throw new RefusedException(string.Create(
                CultureInfo.InvariantCulture, $"--precision must be a standard error above 0, such as 0.01; it is {precision}."));
        var most = parsed.GetValue(_trajectories);
        if (most is < 2 or > MostTrajectories)
            throw new RefusedException($"--trajectories must be from 2 to {MostTrajectories}; it is {most}.");
        RefuseBeside(method, parsed, _trajectories, "runs none");
        RefuseBeside(method, parsed, _precision, "gives exact values");
        return _limits.Read(parsed) with { Method = method, StandardError = precision, MostTrajectories = most };
    }

    private static void RefuseBeside(MethodKind? method, ParseResult parsed, Option option, string why)
    {
        if (method is { } forced and not MethodKind.Trajectories && parsed.GetResult(option) is { Implicit: false })
            throw new RefusedException(
                $"{option.Name}: the method {MethodNames.Of(forced)} {why}; use --method trajectories or auto.");
    }
}
