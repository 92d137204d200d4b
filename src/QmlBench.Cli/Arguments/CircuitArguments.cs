using System.CommandLine;
using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Arguments;

/// <summary>The circuit, the device and how one is compiled for the other: what <c>simulate</c>, <c>transpile</c> and <c>mitigate</c>
/// share.</summary>
internal sealed class CircuitArguments
{
    private readonly Argument<string> _circuit = new("circuit") { Description = "OpenQASM 2 or 3 file." };
    private readonly Option<string> _device = new("--device", "-d")
    {
        HelpName = "name",
        Description = "The device: NAME (newest snapshot), NAME@DATE, ideal, template:KIND:..., drift:NAME:days=N, or a YAML file.",
        Required = true,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        HelpName = "n",
        Description = "Seed of routing and shots.",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<int> _effort = new("--effort")
    {
        HelpName = "0-3",
        Description = "Effort of the compiler: 0 translates only, 3 searches longest.",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<string?> _layout = new("--layout")
    {
        HelpName = "qubits",
        Description = "Device qubit of each qubit of the circuit, such as 3,1,4; default: the compiler's choice.",
    };

    private readonly Option<string> _schedule = new("--schedule")
    {
        HelpName = "mode",
        Description = "When gates run: alap (as late as possible), asap (as soon as possible), or none: no idle time at all.",
        DefaultValueFactory = _ => "alap",
    };

    private readonly Option<string> _bind = new("--bind")
    {
        HelpName = "mode",
        Description = "How parameters enter the compiled circuit: template, through angles of rz alone, so that gradients agree; "
            + "refuse, one-qubit runs fused anew for every row of values.",
        DefaultValueFactory = _ => CompileWords.Bindings[0],
    };

    private readonly Option<string> _objective = new("--objective")
    {
        HelpName = "aim",
        Description = "What the compiler chooses by: fidelity (predicted by the noise model), two-qubit (fewest such gates) or depth.",
        DefaultValueFactory = _ => CompileWords.Objectives[0],
    };

    public CircuitArguments()
    {
        Words.Restrict(_schedule, "alap", "asap", "none");
        Words.Restrict(_bind, [.. CompileWords.Bindings]);
        Words.Restrict(_objective, [.. CompileWords.Objectives]);
    }

    /// <summary>The argument that names the circuit.</summary>
    public Argument<string> File => _circuit;

    /// <summary>The seed.</summary>
    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>The effort.</summary>
    public int Effort(ParseResult parsed) => parsed.GetValue(_effort);

    /// <summary>Adds the arguments to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_circuit);
        foreach (var option in new Option[] { _device, _seed, _effort, _layout, _schedule, _bind, _objective })
            command.Add(option);
    }

    /// <summary>Reads the circuit.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Is told the warnings.</param>
    /// <exception cref="RefusedException">It has errors, or it is on <c>$k</c> and a layout or a schedule is asked for.</exception>
    public Circuit ReadCircuit(ParseResult parsed, Terminal terminal)
    {
        var circuit = CircuitFile.Read(parsed.GetRequiredValue(_circuit), QasmOptions.Default, terminal);
        if (!circuit.IsPhysical)
            return circuit;
        RefuseForPhysical(parsed);
        if (parsed.GetResult(_effort) is { Implicit: false } && Effort(parsed) > 0)
            terminal.Notice($"--effort {Effort(parsed)} has no effect: a circuit on $k runs as written.");
        return circuit;
    }

    /// <summary>Loads the device; <c>ideal</c> is as large as the circuit.</summary>
    /// <exception cref="SourceException">The profile has errors.</exception>
    public Device ReadDevice(ParseResult parsed, Circuit circuit)
    {
        var name = parsed.GetRequiredValue(_device);
        return name.EndsWith(".yaml", StringComparison.Ordinal)
            ? DeviceYamlReader.Read(Workspace.Text(name))
            : Workspace.Device(name, Math.Max(1, circuit.QubitCount));
    }

    /// <summary>How the circuit is compiled.</summary>
    /// <exception cref="RefusedException">An option is not sound or comes later.</exception>
    public CompileOptions Options(ParseResult parsed)
    {
        var effort = Effort(parsed);
        if (!Transpiler.SupportedEfforts.Contains(effort))
            throw new RefusedException(
                $"--effort {effort} is not supported; the efforts are {string.Join(", ", Transpiler.SupportedEfforts)}.");
        var mode = Enum.Parse<ScheduleMode>(parsed.GetRequiredValue(_schedule), ignoreCase: true);
        return new(effort, StreamKey.Root(Seed(parsed), "routing"), Layout(parsed), new(mode, []))
        {
            Binding = CompileWords.BindingOf(parsed.GetRequiredValue(_bind)),
            Objective = CompileWords.ObjectiveOf(parsed.GetRequiredValue(_objective)),
        };
    }

    /// <summary>
    /// The circuit as the device runs it. One on <c>$k</c> runs as written, gates included that the vendor marks out of order: their
    /// figures are simulated, and a notice says so.
    /// </summary>
    public static IProgram Compile(
        Emulator emulator, Device device, Circuit circuit, Request request, CompileOptions options, CancellationToken cancel)
    {
        if (!circuit.IsPhysical)
            return emulator.Compile(circuit, request, options, cancel);
        Emulator.RefuseNativeMeasurement(options);
        var native = NativeCircuit.AsWritten(circuit, Target.For(device), allowDeadSites: true);
        return emulator.Adopt(native, request, ScheduleOptions.None, cancel);
    }

    // What only the compiler can follow is refused: a circuit on $k is compiled already.
    private void RefuseForPhysical(ParseResult parsed)
    {
        if (parsed.GetValue(_layout) is not null)
            throw new RefusedException(
                "--layout: a circuit on $k names its device qubits itself; leave the option out, or name virtual qubits.");
        RefuseChoice(parsed, _bind);
        RefuseChoice(parsed, _objective);
        if (parsed.GetResult(_schedule) is { Implicit: false } && parsed.GetRequiredValue(_schedule) is not "none" and var mode)
            throw new RefusedException($"--schedule {mode}: a circuit on $k is its own schedule and no delay is added; leave the "
                + $"option out, or name virtual qubits.");
    }

    private static void RefuseChoice(ParseResult parsed, Option<string> option)
    {
        if (parsed.GetResult(option) is { Implicit: false })
            throw new RefusedException($"{option.Name} {parsed.GetRequiredValue(option)}: a circuit on $k is compiled already and runs as "
                + "written; leave the option out, or name virtual qubits.");
    }

    /// <summary>Number of logical qubits: of a circuit on <c>$k</c>, those it touches.</summary>
    public static int LogicalQubits(Circuit circuit, Device device) => circuit.IsPhysical
        ? NativeCircuit.AsWritten(circuit, Target.For(device), allowDeadSites: true).InitialLayout.Length
        : circuit.QubitCount;

    /// <summary>Observables as given, one or none.</summary>
    public static ObservableSet? Observables(IReadOnlyList<string> texts, int qubits) =>
        texts.Count == 0 ? null : new([.. texts.Select(text => Parse(text, qubits))]);

    private static Observable Parse(string text, int qubits)
    {
        try
        {
            return Observable.Parse(text, qubits);
        }
        catch (FormatException problem)
        {
            throw new RefusedException(problem.Message);
        }
    }

    private System.Collections.Immutable.ImmutableArray<int>? Layout(ParseResult parsed)
    {
        if (parsed.GetValue(_layout) is not { } text)
            return null;
        var parts = text.Split(',');
        return parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))]
            : throw new RefusedException($"--layout takes device qubits such as 3,1,4, not '{text}'.");
    }
}
