using System.CommandLine;
using System.Text.Json.Nodes;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Devices;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Cli.Verbs;

/// <summary>The views of a device that <c>show</c> offers beside its figures: history, differences, drawings.</summary>
internal sealed class DeviceViews
{
    private readonly Option<bool> _history = new("--history") { Description = "All snapshots of the device: T1, T2 and errors over time, and how they drift." };
    private readonly Option<string?> _diff = new("--diff") { HelpName = "device", Description = "What moved from this device to another, usually a later snapshot." };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "file.svg",
        Description = "Draws the device's map, or with --history its figures over time, into an SVG file.",
    };

    /// <summary>The options, for the verb.</summary>
    public IEnumerable<Option> Options => [_history, _diff, _output];

    /// <summary>The option that goes with a device alone, should one be given.</summary>
    public Option? Given(ParseResult parsed) => Options.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>Shows the view that is asked for; null if none is.</summary>
    public int? Show(ParseResult parsed, Terminal terminal, DeviceLibrary library, Device device, bool json)
    {
        var (history, diff, output) = (parsed.GetValue(_history), parsed.GetValue(_diff), parsed.GetValue(_output));
        if (diff is not null && (history || output is not null))
            throw new RefusedException("--diff prints a table of its own; leave out --history and -o.");
        if (diff is not null)
            return DiffOutput.Print(terminal, new DeviceDiff(device, Workspace.Device(diff, device.QubitCount)), json);
        if (history)
            return History(terminal, library, device, output, json);
        if (output is null)
            return null;
        OutputFile.Extension(output, ".svg");
        return Write(terminal, output, DeviceMap.Draw(device), json);
    }

    private static int History(Terminal terminal, DeviceLibrary library, Device device, string? output, bool json)
    {
        if (output is not null)
            OutputFile.Extension(output, ".svg");
        if (device.Snapshot is null)
            throw new RefusedException($"{device.Name} has no date, so it has no history; name a machine with dated snapshots, such as ibm_hanoi.");
        var names = library.SnapshotsOf(device.Machine);
        var history = names.Contains(device.Name) ? library.HistoryOf(names) : new DeviceHistory([device]);
        if (output is not null)
            return Write(terminal, output, HistoryChart.Draw(history), json);
        var enough = library.Machines.Any(machine => library.SnapshotsOf(machine).Length >= DriftModel.LeastSnapshots);
        return HistoryOutput.Print(terminal, history, enough ? library.Drift : null, json);
    }

    private static int Write(Terminal terminal, string path, string svg, bool json)
    {
        OutputFile.Write(path, svg);
        if (json)
            JsonOutput.Write(terminal.Out, new JsonObject { ["drawing"] = path });
        else
            terminal.Out.WriteLine(path);
        return ExitCode.Done;
    }
}
