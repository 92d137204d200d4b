using System.Text.Json;
using System.Text.Json.Nodes;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Emulation.Noise;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>Every gate of the shared device vectors (made with Qiskit Aer 0.18.2 and iqm-client 36.0.0), entry by entry.</summary>
public class DeviceVectorTests
{
    public static TheoryData<string> AerFiles => ["manila-2024-05-27", "guadalupe-2021-04-20", "brisbane-2025-02-26", "cairo-2024-04-10"];

    [Theory]
    [MemberData(nameof(AerFiles))]
    public void Gates_have_the_channels_of_aer(string name)
    {
        JsonElement file = Read($"device-{name}.json");
        foreach (JsonElement record in Records(file))
            foreach (string path in Paths(record))
                CheckGate(Model(file, record, path), record, Tolerance(file, record));
    }

    [Theory]
    [MemberData(nameof(AerFiles))]
    public void Readout_is_that_of_aer(string name)
    {
        JsonElement file = Read($"device-{name}.json");
        Device device = CalibrationDevices.Import(file.GetProperty("calibration").GetString()!);
        foreach (JsonElement record in file.GetProperty("readout").EnumerateArray())
        {
            string path = record.GetProperty("path").GetString()!;
            string semantics = path == "target" ? NoiseSemantics.AerTarget : NoiseSemantics.AerProperties;
            int qubit = record.GetProperty("qubit").GetInt32();
            var model = NoiseModel.For(device, new NoiseOptions { Semantics = semantics });
            CheckReadout(model, qubit, record.GetProperty("matrix"));
        }
    }

    [Theory]
    [MemberData(nameof(AerFiles))]
    public void Gates_without_error_are_virtual_or_identities(string name)
    {
        JsonElement file = Read($"device-{name}.json");
        var model = NoiseModel.For(CalibrationDevices.Import(file.GetProperty("calibration").GetString()!), NoiseOptions.Default);
        foreach (JsonElement record in file.GetProperty("without_error").EnumerateArray())
            Assert.True(model.Gate(record.GetProperty("gate").GetString()!, Qubits(record)) is null or { IsIdentity: true });
    }

    [Theory]
    [MemberData(nameof(AerFiles))]
    public void Populations_are_those_of_aer(string name)
    {
        JsonElement file = Read($"device-{name}.json");
        Device device = CalibrationDevices.Import(file.GetProperty("calibration").GetString()!);
        foreach (JsonElement record in file.GetProperty("excited_population").EnumerateArray())
        {
            double temperature = record.GetProperty("temperature_mk").GetDouble();
            var model = NoiseModel.For(device, new NoiseOptions { TemperatureMillikelvin = temperature });
            Assert.Equal(record.GetProperty("p1").GetDouble(), model.Idle(record.GetProperty("qubit").GetInt32(), 1e-6).Population, 1e-12);
        }
    }

    [Fact]
    public void Garnet_has_the_channels_of_iqm()
    {
        JsonElement file = Read("device-iqm-garnet.json");
        var model = NoiseModel.For(
            CalibrationDevices.Import(file.GetProperty("calibration").GetString()!), new NoiseOptions { Semantics = NoiseSemantics.Iqm });
        foreach (JsonElement record in file.GetProperty("gates").EnumerateArray())
        {
            SiteNoise noise = model.Gate(record.GetProperty("gate").GetString()!, Qubits(record))!;
            ChannelAssert.Equal(record.GetProperty("ptm"), noise.ToChannel(), 1e-12);
            Assert.Equal(record.GetProperty("depolarizing_lambda").GetDouble(), noise.Lambda, 1e-12);
            Assert.Equal(record.GetProperty("total_infidelity").GetDouble(), noise.TotalInfidelity, 1e-12);
        }

        foreach (JsonElement record in file.GetProperty("readout").EnumerateArray())
            CheckReadout(model, record.GetProperty("qubit").GetInt32(), record.GetProperty("matrix"));
    }

    // IQM's parameters are λ: switching relaxation off does not change them.
    [Fact]
    public void Garnet_keeps_its_lambda_without_relaxation()
    {
        JsonElement file = Read("device-iqm-garnet.json");
        var model = NoiseModel.For(
            CalibrationDevices.Import(file.GetProperty("calibration").GetString()!), new NoiseOptions { Sources = NoiseSources.Gate });
        foreach (JsonElement record in file.GetProperty("gates").EnumerateArray())
        {
            SiteNoise noise = model.Gate(record.GetProperty("gate").GetString()!, Qubits(record))!;
            Assert.Equal(record.GetProperty("depolarizing_lambda").GetDouble(), noise.Lambda, 1e-12);
            Assert.All(noise.Relaxations, relaxation => Assert.True(relaxation.IsIdentity));
        }
    }

    [Theory]
    [MemberData(nameof(AerFiles))]
    public void The_same_instructions_are_noisy(string name)
    {
        JsonElement file = Read($"device-{name}.json");
        Device device = CalibrationDevices.Import(file.GetProperty("calibration").GetString()!);
        foreach (JsonProperty path in file.GetProperty("noise_model").EnumerateObject())
        {
            string semantics = path.Name == "target" ? NoiseSemantics.AerTarget : NoiseSemantics.AerProperties;
            NoiseDescription described = NoiseModel.For(device, new NoiseOptions { Semantics = semantics }).Describe();
            var noisy = new SortedSet<string>(described.Gates.Where(g => !g.IsIdentity).Select(g => g.Gate), StringComparer.Ordinal);
            if (described.Readout.Any(r => r.Confusion.RecordedZ != (1, 0))) noisy.Add("measure");
            Assert.Equal(path.Value.GetProperty("noisy_instructions").EnumerateArray().Select(n => n.GetString()!), noisy);
        }
    }

    [Fact]
    public void Garnet_relaxes_the_other_qubit_as_iqm_does()
    {
        JsonElement file = Read("device-iqm-garnet.json");
        Device device = CalibrationDevices.Import(file.GetProperty("calibration").GetString()!);
        var model = NoiseModel.For(device, new NoiseOptions { Semantics = NoiseSemantics.Iqm });
        foreach (JsonElement probe in file.GetProperty("probe").EnumerateArray())
        {
            int[] pair = [.. probe.GetProperty("pair").EnumerateArray().Select(label => Find(device, label.GetString()!))];
            int excited = Array.IndexOf(pair, Find(device, probe.GetProperty("excited").GetString()!));
            PauliTransferMatrix noise = model.Gate("cz", pair)!.ToChannel();
            NoisyCircuitBuilder builder = NoisyCircuit.Builder(2).Gate(StandardGates.X, [excited]);
            for (int gate = 0; gate < probe.GetProperty("gates").GetInt32(); gate++)
                builder.Gate(StandardGates.CZ, [0, 1]).Channel(noise, [0, 1]);
            DensityState state = DensityProgram.Compile(builder.Build()).Run([]);
            double population = (1 - state.Expectation(PauliString.Single(excited, 'Z'))) / 2;
            Assert.Equal(probe.GetProperty("population_of_1").GetDouble(), population, 1e-12);
        }
    }

    [Fact]
    public void Every_row_of_manila_is_described()
    {
        JsonElement file = Read("device-manila-2024-05-27.json");
        var model = NoiseModel.For(CalibrationDevices.Import(file.GetProperty("calibration").GetString()!), NoiseOptions.Default);
        NoiseDescription described = model.Describe();
        string[] expected = [.. file.GetProperty("gates").EnumerateArray().Select(Key).Order(StringComparer.Ordinal)];
        string[] found = [.. described.Gates.Select(g => $"{g.Gate} {string.Join(",", g.Qubits)}").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, found);
        Assert.Equal([0, 1, 2, 3, 4], described.Readout.Select(r => r.Qubit));
    }

    private static int Find(Device device, string label) => device.Qubits.ToList().FindIndex(qubit => qubit.Label == label);

    private static string Key(JsonElement record) => $"{record.GetProperty("gate").GetString()} {string.Join(",", Qubits(record))}";

    private static void CheckGate(NoiseModel model, JsonElement record, double tolerance)
    {
        string gate = record.GetProperty("gate").GetString()!;
        int[] qubits = Qubits(record);
        SiteNoise noise = gate == "reset" ? model.Reset(qubits[0]) : model.Gate(gate, qubits)!;
        PauliTransferMatrix channel = noise.ToChannel();
        ChannelAssert.Equal(record.GetProperty("ptm"), channel, tolerance);
        Assert.Equal(record.GetProperty("depolarizing_lambda").GetDouble(), noise.Lambda, tolerance);
        Assert.Equal(record.GetProperty("total_infidelity").GetDouble(), noise.TotalInfidelity, tolerance);
        Assert.Equal(1 - channel.AverageGateFidelity, noise.TotalInfidelity, 1e-12);
        Assert.Equal(Number(record, "reported_error"), noise.ReportedError);
        AssertClose(Number(record, "relaxation_infidelity"), noise.RelaxationInfidelity, tolerance);
        AssertClose(Number(record, "duration"), noise.DurationSeconds, 1e-18);
    }

    private static void AssertClose(double? expected, double? found, double tolerance)
    {
        Assert.Equal(expected is null, found is null);
        Assert.Equal(expected ?? 0, found ?? 0, tolerance);
    }

    private static void CheckReadout(NoiseModel model, int qubit, JsonElement matrix)
    {
        for (int actual = 0; actual < 2; actual++)
            for (int recorded = 0; recorded < 2; recorded++)
                Assert.Equal(matrix[actual][recorded].GetDouble(), model.Readout(qubit).Probability(actual, recorded), 1e-12);
    }

    private static NoiseModel Model(JsonElement file, JsonElement record, string path)
    {
        var sources = NoiseSources.All;
        double temperature = 0;
        Action<JsonObject> change = _ => { };
        if (record.TryGetProperty("flags", out JsonElement flags))
        {
            if (IsOff(flags, "thermal_relaxation")) sources &= ~(NoiseSources.Relaxation | NoiseSources.Idle);
            if (IsOff(flags, "gate_error")) sources &= ~NoiseSources.Gate;
            if (flags.TryGetProperty("temperature", out JsonElement millikelvin)) temperature = millikelvin.GetDouble();
            if (flags.TryGetProperty("gate_lengths_ns", out JsonElement lengths)) change = calibration => SetLengths(calibration, lengths);
        }

        Device device = CalibrationDevices.Import(file.GetProperty("calibration").GetString()!, change);
        return NoiseModel.For(device, new NoiseOptions
        {
            Semantics = path == "target" ? NoiseSemantics.AerTarget : NoiseSemantics.AerProperties,
            Sources = sources,
            TemperatureMillikelvin = temperature,
        });
    }

    private static void SetLengths(JsonObject calibration, JsonElement lengths)
    {
        foreach (JsonElement length in lengths.EnumerateArray())
        {
            int[] qubits = [.. length[1].EnumerateArray().Select(q => q.GetInt32())];
            CalibrationDevices.SetGate(calibration, length[0].GetString()!, qubits, "duration", length[2].GetDouble() * 1e-9);
        }
    }

    private static bool IsOff(JsonElement flags, string name) => flags.TryGetProperty(name, out JsonElement flag) && !flag.GetBoolean();

    private static double Tolerance(JsonElement file, JsonElement record) =>
        record.TryGetProperty("tolerance", out JsonElement own) ? own.GetDouble() : Math.Min(1e-12,
            file.GetProperty("tolerance").GetDouble());

    private static IEnumerable<JsonElement> Records(JsonElement file) =>
        file.GetProperty("gates").EnumerateArray().Concat(file.GetProperty("variants").EnumerateArray());

    private static IEnumerable<string> Paths(JsonElement record) => record.GetProperty("paths").EnumerateArray().Select(p =>
        p.GetString()!);

    private static int[] Qubits(JsonElement record) => [.. record.GetProperty("qubits").EnumerateArray().Select(q => q.GetInt32())];

    private static double? Number(JsonElement record, string name) =>
        record.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", "aer", file));
        return document.RootElement.Clone();
    }
}
