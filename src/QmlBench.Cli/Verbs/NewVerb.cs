using System.CommandLine;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Devices;
using QmlBench.Devices.Schemas;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Vocabulary;
using QmlBench.Suites.Yaml;

namespace QmlBench.Cli.Verbs;

/// <summary><c>new device [FROM] [-o FILE]</c>: a first file to edit. <c>new schema [FORMAT] [-o FILE]</c>: what an editor checks it by.</summary>
internal sealed class NewVerb
{
    private const string UsualDevice = "template:line";
    private const string Device = "device", Schema = "schema";
    private static readonly string[] Kinds = [Device, Schema];

    private static readonly Dictionary<string, Func<SchemaDocument>> Formats = new(StringComparer.Ordinal)
    {
        [Device] = () => DeviceSchema.Document,
        ["suite"] = () => SuiteSchema.Of(SuiteVocabulary.Of(Workspace.Devices())),
    };

    private readonly Argument<string> _what = new("what") { HelpName = "what", Description = $"What to make: {string.Join(", ", Kinds)}." };
    private readonly Argument<string?> _from = new("from")
    {
        Description = "What to start from: a template such as template:grid:rows=3,columns=4 ('list templates' shows all), a drifted device such as "
            + $"drift:ibm_manila:days=7,seed=1, or any device to copy; default: {UsualDevice}. "
            + $"Of a schema: the files it is for, {string.Join(" or ", Formats.Keys)}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "file",
        Description = "File to write (.yaml, or .json for a schema), whose name becomes the device's; default: stdout.",
    };

    private readonly VerbContext _context;

    private NewVerb(VerbContext context)
    {
        _context = context;
        _what.CompletionSources.Add(Kinds);
    }

    public static Command Create(VerbContext context)
    {
        var verb = new NewVerb(context);
        var command = new Command(
            "new", "Writes a first device file to edit, or the schema by which editors check one.") { verb._what, verb._from, verb._output };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var what = parsed.GetRequiredValue(_what);
        if (!Kinds.Contains(what))
            throw new RefusedException(Words.Unknown("new", what, Kinds));
        var path = parsed.GetValue(_output);
        var ending = what == Schema ? ".json" : ".yaml";
        if (path is not null && File.Exists(path))
            throw new RefusedException($"{path} exists; name another file or remove it first.");
        if (path is not null && !path.EndsWith(ending, StringComparison.Ordinal))
            throw new RefusedException($"{path}: a {what} file ends in {ending}.");
        var from = parsed.GetValue(_from);
        var text = what == Schema ? SchemaOf(from ?? Device) : DeviceFile(from ?? UsualDevice, path);
        if (path is not null) OutputFile.Write(path, text);
        else _context.Terminal.Out.Write(text);
        return ExitCode.Done;
    }

    private static string SchemaOf(string format) => Formats.TryGetValue(format, out var schema)
        ? schema().Write()
        : throw new RefusedException(Words.Unknown("format of files", format, Formats.Keys));

    private static string DeviceFile(string from, string? path)
    {
        var device = Named(Workspace.Device(from, 1), path is null ? null : Path.GetFileNameWithoutExtension(path));
        var comment = $"# Made from {from}. Change what you like, then: qmlbench check {path ?? "FILE"}\n";
        return $"{SchemaLine(path)}{comment}{DeviceYamlWriter.Write(device)}";
    }

    // Editors look for the schema beside the file; a line that names none would be a complaint in every one of them.
    private static string SchemaLine(string? path) =>
        path is not null && File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, DeviceSchema.FileName))
            ? $"# yaml-language-server: $schema={DeviceSchema.FileName}\n"
            : "";

    // A copy is a device of its own: it joins no history, and its figures were chosen, not measured.
    private static Device Named(Device device, string? name)
    {
        if (device.IsIdeal)
            throw new RefusedException("The ideal device is built in and has no file; name a template or a profile.");
        var own = name ?? (device.Kind == DeviceKind.Template ? device.Name : $"my_{device.Name}");
        var text = device.Kind == DeviceKind.Template
            ? device.Source.Text
            : string.Join(". ", new[] { $"copy of {device.Name}", device.Source.Text }.OfType<string>());
        return device with { Name = own, Machine = own, Kind = DeviceKind.Template, Source = device.Source with { Text = text } };
    }
}
