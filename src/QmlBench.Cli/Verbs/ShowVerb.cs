using System.CommandLine;
using System.Globalization;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Noise;
using QmlBench.Learning.Models;

namespace QmlBench.Cli.Verbs;

/// <summary><c>show NAME</c>: a device, a suite, a model or a run; <c>--noise</c> prints what is applied for a device.</summary>
internal sealed class ShowVerb
{
    private readonly Argument<string> _name = new("name")
    {
        Description = "A device or its file, a suite file, a kind of model, a run, or latest.",
    };

    private readonly Option<bool> _noise = new("--noise") { Description = "What noise the device's figures become, gate by gate." };
    private readonly Option<string?> _gate = new("--gate") { HelpName = "name", Description = "With --noise: this gate alone." };
    private readonly Option<string?> _qubits = new("--qubits")
    {
        HelpName = "qubits",
        Description = "With --noise: sites on these device qubits alone, such as 0,1.",
    };

    private readonly NoiseArguments _physics = new();

    private readonly Option<string> _db = new("--db")
    {
        HelpName = "file",
        Description = "The results database.",
        DefaultValueFactory = _ => Workspace.DefaultDatabase,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the result as JSON." };
    private readonly DeviceViews _views = new();
    private readonly VerbContext _context;

    private ShowVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new ShowVerb(context);
        var command = new Command("show", "Shows a device, a suite, a model or a run.")
        {
            verb._name, verb._noise, verb._gate, verb._qubits, verb._db, verb._json,
        };
        foreach (var option in verb._views.Options)
            command.Add(option);
        verb._physics.AddTo(command);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        foreach (var option in (IEnumerable<Option>)[_gate, _qubits, .. _physics.All])
        {
            if (!parsed.GetValue(_noise) && parsed.GetResult(option) is { Implicit: false })
                throw new RefusedException($"{option.Name} goes with --noise; add --noise or leave it out.");
        }

        var json = parsed.GetValue(_json);
        var devices = Workspace.Devices();
        var isFile = name.EndsWith(".yaml", StringComparison.Ordinal);
        if (isFile && Workspace.Text(name) is var text && Workspace.IsDevice(text))
            return ShowDevice(parsed, DeviceYamlReader.Read(text), json);
        if (!isFile && devices.Knows(name))
            return ShowDevice(parsed, devices.Load(name, 1), json);
        if (devices.Complaint(name) is { } complaint)
            throw new RefusedException(complaint);
        if (_views.Given(parsed) is { } view)
            throw new RefusedException(NotFound($"{view.Name} is for devices, and there is no device '{name}'", devices.SuggestionFor(name)));
        if (parsed.GetValue(_noise))
            throw new RefusedException(NotFound($"There is no device '{name}'", devices.SuggestionFor(name)));
        if (isFile || File.Exists(ShippedSuite(name)))
            return SuiteOutput.Print(_context.Terminal, Workspace.ReadSuite(isFile ? name : ShippedSuite(name), null).Suite, json);
        if (ModelCatalogue.Find(name) is { } model)
            return ModelOutput.Print(_context.Terminal, model, json);
        using var store = File.Exists(parsed.GetValue(_db)) ? Workspace.Open(parsed.GetRequiredValue(_db)) : null;
        if (store?.FindRun(name) is { } run)
            return RunShow.Print(_context.Terminal, run, store, json);
        throw new RefusedException(NotFound($"'{name}' is no device, suite file, model or run", devices.SuggestionFor(name)));
    }

    private static string ShippedSuite(string name) => $"suites/{name}.yaml";

    private int ShowDevice(ParseResult parsed, Device device, bool json)
    {
        if (_views.Given(parsed) is { } view && parsed.GetValue(_noise))
            throw new RefusedException($"{view.Name} does not go with --noise; ask for one at a time.");
        if (_views.Show(parsed, _context.Terminal, Workspace.Devices(), device, json) is { } shown)
            return shown;
        if (!parsed.GetValue(_noise))
            return DeviceOutput.Print(_context.Terminal, device, json);
        var model = NoiseModel.For(device, _physics.Options(parsed));
        var gate = parsed.GetValue(_gate);
        if (gate is not null && device.Gate(gate) is null && gate is not ("reset" or "measure"))
            throw new RefusedException(
                $"{device.Name} has no gate '{gate}'; it has {string.Join(", ", device.Gates.Select(one => one.Name))}.");
        var noise = model.Describe(gate, Qubits(parsed, device));
        return NoiseOutput.Print(_context.Terminal, noise, [.. model.NoticesOf(noise.Gates)], json);
    }

    private List<int>? Qubits(ParseResult parsed, Device device)
    {
        if (parsed.GetValue(_qubits) is not { } text)
            return null;
        return
        [
            .. text.Split(',').Select(part =>
                int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var qubit) && qubit < device.QubitCount
                    ? qubit
                    : throw new RefusedException($"--qubits takes device qubits 0 to {device.QubitCount - 1}, not '{part}'.")),
        ];
    }

    private static string NotFound(string problem, string? suggestion) =>
        problem + (suggestion is null ? ". 'qmlbench list' shows what there is." : $"; did you mean '{suggestion}'?");
}
