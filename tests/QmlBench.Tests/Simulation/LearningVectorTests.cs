using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation;

/// Expectations, gradients and kernels through noise as PennyLane and Aer computed them.
public class LearningVectorTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Gradients_through_noise_agree()
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors/learning/gradients_through_noise.json"));
        foreach (JsonElement record in document.RootElement.GetProperty("cases").EnumerateArray()) CheckGradient(record);
    }

    [Fact]
    public void Noisy_kernels_agree()
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors/learning/noisy_kernels.json"));
        foreach (JsonElement record in document.RootElement.GetProperty("cases").EnumerateArray()) CheckKernel(record);
    }

    private static void CheckGradient(JsonElement record)
    {
        int n = record.GetProperty("qubits").GetInt32(), layers = record.GetProperty("layers").GetInt32();
        double[] x = Numbers(record.GetProperty("x")), w = Numbers(record.GetProperty("w"));
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(n, 0, Enumerable.Range(0, x.Length + w.Length).Select(i => $"p{i}"));
        Angle W(int layer, int qubit, int k) => Angle.Parameter(x.Length + (((layer * n) + qubit) * 3) + k);
        JsonElement noise = record.GetProperty("noise");
        void One(int q) => Noise(builder, noise.GetProperty("after_1q"), q);
        void Two(Gate gate, int a, int b)
        {
            builder.Gate(gate, [a, b]);
            foreach (JsonElement channel in noise.GetProperty("after_2q_each").EnumerateArray())
                foreach (int q in new[] { a, b }) builder.Channel(Channel(channel), [q]);
        }

        if (record.GetProperty("circuit").GetString() == "strongly_entangling") StronglyEntangling(builder, n, layers, W, One, Two);
        else Reuploading(builder, n, layers, W, One, Two);

        DensityProgram program = DensityProgram.Compile(builder.Build());
        EffectSet effects = EffectSet.Of([.. Enumerable.Range(0, n).Select(q => Observable.Z(q, n)), ZZ(n), Observable.X(0, n)], n);
        var values = new double[effects.Count];
        var jacobian = new double[effects.Count * program.ParameterCount];
        program.Jacobian(x.Concat(w).ToArray(), 1, effects, values, jacobian);
        string id = record.GetProperty("id").GetString()!;
        for (int q = 0; q < n; q++) Near(record.GetProperty("z")[q].GetDouble(), values[q], id);
        Near(record.GetProperty("z0_zlast").GetDouble(), values[n], id);
        Near(record.GetProperty("x0").GetDouble(), values[n + 1], id);
        foreach ((string name, int k) in new[] { ("Z0", 0), ("X0", n + 1) })
        {
            if (!record.GetProperty("gradient").TryGetProperty(name, out JsonElement gradient)) continue;
            double[] expected = [.. Numbers(gradient.GetProperty("dx")), .. Numbers(gradient.GetProperty("dw"))];
            for (int j = 0; j < expected.Length; j++) Near(expected[j], jacobian[(k * program.ParameterCount) + j], $"{id} {name} {j}");
        }
    }

    private static void StronglyEntangling(
        NoisyCircuitBuilder builder, int n, int layers, Func<int, int, int, Angle> w, Action<int> one, Action<Gate, int, int> two)
    {
        for (int q = 0; q < n; q++)
        {
            builder.Gate(StandardGates.RY, [q], [Angle.Parameter(q)]);
            one(q);
        }

        for (int layer = 0; layer < layers; layer++)
        {
            for (int q = 0; q < n; q++)
            {
                builder.Gate(StandardGates.RZ, [q], [w(layer, q, 0)]).Gate(
                    StandardGates.RY, [q], [w(layer, q, 1)]).Gate(StandardGates.RZ, [q], [w(layer, q, 2)]);
                one(q);
            }

            int range = (layer % (n - 1)) + 1;
            for (int q = 0; q < n; q++) two(StandardGates.CX, q, (q + range) % n);
        }
    }

    private static void Reuploading(
        NoisyCircuitBuilder builder, int n, int layers, Func<int, int, int, Angle> w, Action<int> one, Action<Gate, int, int> two)
    {
        for (int layer = 0; layer < layers; layer++)
        {
            for (int q = 0; q < n; q++)
            {
                foreach ((Gate gate, Angle angle) in new[] { (
                    StandardGates.RX, Angle.Parameter(q)), (StandardGates.RY, w(layer, q, 0)), (StandardGates.RZ, w(layer, q, 1)) })
                {
                    builder.Gate(gate, [q], [angle]);
                    one(q);
                }
            }

            for (int q = 0; q + 1 < n; q++) two(StandardGates.CZ, q, q + 1);
        }

        for (int q = 0; q < n; q++)
        {
            builder.Gate(StandardGates.RY, [q], [w(0, q, 2) * Angle.Parameter(q)]);
            one(q);
        }
    }

    private static void CheckKernel(JsonElement record)
    {
        int n = record.GetProperty("qubits").GetInt32(), size = 1 << (2 * n);
        double[][] rows = [.. record.GetProperty("x").EnumerateArray().Select(Numbers)];
        double[] table = [.. rows.SelectMany(r => r)];
        var states = new double[rows.Length * size];
        var effects = new double[rows.Length * size];
        var kernel = new double[rows.Length * rows.Length];
        DensityProgram.Compile(Half(record, n, inverse: false)).EvolveStates(table, rows.Length, states);
        DensityProgram.Compile(Half(record, n, inverse: true)).EvolveEffects(EffectSet.Bitstring(n, 0), table, rows.Length, effects);
        KernelProduct.Multiply(states, effects, size, kernel);
        double[] expected = Numbers(record.GetProperty("kernel"));
        for (int i = 0; i < expected.Length; i++) Near(expected[i], kernel[i], $"{record.GetProperty("id")} {i}");
    }

    private static NoisyCircuit Half(JsonElement record, int n, bool inverse)
    {
        var list = new List<(Gate Gate, int[] Qubits, Angle[] Angles)>();
        for (int r = 0; r < record.GetProperty("reps").GetInt32(); r++)
        {
            for (int q = 0; q < n; q++) list.Add((StandardGates.H, [q], []));
            for (int q = 0; q < n; q++) list.Add((StandardGates.P, [q], [2.0 * Angle.Parameter(q)]));
            foreach ((int a, int b) in Pairs(n, record.GetProperty("entanglement").GetString()!))
            {
                list.Add((StandardGates.CX, [a, b], []));
                list.Add((StandardGates.P, [b], [2.0 * (Math.PI - Angle.Parameter(a)) * (Math.PI - Angle.Parameter(b))]));
                list.Add((StandardGates.CX, [a, b], []));
            }
        }

        if (inverse) list.Reverse();
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(n, 0, Enumerable.Range(0, n).Select(i => $"x{i}"));
        foreach ((Gate gate, int[] qubits, Angle[] angles) in list)
            AddWithNoise(builder, gate, qubits, inverse ? [.. angles.Select(a => -a)] : angles, record.GetProperty("noise"));
        return builder.Build();
    }

    private static void AddWithNoise(NoisyCircuitBuilder builder, Gate gate, int[] qubits, Angle[] angles, JsonElement noise)
    {
        builder.Gate(gate, qubits, angles);
        if (qubits.Length == 1)
        {
            builder.Channel(
                StandardChannels.Depolarizing(noise.GetProperty("after_h_p").GetProperty("depolarizing_lambda").GetDouble(), 1), qubits);
            return;
        }

        JsonElement after = noise.GetProperty("after_cx"), relaxation = after.GetProperty("then_relaxation_each_qubit");
        double lambda = after.GetProperty("depolarizing_lambda").GetDouble();
        if (after.GetProperty("depolarizing_acts").GetString()!.StartsWith("on the pair", StringComparison.Ordinal))
            builder.Channel(StandardChannels.Depolarizing(lambda, 2), qubits);
        else foreach (int q in qubits) builder.Channel(StandardChannels.Depolarizing(lambda, 1), [q]);
        PauliTransferMatrix relaxed = StandardChannels.ThermalRelaxation(
            relaxation.GetProperty("t1_us").GetDouble(), relaxation.GetProperty("t2_us").GetDouble(),
            relaxation.GetProperty("t_us").GetDouble());
        foreach (int q in qubits) builder.Channel(relaxed, [q]);
    }

    private static IEnumerable<(int A, int B)> Pairs(int n, string entanglement)
    {
        for (int a = 0; a < n; a++)
            for (int b = a + 1; b < n; b++)
                if (entanglement == "full" || b == a + 1) yield return (a, b);
    }

    private static void Noise(NoisyCircuitBuilder builder, JsonElement channels, int qubit)
    {
        foreach (JsonElement channel in channels.EnumerateArray()) builder.Channel(Channel(channel), [qubit]);
    }

    private static PauliTransferMatrix Channel(JsonElement record)
    {
        double A(int i) => record[i].GetDouble();
        return record[0].GetString() switch
        {
            "depolarizing_pauli_error" => StandardChannels.Depolarizing(4.0 * A(1) / 3.0, 1),
            "phase_damping" => StandardChannels.PhaseDamping(A(1)),
            "amplitude_damping" => StandardChannels.AmplitudeDamping(A(1)),
            "thermal_relaxation" => StandardChannels.ThermalRelaxation(A(2), A(3), A(4), A(1)),
            string other => throw new InvalidDataException(other),
            null => throw new InvalidDataException(),
        };
    }

    private static Observable ZZ(int n) => Observable.Parse($"Z{n - 1} Z0", n);

    private static double[] Numbers(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Numbers)] : [element.GetDouble()];

    private static void Near(double expected, double actual, string where) =>
        Assert.True(Math.Abs(expected - actual) < Tolerance, $"{where}: {expected} {actual}");
}
