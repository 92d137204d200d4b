using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation;

/// Exact circuits, states and probabilities of the shared vectors, as constants and with every angle a parameter.
public class NoisyCircuitVectorTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Final_state_probabilities_and_purity_agree()
    {
        foreach (string file in SharedData.Files("vectors/noisy-circuits", "*.json")) Check(file);
    }

    private static void Check(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement root = document.RootElement;
        (NoisyCircuit circuit, double[] row) = Read(root);
        DensityState state = DensityProgram.Compile(circuit).Run(row);

        int d = 1 << circuit.QubitCount;
        var probabilities = new double[d];
        state.Probabilities(probabilities);
        for (int i = 0; i < d; i++) Assert.Equal(root.GetProperty("probabilities")[i].GetDouble(), probabilities[i], Tolerance);
        Assert.Equal(root.GetProperty("purity").GetDouble(), state.Purity, Tolerance);
        for (int q = 0; q < circuit.QubitCount; q++)
            Assert.Equal(root.GetProperty("expectation_Z")[q].GetDouble(), state.Coefficients[3 << (2 * q)], Tolerance);
        var matrix = state.ToMatrix();
        for (int r = 0; r < d; r++)
        {
            for (int c = 0; c < d; c++)
            {
                Assert.Equal(root.GetProperty("density_matrix_real")[r][c].GetDouble(), matrix[r, c].Real, Tolerance);
                Assert.Equal(root.GetProperty("density_matrix_imag")[r][c].GetDouble(), matrix[r, c].Imaginary, Tolerance);
            }
        }
    }

    private static (NoisyCircuit Circuit, double[] Row) Read(JsonElement root)
    {
        JsonElement[] ops = [.. root.GetProperty("ops").EnumerateArray()];
        double[] row = [.. ops.Where(o => o.TryGetProperty("theta", out _)).Select(o => o.GetProperty("theta").GetDouble())];
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(root.GetProperty("num_qubits").GetInt32(), 0, row.Select((_, i) => $"t{i}"));
        int next = 0;
        foreach (JsonElement op in ops)
        {
            int[] qubits = [.. op.GetProperty("qubits").EnumerateArray().Select(q => q.GetInt32())];
            switch (op.GetProperty("op").GetString())
            {
                case "ry": builder.Gate(StandardGates.RY, qubits, [Angle.Parameter(next++)]); break;
                case "rz": builder.Gate(StandardGates.RZ, qubits, [Angle.Parameter(next++)]); break;
                case "cx": builder.Gate(StandardGates.CX, qubits); break;
                case "depolarizing":
                    builder.Channel(
                    StandardChannels.Depolarizing(op.GetProperty("p").GetDouble(), qubits.Length), qubits); break;
                case "thermal_relaxation": builder.Channel(Relaxation(op), qubits); break;
                default: throw new InvalidDataException(op.GetProperty("op").GetString());
            }
        }

        return (builder.Build(), row);
    }

    private static PauliTransferMatrix Relaxation(JsonElement op) => StandardChannels.ThermalRelaxation(
        op.GetProperty("T1").GetDouble(), op.GetProperty("T2").GetDouble(), op.GetProperty("t").GetDouble(),
        op.GetProperty("excited_population").GetDouble());
}
