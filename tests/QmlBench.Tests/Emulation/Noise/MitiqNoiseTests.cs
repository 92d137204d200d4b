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

    [Fact]
    public void Values_folded_gate_by_gate_agree()
    {
        Skip();
        foreach (JsonElement record in Records().Where(r => r.GetProperty("group").GetString() == "random-fold"))
        {
            foreach (string prefix in new[] { "", "cx_only_" })
            {
                int[] mask = [.. record.GetProperty(prefix + "mask").EnumerateArray().Select(m => m.GetInt32())];
                // Above scale 3 every gate is folded once before the mask says which are folded once more.
                int all = (record.GetProperty(prefix + "gates").GetInt32() - mask.Length - (2 * mask.Sum())) / (2 * mask.Length);
                if (record.GetProperty(prefix + "value") is { ValueKind: JsonValueKind.Number } value)
                    Assert.Equal(value.GetDouble(), Value(Named(record), c => FoldedInPlace(c, (gate, _) => all + mask[gate])), Tolerance);
            }
        }
    }

    [Fact]
    public void Values_folded_layer_by_layer_agree()
    {
        Skip();
        foreach (JsonElement record in Records().Where(r => r.GetProperty("group").GetString() == "layer-fold"))
        {
            int[] folds = [.. record.GetProperty("folds_per_moment").EnumerateArray().Select(m => m.GetInt32())];
            Assert.Equal(
                record.GetProperty("value").GetDouble(), Value(Named(record), c => FoldedInPlace(c, (_, moment) => folds[moment])), Tolerance);
        }
    }

    [Fact]
    public void Values_of_adaptive_amplification_agree()
    {
        Skip();
        foreach (JsonElement record in Records().Where(r => r.GetProperty("group").GetString() == "adaptive" && r.TryGetProperty("scales", out _)))
        {
            double[] scales = Numbers(record, "scales"), values = Numbers(record, "values");
            for (int i = 0; i < scales.Length; i++) Assert.Equal(values[i], Value(Named(record), c => c, scales[i]), Tolerance);
        }
    }

    [Fact]
    public void Values_of_the_other_peer_agree_at_odd_scales()
    {
        Skip();
        foreach (JsonElement record in Records().Where(r => r.GetProperty("group").GetString() == "pennylane"))
        {
            foreach (JsonElement set in record.GetProperty("sets").EnumerateArray())
            {
                double[] scales = Numbers(set, "scales"), values = Numbers(set, "values");
                foreach (int i in Enumerable.Range(0, scales.Length).Where(i => scales[i] % 2 == 1))
                    Assert.Equal(values[i], Value(Named(record), c => Folded(c, (int)scales[i] / 2)), Tolerance);
            }
        }
    }

    // These records have no circuit: counts, and what the inverse of the readout makes of them.
    [Fact]
    public void Readout_errors_of_records_with_counts_are_those_of_the_device()
    {
        Skip();
        foreach (JsonElement record in Records().Where(r => r.GetProperty("group").GetString() is "m3" or "rem-counts"))
        {
            int qubits = record.GetProperty("n").GetInt32();
            NoiseModel model = NoiseModel.For(MitiqDevice.Of(record, qubits), NoiseOptions.Default);
            double[] p0 = Numbers(record, "p0"), p1 = Numbers(record, "p1");
            for (int q = 0; q < qubits; q++) Assert.Equal((p0[q], p1[q]), (model.Readout(q).OneGivenZero, model.Readout(q).ZeroGivenOne));
            if (record.GetProperty("group").GetString() != "rem-counts") continue;
            double[] quasi = Numbers(record, "quasi");
            JsonElement counts = record.GetProperty("counts");
            double shots = counts.EnumerateObject().Sum(count => count.Value.GetDouble());
            for (int recorded = 0; recorded < quasi.Length; recorded++)
            {
                // Qubit 0 is the first letter, the most significant bit.
                int Bit(int outcome, int q) => (outcome >> (qubits - 1 - q)) & 1;
                double sum = Enumerable.Range(0, quasi.Length).Sum(actual => quasi[actual] * Enumerable.Range(0, qubits)
                    .Aggregate(1.0, (product, q) => product * model.Readout(q).Probability(Bit(actual, q), Bit(recorded, q))));
                double seen = counts.TryGetProperty(Convert.ToString(recorded, 2).PadLeft(qubits, '0'), out JsonElement count) ? count.GetDouble() : 0;
                Assert.Equal(seen / shots, sum, 1e-9);
            }
        }
    }

    // A record about a circuit of another: that one's circuit, its own noise and, where it has one, its own observable.
    private static (JsonElement Circuit, JsonElement Noise) Named(JsonElement record)
    {
        JsonElement circuit = Find(record.GetProperty("circuit").GetString()!);
        if (record.TryGetProperty("observable", out JsonElement observable))
            Assert.Equal(circuit.GetProperty("observable").GetRawText(), observable.GetRawText());
        return (circuit, record.GetProperty("noise"));
    }

    private static double[] Numbers(JsonElement record, string key) => [.. record.GetProperty(key).EnumerateArray().Select(n => n.GetDouble())];

    private static double Value(JsonElement record, Func<Circuit, Circuit> change, double strength = 1) =>
        Value((record, record.GetProperty("noise")), change, strength);

    private static double Value((JsonElement Circuit, JsonElement Noise) asked, Func<Circuit, Circuit> change, double strength = 1)
    {
        (JsonElement record, JsonElement noise) = asked;
        int qubits = record.GetProperty("n").GetInt32();
        Device device = MitiqDevice.Of(noise, qubits);
        bool moments = noise.TryGetProperty("moment_rz", out _);
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

    // Folds of each gate by its number in moment order and its moment, all packed as early as possible.
    private static Circuit FoldedInPlace(Circuit circuit, Func<int, int, int> folds)
    {
        var free = new int[circuit.QubitCount];
        var moments = new int[circuit.Count];
        for (int i = 0; i < circuit.Count; i++)
        {
            int[] qubits = [.. circuit[i].Qubits];
            moments[i] = qubits.Max(q => free[q]);
            foreach (int q in qubits) free[q] = moments[i] + 1;
        }

        int[] order = [.. Enumerable.Range(0, circuit.Count).OrderBy(i => moments[i])];
        var builder = new CircuitBuilder(circuit.QubitCount);
        foreach ((int number, int i) in order.Index())
        {
            Circuit gate = new CircuitBuilder(circuit.QubitCount).Add(circuit[i].Gate, circuit[i].Angles, circuit[i].Qubits).Build();
            int[] places = [.. Enumerable.Range(0, circuit.QubitCount)];
            builder = builder.Append(gate, places);
            for (int fold = 0; fold < folds(number, moments[i]); fold++)
                builder = builder.Append(gate.Inverse(), places).Append(gate, places);
        }

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
