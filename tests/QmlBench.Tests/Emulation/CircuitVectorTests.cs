using System.Text.Json;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation;

/// <summary>Whole noisy circuits, as written, against the shared vectors made with Qiskit Aer 0.18.2.</summary>
public class CircuitVectorTests
{
    private const double Tolerance = 1e-10;
    private static readonly RowStreams NoStreams = new(StreamKey.Root(1, "unused"));

    public static TheoryData<string, string> DevicesAndSets
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string device in CircuitVector.DeviceNames)
                foreach (string set in new[] { "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9" })
                    data.Add(device, set);
            return data;
        }
    }

    public static TheoryData<string> Devices => [.. CircuitVector.DeviceNames];

    [Theory]
    [MemberData(nameof(DevicesAndSets))]
    public void Probabilities_agree(string device, string set)
    {
        foreach (CircuitVector vector in CircuitVector.Read(device, set))
        {
            foreach (string semantics in vector.Semantics)
            {
                CheckProbabilities(vector, semantics, true, vector.Record.GetProperty("probabilities_readout").GetProperty(semantics));
                if (vector.Record.TryGetProperty("probabilities", out JsonElement expected))
                    CheckProbabilities(vector, semantics, false, expected);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DevicesAndSets))]
    public void Expectations_agree(string device, string set)
    {
        foreach (CircuitVector vector in CircuitVector.Read(device, set).Where(v => v.Record.TryGetProperty("expectations", out _)))
        {
            foreach (string semantics in vector.Semantics)
            {
                ObservableSet observables = vector.Observables("expectations");
                IProgram program = vector.Program(semantics, withReadout: false, Asked.None, observables);
                Estimates found = program.Estimate(vector.Row(program), observables, Budget.ExactValue, NoStreams, CancellationToken.None);
                int index = 0;
                foreach (JsonProperty expected in vector.Record.GetProperty("expectations").EnumerateObject())
                    AssertClose(vector, expected.Name, expected.Value.GetDouble(), found.Value(0, index++));
            }
        }
    }

    [Theory]
    [MemberData(nameof(DevicesAndSets))]
    public void States_agree(string device, string set)
    {
        foreach (CircuitVector vector in CircuitVector.Read(device, set).Where(v => v.Record.TryGetProperty("purity", out _)))
        {
            DensityState state = State(vector, vector.Semantics[0]);
            AssertClose(vector, "purity", vector.Record.GetProperty("purity").GetDouble(), state.Purity);
            if (vector.Record.TryGetProperty("density_matrix_upper", out JsonElement upper))
                CheckMatrix(vector, upper, state);
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Texts_on_device_qubits_run_as_written(string device)
    {
        foreach (string set in new[] { "C2", "C4", "C6", "C8", "C9" })
        {
            foreach (CircuitVector vector in CircuitVector.Read(device, set).Where(v => v.Record.TryGetProperty("circuit_physical", out _)))
            {
                string semantics = vector.Semantics[0];
                IProgram program = vector.Compiled(semantics);
                Samples samples = program.Sample(vector.Row(program), Budget.ExactValue, NoStreams, CancellationToken.None);
                foreach (JsonProperty outcome in vector.Record.GetProperty("probabilities_readout").GetProperty(semantics).EnumerateObject())
                    AssertClose(
                        vector, outcome.Name, outcome.Value.GetDouble(),
                            samples.Distributions[0].Probability(Convert.ToUInt64(outcome.Name, 2)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Transfer_matrices_of_whole_circuits_agree(string device)
    {
        foreach (CircuitVector vector in CircuitVector.Read(device, "C7").Where(v => v.Record.TryGetProperty("ptm", out _)))
        {
            Preparation prepared = Prepared(vector, vector.Semantics[0]);
            var density = DensityProgram.Compile(prepared.Unmeasured);
            int size = 1 << (2 * density.QubitCount);
            int[] places = [.. vector.Qubits.Select(q => prepared.Active[q])];
            var row = new double[size];
            for (int i = 0; i < size; i++)
            {
                var effect = new double[size];
                effect[Permuted(i, places)] = 1;
                density.EvolveEffects(effect, ReadOnlyMemory<double>.Empty, 1, row);
                for (int j = 0; j < size; j++)
                    AssertClose(vector, $"ptm {i},{j}", vector.Record.GetProperty("ptm")[i][j].GetDouble(), row[Permuted(j, places)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Gradients_agree(string device)
    {
        foreach (CircuitVector vector in CircuitVector.Read(device, "C8").Where(v => v.Record.TryGetProperty("gradients", out _)))
        {
            ObservableSet observables = vector.Observables("gradients");
            IProgram program = vector.Program(vector.Semantics[0], withReadout: false, Asked.Gradient, observables);
            int[] columns = [.. Enumerable.Range(0, program.Columns.Count)];
            Gradients found = program.Find<IGradient>()!.Differentiate(vector.Row(program), observables, columns, null,
                CancellationToken.None);
            int index = 0;
            foreach (JsonProperty observable in vector.Record.GetProperty("gradients").EnumerateObject())
            {
                foreach (JsonProperty derivative in observable.Value.EnumerateObject())
                {
                    int column = program.Columns.Names.IndexOf(derivative.Name);
                    Assert.Equal(derivative.Value.GetDouble(), found.Jacobian.Span[(index * columns.Length) + column], 1e-9);
                }

                index++;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Gates_without_noise_data_are_refused(string device)
    {
        foreach (CircuitVector vector in CircuitVector.Read(device, "C10"))
        {
            Exception? refusal = Record.Exception(() => vector.Program(vector.Semantics[0], withReadout: true, Asked.Bitstrings));
            Assert.True(refusal is TranspilationException or ExecutionRefusedException, vector.Name);
        }
    }

    private static void CheckProbabilities(CircuitVector vector, string semantics, bool withReadout, JsonElement expected)
    {
        IProgram program = vector.Program(semantics, withReadout, Asked.Bitstrings);
        Samples samples = program.Sample(vector.Row(program), Budget.ExactValue, NoStreams, CancellationToken.None);
        double total = 0;
        foreach (JsonProperty outcome in expected.EnumerateObject())
        {
            Assert.Equal(outcome.Name.Length, samples.Bits);
            double found = samples.Distributions[0].Probability(Convert.ToUInt64(outcome.Name, 2));
            AssertClose(vector, $"{semantics} {outcome.Name}", outcome.Value.GetDouble(), found);
            total += found;
        }

        AssertClose(vector, "sum", 1, total);
    }

    private static void CheckMatrix(CircuitVector vector, JsonElement upper, DensityState state)
    {
        var matrix = state.ToMatrix();
        int index = 0;
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int column = row; column < matrix.Columns; column++, index++)
            {
                AssertClose(vector, $"re {row},{column}", upper[index][0].GetDouble(), matrix[row, column].Real);
                AssertClose(vector, $"im {row},{column}", upper[index][1].GetDouble(), matrix[row, column].Imaginary);
            }
        }
    }

    private static Preparation Prepared(CircuitVector vector, string semantics) =>
        ((EmulatedProgram)vector.Program(semantics, withReadout: false, Asked.None, ObservableSet.AllZ(vector.Qubits.Length))).Prepared;

    /// <summary>The state before the final measurement, circuit qubit 0 least significant.</summary>
    private static DensityState State(CircuitVector vector, string semantics)
    {
        Preparation prepared = Prepared(vector, semantics);
        double[] values = vector.Record.TryGetProperty("parameters", out JsonElement parameters)
            ? [.. prepared.Unmeasured.Parameters.Select(name => parameters.GetProperty(name).GetDouble())]
            : [];
        return DensityProgram.Compile(prepared.Unmeasured).Run(values).PartialTrace([.. vector.Qubits.Select(q => prepared.Active[q])]);
    }

    private static int Permuted(int index, int[] places)
    {
        int permuted = 0;
        for (int digit = 0; digit < places.Length; digit++) permuted |= ((index >> (2 * digit)) & 3) << (2 * places[digit]);
        return permuted;
    }

    private static void AssertClose(CircuitVector vector, string what, double expected, double found) =>
        Assert.True(
            Math.Abs(expected - found) <= Tolerance,
            $"{vector.DeviceName} {vector.Name} {what}: expected {expected:R}, found {found:R}");
}
