using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation;

/// <summary>Compiled where bitstrings alone are asked, and run without noise, real programs keep the likeliest outcomes of their
/// manifests.</summary>
public sealed class CompiledSamplesTests
{
    /// <summary>Above this a compilation and a state take too long for every run of the tests.</summary>
    private const int MostQubits = 9;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("qasmbench-sample", "ibm_hanoi_2024-05-27", 20, 2e-6)]
    [InlineData("qml", "ibm_fez_2025-02-26", 20, 1e-9)]
    public void TopStatesAreKept(string set, string device, int least, double tolerance)
    {
        var emulator = new Emulator(ShippedDevices.Load(device), NoiseOptions.Noiseless);
        int seen = 0;
        foreach (Dictionary<string, string> row in Rows(set))
        {
            if (!row["top_states"].Contains(':') || int.Parse(row["qubits"], CultureInfo.InvariantCulture) > MostQubits)
                continue;
            OutcomeDistribution found = Sampled(emulator, QasmReader.ReadOrThrow(SourceText.FromFile(
                SharedData.Path("circuits", set, row["file"]))));
            foreach (string[] entry in row["top_states"].Split(' ').Select(one => one.Split(':')))
            {
                double expected = double.Parse(entry[1], CultureInfo.InvariantCulture), probability = found.Probability(Convert.ToUInt64(entry[0], 2));
                Assert.True(Math.Abs(expected - probability) < tolerance, $"{row["file"]} {entry[0]}: {probability}, not {expected}");
            }
            seen++;
        }
        Assert.True(seen >= least, $"only {seen} circuits");
    }

    private static OutcomeDistribution Sampled(Emulator emulator, Circuit circuit)
    {
        Circuit body = circuit.WithoutFinalMeasurements();
        Circuit measured = Circuit.Builder(body.QubitCount, Math.Max(body.QubitCount, body.ClbitCount)).Append(body).MeasureAll().Build();
        IProgram program = emulator.Compile(
            measured, new(null, Asked.Bitstrings, Budget.ExactValue, new(int.MaxValue, long.MaxValue)), CompileOptions.Default(0), Cancel);
        Assert.True(program.Native.Equivalence.Verified);
        return program.Sample(
            RowTable.Single(program.Columns), Budget.ExactValue, new(StreamKey.Root(0, "shots")), Cancel).Distributions[0];
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string set)
    {
        string[] lines = SharedData.Text("circuits", set, "manifest.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] head = lines[0].Split(',');
        return lines.Skip(1).Select(line => head.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
