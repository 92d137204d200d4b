using System.Numerics;
using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>Every record of the shared vectors made with cirq-google 1.7.0, from our own profile of the same calibration.</summary>
public class GoogleVectorTests
{
    private static readonly Lazy<JsonElement> File = new(() =>
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", "aer", "cirq-google-rainbow.json"));
        return document.RootElement.Clone();
    });

    private static Device Rainbow => CalibrationDevices.Import(File.Value.GetProperty("calibration").GetString()!);

    [Fact]
    public void Qubits_have_the_figures_of_cirq()
    {
        Device device = Rainbow;
        var model = NoiseModel.For(device, NoiseOptions.Default);
        // No T2 is missed: dephasing comes from the incoherent errors.
        Assert.Empty(model.Notices);
        foreach (JsonElement record in Records("qubits"))
        {
            int qubit = record.GetProperty("qubit").GetInt32();
            JsonElement p = record.GetProperty("depolarizing_p"), damping = record.GetProperty("readout_damping");
            AssertRelative(Number(record, "t1"), GoogleNoise.Times(device, qubit).T1, 1e-12);
            AssertRelative(Number(record, "tphi"), GoogleNoise.DephasingTime(device, qubit)!.Value, 1e-12);
            AssertInserted(Number(p, "phxz"), model.Gate("phxz", qubit)!);
            AssertInserted(Number(p, "reset"), model.Reset(qubit));
            Relaxation readout = model.ReadoutDamping(qubit)!.Value;
            Assert.Equal(Number(damping, "gamma"), 1 - readout.Decay, 1e-15);
            Assert.Equal(Number(damping, "p"), 1 - readout.Population, 1e-14);
        }
    }

    // The angles are in the profile; where Cirq lost zeta and gamma, those that it used are put in their place.
    [Fact]
    public void Pairs_have_the_channels_of_cirq_in_both_orders()
    {
        var own = NoiseModel.For(Rainbow, NoiseOptions.Default);
        var cirq = NoiseModel.For(WithAnglesOfCirq(), NoiseOptions.Default);
        int asOurs = 0;
        foreach (JsonElement record in Records("pairs"))
        {
            bool isWhole = record.GetProperty("all_angles_of_the_data_used").GetBoolean();
            SiteNoise noise = (isWhole ? own : cirq).Gate(Gate(record), Qubits(record))!;
            AssertInserted(Number(record, "depolarizing_p"), noise);
            if (record.TryGetProperty("ptm", out JsonElement ptm))
                ChannelAssert.Equal(ptm, noise.ToChannel(), 1e-12);
            double fsim = noise.Coherent is { } coherent ? 1 - coherent.Channel.ProcessFidelity : 0;
            Assert.Equal(Number(record, "fsim_infidelity"), fsim, 1e-14);
            Assert.Equal(Number(record, "duration"), noise.DurationSeconds!.Value, 1e-20);
            asOurs += isWhole ? 1 : 0;
        }

        Assert.True(asOurs > 32, "Most records need no angles of Cirq's.");
    }

    [Fact]
    public void A_circuit_has_the_state_of_cirq_before_and_after_its_measurement()
    {
        foreach (JsonElement record in Records("circuits"))
        {
            int[] qubits = [.. record.GetProperty("device_qubits").EnumerateArray().Select(q => q.GetInt32())];
            Device device = WithAnglesOfCirq();
            NoisyCircuit noisy = Adopt(device, Written(record, qubits, [])).Find<INoiseDescription>()!.Describe().Circuit;
            AssertState(record.GetProperty("rho_before_measurement"), noisy);

            int[] measured = [.. record.GetProperty("measured").EnumerateArray().Select(q => q.GetInt32())];
            var model = NoiseModel.For(device, NoiseOptions.Default);
            NoisyCircuitBuilder after = NoisyCircuit.Builder(noisy.QubitCount);
            foreach (NoisyStep step in noisy.Steps)
                after.Append(step);
            for (int qubit = 0; qubit < qubits.Length; qubit++)
            {
                Relaxation relaxation = measured.Contains(qubit)
                    ? model.ReadoutDamping(qubits[qubit])!.Value
                    : model.Idle(qubits[qubit], File.Value.GetProperty("durations").GetProperty("measure").GetDouble());
                after.Channel(relaxation.ToChannel(), [qubit]);
            }

            AssertState(record.GetProperty("rho_after_measurement_moment_without_collapse"), after.Build());
        }
    }

    [Fact]
    public void A_circuit_records_the_bits_of_cirq()
    {
        foreach (JsonElement record in Records("circuits"))
        {
            int[] qubits = [.. record.GetProperty("device_qubits").EnumerateArray().Select(q => q.GetInt32())];
            int[] measured = [.. record.GetProperty("measured").EnumerateArray().Select(q => q.GetInt32())];
            IProgram program = Adopt(WithAnglesOfCirq(), Written(record, qubits, measured));
            Samples samples = program.Sample(
                RowTable.Single(program.Columns), Budget.ExactValue, new RowStreams(StreamKey.Root(1, "s")), CancellationToken.None);
            foreach (JsonProperty outcome in record.GetProperty("probabilities_of_recorded").EnumerateObject())
                Assert.Equal(outcome.Value.GetDouble(), samples.Distributions[0].Probability(Convert.ToUInt64(outcome.Name, 2)), 1e-12);
        }
    }

    // Beside a measurement in the middle the damping acts on the state, and the other qubits wait for its length.
    [Fact]
    public void A_measurement_in_the_middle_damps_and_makes_the_others_wait()
    {
        Device device = Rainbow;
        Circuit circuit = Circuit.Builder(device.QubitCount, 1).Physical()
            .Add(StandardGates.PhXZ, [Math.PI, 0, 0], [0]).Add(StandardGates.PhXZ, [Math.PI, 0, 0], [2]).Barrier(0, 2)
            .Measure(0, 0).Add(StandardGates.PhXZ, [Math.PI, 0, 0], [0]).Build();
        ChannelStep[] channels = [.. Adopt(device, circuit).Find<INoiseDescription>()!.Describe().Circuit.Steps.OfType<ChannelStep>()];
        Relaxation readout = NoiseModel.For(device, NoiseOptions.Default).ReadoutDamping(0)!.Value;
        Assert.Equal(readout.Decay, Assert.Single(channels, c => c.Source == "readout").Channel[3, 3]);
        double waits = channels.Where(c => c.Source == "idle").Aggregate(1.0, (product, c) => product * c.Channel[3, 3]);
        // The measurement of 4 us, then the moment of the last gate.
        Assert.Equal(QmlBench.Numerics.Elementary.Exp(-(4e-6 + 25e-9) / device.Qubits[2].T1!.Value), waits, 1e-14);
        Assert.DoesNotContain(channels, c => c.Source == "idle" && c.Qubits[0] == 0);
    }

    private static Device WithAnglesOfCirq()
    {
        Device device = Rainbow;
        CoherentGate[] gates =
        [
            .. Records("pairs").GroupBy(Gate).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new CoherentGate(group.Key, [.. group.Select(Angles).OrderBy(site => site.Site)])),
        ];
        return device with { Noise = device.Noise with { Coherent = [.. gates] } };
    }

    private static CoherentSite Angles(JsonElement record)
    {
        JsonElement fsim = record.GetProperty("fsim");
        return new(
            NoiseSite.Of([.. Qubits(record)], bothOrders: false),
            new CoherentError { Fsim = new(Number(fsim, "theta"), Number(fsim, "zeta"), 0, Number(fsim, "gamma"), Number(fsim, "phi")) });
    }

    // Barriers keep the moments apart, as the record has them.
    private static Circuit Written(JsonElement record, int[] qubits, int[] measured)
    {
        CircuitBuilder builder = Circuit.Builder(Rainbow.QubitCount, measured.Length).Physical();
        foreach (JsonElement moment in record.GetProperty("moments").EnumerateArray())
        {
            foreach (JsonElement operation in moment.EnumerateArray())
            {
                int[] operands = [.. Qubits(operation).Select(q => qubits[q])];
                Assert.True(StandardGates.TryFind(Gate(operation), out QmlBench.Circuits.Gates.Gate? gate));
                builder.Add(gate, AnglesOf(gate, operation.GetProperty("unitary")), operands);
            }

            builder.Barrier(qubits);
        }

        for (int bit = 0; bit < measured.Length; bit++)
            builder.Measure(qubits[measured[bit]], bit);
        return builder.Build();
    }

    // Up to a phase: the first column gives x and z + a, the first row a.
    private static Angle[] AnglesOf(QmlBench.Circuits.Gates.Gate gate, JsonElement unitary)
    {
        if (gate.ParameterCount == 0)
            return [];
        Complex Entry(int row, int column) => new(unitary[row][column][0].GetDouble(), unitary[row][column][1].GetDouble());
        double z = (Entry(1, 1) / Entry(0, 0)).Phase;
        if (gate.Name == "rz")
            return [z];
        Complex across = Complex.ImaginaryOne * Entry(0, 1) / Entry(0, 0);
        return [2 * Math.Atan(across.Magnitude), z, -across.Phase];
    }

    private static IProgram Adopt(Device device, Circuit circuit) => new Emulator(device, NoiseOptions.Default).Adopt(
        NativeCircuit.AsWritten(circuit, Target.For(device)), new Request(null, Asked.Bitstrings, Budget.ExactValue, Limits.Default),
        ScheduleOptions.None, CancellationToken.None);

    private static void AssertState(JsonElement rho, NoisyCircuit circuit)
    {
        DensityState state = DensityProgram.Compile(circuit).Run([]);
        int dimension = rho.GetArrayLength();
        var expected = ComplexMatrix.Generate(
            dimension, dimension, (row, column) => new(rho[row][column][0].GetDouble(), rho[row][column][1].GetDouble()));
        for (int index = 0; index < dimension * dimension; index++)
        {
            PauliString pauli = PauliString.FromIndex(index);
            ComplexMatrix product = PauliMatrix.Of(pauli, circuit.QubitCount) * expected;
            double trace = Enumerable.Range(0, dimension).Sum(i => product[i, i].Real);
            Assert.Equal(trace, state.Expectation(pauli), 1e-12);
        }
    }

    private static void AssertInserted(double p, SiteNoise noise) =>
        Assert.Equal(Math.Max(p, 0), noise.Lambda / ErrorMeasures.LargestLambda(noise.Qubits.Length), 1e-14);

    private static void AssertRelative(double expected, double found, double tolerance) =>
        Assert.Equal(expected, found, expected * tolerance);

    private static IEnumerable<JsonElement> Records(string name) => File.Value.GetProperty(name).EnumerateArray();

    private static string Gate(JsonElement record) => record.GetProperty("gate").GetString()!;

    private static int[] Qubits(JsonElement record) => [.. record.GetProperty("qubits").EnumerateArray().Select(q => q.GetInt32())];

    private static double Number(JsonElement record, string name) => record.GetProperty(name).GetDouble();
}
