using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation;

/// <summary>One record of the shared circuit vectors, with everything needed to run it as written.</summary>
internal sealed record CircuitVector(JsonElement Record, string DeviceName, Device Device, Target Target,
    Dictionary<string, Emulator> Emulators)
{
    public static readonly string[] DeviceNames =
        ["ibm_manila_2024-05-27", "ibm_guadalupe_2021-04-20", "ibm_brisbane_2025-02-26", "ibm_fez_2025-02-26"];

    public string Name => Record.GetProperty("name").GetString()!;

    public int[] Qubits => [.. Record.GetProperty("qubits").EnumerateArray().Select(q => q.GetInt32())];

    public string[] Semantics => [.. Record.GetProperty("semantics").EnumerateArray().Select(s => s.GetString()!)];

    /// <summary>The records of one set on one device.</summary>
    public static IEnumerable<CircuitVector> Read(string device, string set)
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", "aer", $"circuits-{device}.json"));
        Device profile = CalibrationDevices.Import($"{device}.json");
        var target = Target.For(profile);
        var emulators = new Dictionary<string, Emulator>();
        foreach (JsonElement record in document.RootElement.GetProperty("records").EnumerateArray())
            if (record.GetProperty("set").GetString() == set)
                yield return new(record.Clone(), device, profile, target, emulators);
    }

    /// <summary>The text as written, circuit qubit i on device qubit <see cref="Qubits"/>[i].</summary>
    public NativeCircuit Native()
    {
        string path = Record.GetProperty("circuit").GetString()!;
        Circuit logical = QasmReader.ReadOrThrow(new SourceText(path, SharedData.Text("vectors", "aer", path)));
        Circuit physical = logical.MapQubits(Qubits, Device.QubitCount, physical: true);
        NativeCircuit written = NativeCircuit.AsWritten(physical, Target, allowDeadSites: true);
        return written with { InitialLayout = [.. Qubits], FinalLayout = [.. Qubits] };
    }

    public Emulator Emulator(string semantics, bool withReadout)
    {
        JsonElement flags = Record.GetProperty("flags");
        NoiseSources sources = NoiseSources.All;
        if (!flags.GetProperty("gate_error").GetBoolean()) sources &= ~NoiseSources.Gate;
        if (!flags.GetProperty("thermal_relaxation").GetBoolean()) sources &= ~(NoiseSources.Relaxation | NoiseSources.Idle);
        if (!withReadout || !flags.GetProperty("readout_error").GetBoolean()) sources &= ~NoiseSources.Readout;
        double temperature = flags.GetProperty("temperature_mk").GetDouble();
        string key = $"{semantics} {sources} {temperature}";
        if (!Emulators.TryGetValue(key, out Emulator? emulator))
        {
            emulator = new(Device, new NoiseOptions { Semantics = semantics, Sources = sources, TemperatureMillikelvin = temperature });
            Emulators.Add(key, emulator);
        }

        return emulator;
    }

    public IProgram Program(string semantics, bool withReadout, Asked asked, ObservableSet? observables = null) =>
        Emulator(semantics, withReadout).Adopt(Native(), new Request(observables, asked, Budget.ExactValue, Limits.Default),
            ScheduleOptions.None, CancellationToken.None);

    /// <summary>The text on device qubits, through the compiler, which leaves it as written.</summary>
    public IProgram Compiled(string semantics)
    {
        string path = Record.GetProperty("circuit_physical").GetString()!;
        Circuit physical = QasmReader.ReadOrThrow(new SourceText(path, SharedData.Text("vectors", "aer", path)));
        var request = new Request(null, Asked.Bitstrings, Budget.ExactValue, Limits.Default);
        return Emulator(semantics, withReadout: true).Compile(physical, request, CompileOptions.Default(1), CancellationToken.None);
    }

    /// <summary>The observables of a property whose names are Pauli strings.</summary>
    public ObservableSet Observables(string property) =>
        new([.. Record.GetProperty(property).EnumerateObject().Select(entry => Observable.Parse(entry.Name, Qubits.Length))]);

    /// <summary>The row of parameters of this record.</summary>
    public RowTable Row(IProgram program)
    {
        double[] values = [.. program.Columns.Names.Select(name => Record.GetProperty("parameters").GetProperty(name).GetDouble())];
        return new(program.Columns, values, 1);
    }
}
