using System.CommandLine;
using QmlBench.Circuits.Source;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;
using QmlBench.Devices.Yaml;

namespace QmlBench.Cli.Verbs;

/// <summary><c>import FILE... [--format F] [-o OUT]</c>: a vendor's calibration files become a device profile.</summary>
internal sealed class ImportVerb
{
    private readonly Argument<string[]> _files = new("file")
    {
        Description = "Calibration files of one device; for IBM its configuration and its properties, for Google also the specification.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _format = new("--format")
    {
        HelpName = string.Join('|', CalibrationFormats.Names),
        Description = "Whose files these are; default: what they look like.",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "file",
        Description = "File for the profile; default: stdout.",
    };

    private readonly VerbContext _context;

    private ImportVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new ImportVerb(context);
        Words.Restrict(verb._format, [.. CalibrationFormats.Names]);
        var command = new Command(
            "import", "Turns a vendor's calibration files into a device profile.") { verb._files, verb._format, verb._output };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        SourceText[] files = [.. parsed.GetRequiredValue(_files).Select(Workspace.Text)];
        var bag = new DiagnosticBag();
        Device? device = Format(parsed, files, bag) is { } format ? VendorImporter.Import(format, files, bag) : null;
        foreach (Diagnostic problem in bag.Sorted)
        {
            if (problem.Severity == Severity.Error)
                _context.Terminal.Error(problem.ToString());
            else
                _context.Terminal.Notice($"{problem.File}: {problem.Message}");
        }
        if (device is null)
            return ExitCode.Refused;
        string text = DeviceYamlWriter.Write(device);
        if (parsed.GetValue(_output) is { } path) OutputFile.Write(path, text);
        else _context.Terminal.Out.Write(text);
        return ExitCode.Done;
    }

    // Null where a file is not even JSON: its errors are in the bag then.
    private CalibrationFormat? Format(ParseResult parsed, SourceText[] files, DiagnosticBag bag)
    {
        if (parsed.GetValue(_format) is { } name)
            return CalibrationFormats.Named(name);
        CalibrationFormat?[] shown = [.. files.Select(file => CalibrationFormats.Of(file, bag))];
        if (bag.HasErrors)
            return null;
        return shown.FirstOrDefault(format => format is not null)
            ?? throw new RefusedException(
                $"{files[0].FileName}: nothing in this file shows whose it is; say --format {string.Join('|', CalibrationFormats.Names)}.");
    }
}
