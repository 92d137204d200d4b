using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Tests.Transpilation;

/// <summary>The circuits of the QML families, compiled to calibrated devices, keep what the manifest says of them.</summary>
public sealed class QmlCircuitsTests
{
    private static readonly StreamKey Key = StreamKey.Root(0, "routing");

    [Theory]
    [InlineData("ibm_manila_2024-05-27", 5, true)]
    [InlineData("ibm_guadalupe_2021-04-20", 14, false)]
    [InlineData("ibm_fez_2025-02-26", 10, true)]
    public void ExpectationsOfZAreKeptAtTheFinalLayout(string device, int mostQubits, bool bitstringsOnly)
    {
        var target = Target.For(new DeviceLibrary(Path.Combine(RepositoryRoot.Path, "devices")).Load(device, 1));
        int seen = 0;
        foreach (string[] row in Manifest().Where(r => int.Parse(r[1], CultureInfo.InvariantCulture) <= mostQubits))
        {
            Circuit circuit = QasmReader.ReadOrThrow(SourceText.FromFile(SharedData.Path("circuits", "qml", row[0])));
            NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key, BitstringsOnly: bitstringsOnly), null, default);
            double[] expected = [.. row[7].Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
            double[] found = ExpectationsOfZ(native);
            for (int q = 0; q < expected.Length; q++)
                Assert.True(Math.Abs(expected[q] - found[q]) < 1e-9, $"{row[0]} qubit {q}: {found[q]} is not {expected[q]}");
            seen++;
        }
        Assert.True(seen >= 10, $"only {seen} circuits");
    }

    /// <summary>
    /// No more two-qubit gates than the best of ten seeds of Qiskit 2.6.2 at level 3, in sum, with no less predicted success (product of
    /// 1 − error over gates and measurements) than its median, in the geometric mean (published table).
    /// </summary>
    [Theory]
    [InlineData("ibm_manila_2024-05-27", 326, 11)]
    [InlineData("ibm_guadalupe_2021-04-20", 1928, 27)]
    [InlineData("ibm_hanoi_2024-05-27", 1957, 27)]
    [InlineData("ibm_brisbane_2025-02-26", 1989, 27)]
    [InlineData("ibm_fez_2025-02-26", 1968, 27)]
    public void GatesAndSuccessAreAtLeastAsGoodAsPublished(string device, int published, int circuits)
    {
        var target = Target.For(new DeviceLibrary(Path.Combine(RepositoryRoot.Path, "devices")).Load(device, 1));
        string[][] table = [.. SharedData.Text("published", "transpile-qiskit-on-devices.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        string[][] rows = [.. table.Where(row => row[0] == device && row[3] == "3")];
        int median = Array.IndexOf(table[0], "success_median");
        int sum = 0;
        double gained = 0;
        foreach (string[] row in rows)
        {
            Circuit circuit = QasmReader.ReadOrThrow(SourceText.FromFile(SharedData.Path("circuits", "qml", $"{row[1]}.qasm")));
            CompileFacts facts = Transpiler.Compile(circuit, target, new(2, Key, BitstringsOnly: true), null, default).Facts;
            sum += facts.After.TwoQubitGates;
            gained += Math.Log(facts.PredictedSuccess / double.Parse(row[median], CultureInfo.InvariantCulture));
        }
        Assert.Equal(circuits, rows.Length);
        Assert.InRange(sum, 1, published);
        Assert.InRange(gained, 0, double.PositiveInfinity);
    }

    private static IEnumerable<string[]> Manifest() => SharedData.Text("circuits", "qml", "manifest.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','));

    private static double[] ExpectationsOfZ(NativeCircuit native)
    {
        int[] device = [.. native.Circuit.ActiveQubits().Union(native.FinalLayout).Order()];
        int[] slot = [.. Enumerable.Range(0, native.Circuit.QubitCount).Select(q => Array.IndexOf(device, q))];
        CheckState state = new(device.Length, []);
        CheckProgram.Of(native.Circuit, [], slot, device.Length, native.Circuit.FinalMeasurements(), Enumerable.Range(0, native.Circuit.Count).ToArray())
            .Run(state, native.Circuit.ClbitCount, [], p => p > 0.5);
        return [.. native.FinalLayout.Select(q => 1 - 2 * state.ProbabilityOfOne(slot[q]))];
    }
}
