using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>Every noise model of mitigation-mitiq.json, written down as a device file and run through the product.</summary>
public sealed class MitiqNoiseTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<string> Ids => SharedData.Exists("vectors", "mitigation-mitiq.json")
        ? [.. Records().Where(r => r.TryGetProperty("noise", out _) && r.TryGetProperty("raw", out _)).Select(Id)]
        : [string.Empty];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_raw_value_agrees(string id)
    {
        JsonElement record = Find(id);
        Assert.Equal(record.GetProperty("raw").GetDouble(), Value(record, circuit => circuit), Tolerance);
    }

    // Odd scales fold the whole circuit (s − 1)/2 times, whatever the order of moments.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_folded_globally_at_odd_scales_agree(string id)
    {
        JsonElement record = Find(id);
        if (!record.TryGetProperty("zne", out JsonElement sets))
            return;
        JsonElement odd = sets.EnumerateArray().First(s => s.GetProperty("fold").GetString() == "fold_global" && s.GetProperty("scales")[2].GetDouble() == 5);
        for (int i = 0; i < 3; i++)
        {
            int folds = i;
            double value = Value(record, circuit => Folded(circuit, folds));
            Assert.Equal(odd.GetProperty("values")[i].GetDouble(), value, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_amplified_in_strength_agree(string id)
    {
        JsonElement record = Find(id);
        if (!record.TryGetProperty("amplified", out JsonElement amplified))
            return;
        for (int i = 0; i < amplified.GetProperty("scales").GetArrayLength(); i++)
            Assert.Equal(
                amplified.GetProperty("values")[i].GetDouble(),
                Value(record, circuit => circuit, amplified.GetProperty("scales")[i].GetDouble()), Tolerance);
    }

    [Fact]
    public void Twirled_two_qubit_gates_have_the_pauli_fidelities_of_the_records()
    {
        Skip();
        foreach (JsonElement record in Records().Where(r => r.GetProperty("group").GetString() == "pt-average"))
        {
            string gate = record.GetProperty("gate").GetString() == "CNOT" ? "cx" : "cz";
            Device device = MitiqDevice.Of(record.GetProperty("noise"), 2);
            var channel = NoiseModel.For(device, NoiseOptions.Default).Gate(gate, 0, 1)!.ToChannel();
            string[] labels = [.. record.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!)];
            for (int i = 0; i < labels.Length; i++)
            {
                int index = (int)PauliString.Parse(new string([.. labels[i].Reverse()])).ToIndex();
                Assert.Equal(record.GetProperty("pauli_fidelities")[i].GetDouble(), channel[index, index], Tolerance);
            }
        }
    }

    private static double Value(JsonElement record, Func<Circuit, Circuit> change, double strength = 1)
    {
        int qubits = record.GetProperty("n").GetInt32();
        Device device = MitiqDevice.Of(record.GetProperty("noise"), qubits);
        bool moments = record.GetProperty("noise").TryGetProperty("moment_rz", out _);
        Circuit circuit = change(QasmReader.ReadOrThrow(new SourceText("record.qasm", record.GetProperty("qasm").GetString()!)));
        int[] places = [.. Enumerable.Range(0, qubits)];
        NativeCircuit native = NativeCircuit.AsWritten(circuit.MapQubits(places, qubits, physical: true), Target.For(device), allowDeadSites: true);
        native = native with { InitialLayout = [.. places], FinalLayout = [.. places] };
        var observable = new ObservableSet([Sum(record.GetProperty("observable"), qubits)]);
        IProgram program = new Emulator(device, NoiseOptions.Default).Adopt(
            native, new Request(observable, Asked.None, Budget.ExactValue, Limits.Default),
            moments ? new ScheduleOptions(ScheduleMode.Asap, []) : ScheduleOptions.None, CancellationToken.None);
        if (strength != 1)
            program = program.Find<INoiseScaling>()!.Amplify(strength, ScalingRule.Strength);
        var rows = new RowTable(program.Columns, default, 1);
        return program.Estimate(rows, observable, Budget.ExactValue, new RowStreams(StreamKey.Root(1, "test")), CancellationToken.None).Values.Span[0];
    }

    private static Circuit Folded(Circuit circuit, int folds)
    {
        int[] places = [.. Enumerable.Range(0, circuit.QubitCount)];
        var builder = new CircuitBuilder(circuit.QubitCount).Append(circuit, places);
        for (int fold = 0; fold < folds; fold++)
            builder = builder.Append(circuit.Inverse(), places).Append(circuit, places);
        return builder.Build();
    }

    // Their strings have qubit 0 first.
    private static Observable Sum(JsonElement terms, int qubits) => terms.EnumerateObject()
        .Select(term => term.Value.GetDouble() * Observable.Parse(new string([.. term.Name.Reverse()]), qubits))
        .Aggregate((sum, term) => sum + term);

    private static string Id(JsonElement record) => record.GetProperty("id").GetString()!;

    private static JsonElement Find(string id)
    {
        Skip();
        return Records().Single(record => Id(record) == id);
    }

    private static void Skip()
    {
        if (!SharedData.Exists("vectors", "mitigation-mitiq.json"))
            Assert.Skip("There is no vectors/mitigation-mitiq.json.");
    }

    private static List<JsonElement> Records()
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", "mitigation-mitiq.json"));
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(v => v.Clone())];
    }
}
