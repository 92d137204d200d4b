using System.Text.Json;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;

namespace QmlBench.Tests.Simulation.Channels;

/// Channels of Qiskit Aer, PennyLane and Braket as those programs computed them.
public class ChannelVectorTests
{
    [Fact]
    public void Aer_channels_agree()
    {
        using JsonDocument document = Open("vectors/aer/channels.json");
        foreach (JsonElement record in document.RootElement.GetProperty("channels").EnumerateArray())
        {
            string name = record.GetProperty("name").GetString()!;
            PauliTransferMatrix map = Aer(record.GetProperty("constructor").GetString()!, record.GetProperty("arguments"));
            double tolerance = record.TryGetProperty("tolerance", out JsonElement own) ? own.GetDouble() : 1e-12;
            AssertMatrix(record.GetProperty("ptm"), map, tolerance, name);
            Assert.Equal(record.GetProperty("average_gate_fidelity").GetDouble(), map.AverageGateFidelity, tolerance);
            Assert.Equal(record.GetProperty("process_fidelity").GetDouble(), map.ProcessFidelity, tolerance);
            ChoiMatrix choi = ChoiMatrix.Of(map);
            choi.ThrowIfNotChannel(name, 1e-11);
            if (!record.TryGetProperty("choi", out JsonElement expected)) continue;
            for (int r = 0; r < choi.Dimension; r++)
            {
                for (int c = 0; c < choi.Dimension; c++)
                {
                    Assert.Equal(expected[r][c][0].GetDouble(), choi[r, c].Real, tolerance);
                    Assert.Equal(expected[r][c][1].GetDouble(), choi[r, c].Imaginary, tolerance);
                }
            }
        }
    }

    [Fact]
    public void What_Aer_refuses_is_refused()
    {
        using JsonDocument document = Open("vectors/aer/channels.json");
        foreach (JsonElement record in document.RootElement.GetProperty("refused").EnumerateArray())
            Assert.ThrowsAny<ArgumentException>(() => Aer(record.GetProperty("constructor").GetString()!, record.GetProperty("arguments")));
    }

    [Fact]
    public void Excited_populations_agree()
    {
        using JsonDocument document = Open("vectors/aer/channels.json");
        foreach (JsonElement record in document.RootElement.GetProperty("excited_population").EnumerateArray())
        {
            double population = StandardChannels.ExcitedPopulation(
                Number(record.GetProperty("frequency_hz")), Number(record.GetProperty("temperature_mk")));
            Assert.Equal(record.GetProperty("p1").GetDouble(), population, 1e-12);
        }
    }

    [Fact]
    public void PennyLane_channels_agree()
    {
        using JsonDocument document = Open("vectors/learning/channels_pennylane.json");
        foreach (JsonElement record in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            double[] a = [.. record.GetProperty("arguments").EnumerateArray().Select(Number)];
            PauliTransferMatrix map = record.GetProperty("channel").GetString() switch
            {
                "DepolarizingChannel" => StandardChannels.Depolarizing(4.0 * a[0] / 3.0, 1),
                "AmplitudeDamping" => StandardChannels.AmplitudeDamping(a[0]),
                "PhaseDamping" => StandardChannels.PhaseDamping(a[0]),
                "GeneralizedAmplitudeDamping" => StandardChannels.GeneralizedAmplitudeDamping(a[0], a[1]),
                "PhaseFlip" => StandardChannels.PhaseFlip(a[0]),
                "BitFlip" => StandardChannels.BitFlip(a[0]),
                "ResetError" => StandardChannels.Reset(a[0], a[1]),
                "ThermalRelaxationError" => StandardChannels.ThermalRelaxation(a[1], a[2], a[3], a[0]),
                string other => throw new InvalidDataException(other),
                null => throw new InvalidDataException(),
            };
            AssertMatrix(record.GetProperty("ptm"), map, 1e-12, record.GetProperty("id").GetString()!);
        }
    }

    [Fact]
    public void Braket_channels_agree()
    {
        using JsonDocument document = Open("vectors/learning/channels_braket.json");
        foreach (JsonElement record in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            JsonElement a = record.GetProperty("arguments");
            double P(string name) => a.GetProperty(name).GetDouble();
            PauliTransferMatrix map = record.GetProperty("channel").GetString() switch
            {
                "Depolarizing" => StandardChannels.Depolarizing(4.0 * P("probability") / 3.0, 1),
                "AmplitudeDamping" => StandardChannels.AmplitudeDamping(P("gamma")),
                "PhaseDamping" => StandardChannels.PhaseDamping(P("gamma")),
                "GeneralizedAmplitudeDamping" => StandardChannels.GeneralizedAmplitudeDamping(P("gamma"), 1.0 - P("probability")),
                "PhaseFlip" => StandardChannels.PhaseFlip(P("probability")),
                "BitFlip" => StandardChannels.BitFlip(P("probability")),
                "PauliChannel" => StandardChannels.Pauli(1, [(1, P("probX")), (2, P("probY")), (3, P("probZ"))]),
                "TwoQubitDepolarizing" => StandardChannels.Depolarizing(16.0 * P("probability") / 15.0, 2),
                "TwoQubitDephasing" =>
                    StandardChannels.Pauli(2, [(3, P("probability") / 3.0), (12, P("probability") / 3.0), (15, P("probability") / 3.0)]),
                "TwoQubitPauliChannel" => StandardChannels.Pauli(
                    2, [.. a.GetProperty("probabilities").EnumerateObject().Select(p => (FirstLetterLow(p.Name), p.Value.GetDouble()))]),
                string other => throw new InvalidDataException(other),
                null => throw new InvalidDataException(),
            };
            AssertBraket(record.GetProperty(map.QubitCount == 1 ? "ptm" : "ptm_diagonal"), map, record.GetProperty("id").GetString()!);
        }
    }

    // One qubit: the matrix. Two: the diagonal, first letter the slower index.
    private static void AssertBraket(JsonElement expected, PauliTransferMatrix map, string name)
    {
        if (map.QubitCount == 1)
        {
            AssertMatrix(expected, map, 1e-12, name);
            return;
        }

        for (int i = 0; i < 16; i++)
        {
            int own = ((i & 3) << 2) | (i >> 2);
            double value = map[own, own];
            Assert.True(Math.Abs(expected[i].GetDouble() - value) < 1e-12, $"{name} {i}: {expected[i]} {value}");
        }
    }

    private static PauliTransferMatrix Aer(string constructor, JsonElement a)
    {
        double P(string name) => Number(a.GetProperty(name));
        PauliTransferMatrix Operand(string name) => Aer(a.GetProperty(name)[0].GetString()!, a.GetProperty(name)[1]);
        return constructor switch
        {
            "thermal_relaxation" => StandardChannels.ThermalRelaxation(P("t1"), P("t2"), P("time"), P("p1")),
            "depolarizing" => StandardChannels.Depolarizing(P("lambda"), (int)P("n")),
            "amplitude_damping" => StandardChannels.PhaseAmplitudeDamping(P("gamma"), 0.0, P("p1")),
            "phase_damping" => StandardChannels.PhaseDamping(P("gamma")),
            "phase_amplitude_damping" => StandardChannels.PhaseAmplitudeDamping(P("gamma_amplitude"), P("gamma_phase"), P("p1")),
            "reset" => StandardChannels.Reset(P("p0"), P("p1")),
            "pauli" => Pauli(a.GetProperty("terms")),
            "coherent_unitary" => StandardChannels.CoherentUnitary(Unitary(a.GetProperty("gate").GetString()!, P("angle"))),
            "mixed_unitary" => PauliTransferMatrix.Mixture(
                [.. a.GetProperty("terms").EnumerateArray(
                    ).Select(t => (t[2].GetDouble(), StandardChannels.CoherentUnitary(Unitary(t[0].GetString()!, t[1].GetDouble()))))]),
            "compose" => Operand("first").Then(Operand("second")),
            "expand" => Operand("first").Tensor(Operand("second")),
            "tensor" => Operand("second").Tensor(Operand("first")),
            _ => throw new InvalidDataException(constructor),
        };
    }

    private static PauliTransferMatrix Pauli(JsonElement terms)
    {
        JsonElement[] all = [.. terms.EnumerateArray()];
        return StandardChannels.Pauli(
            all[0][0].GetString()!.Length, [.. all.Select(t => (LastLetterLow(t[0].GetString()!), t[1].GetDouble()))]);
    }

    private static QmlBench.Numerics.Algebra.ComplexMatrix Unitary(string gate, double angle) =>
        StandardGates.TryFind(gate, out Gate? found) ? found.Matrix([angle]) : throw new InvalidDataException(gate);

    private static int LastLetterLow(string letters) => letters.Aggregate(0, (index, letter) => (4 * index) + "IXYZ".IndexOf(letter));

    private static int FirstLetterLow(string letters) => LastLetterLow(new string([.. letters.Reverse()]));

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => double.PositiveInfinity,
        JsonValueKind.Null => 0.0,
        _ => element.GetDouble(),
    };

    private static void AssertMatrix(JsonElement expected, PauliTransferMatrix map, double tolerance, string name)
    {
        for (int i = 0; i < map.Dimension; i++)
            for (int j = 0; j < map.Dimension; j++)
                Assert.True(
                    Math.Abs(expected[i][j].GetDouble() - map[i, j]) < tolerance, $"{name} ({i}, {j}): {expected[i][j]} {map[i, j]}");
    }

    private static JsonDocument Open(string path) => JsonDocument.Parse(SharedData.Text(path));
}
