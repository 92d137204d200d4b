using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Benchmarks.Tables;

/// <summary>How every stored circuit of up to 30 qubits is verified when it is compiled, per device and effort, and what is not.</summary>
internal static class VerifiedTable
{
    private const int MostQubits = 30;

    private static readonly string[] _devices =
    [
        "ibm_guadalupe_2021-04-20", "ibm_hanoi_2024-05-27", "ibm_sherbrooke_2025-02-26", "ibm_fez_2025-02-26", "google_weber_2021-11-03",
        "iqm_garnet_spec", "ionq_aria_spec", "quantinuum_h2-1_spec",
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        (string Name, Circuit Circuit)[] circuits = [.. Circuits().Where(one => one.Circuit.QubitCount <= MostQubits)];
        var unverified = new List<string>();
        output.WriteLine("| device | effort | circuits | random states | tableau | cancels | pass by pass | not verified |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var device in Devices())
            foreach (var effort in Transpiler.SupportedEfforts)
            {
                output.WriteLine($"| {device.Name} | {effort} | {string.Join(" | ", Counts(circuits, device, effort, unverified))} |");
                output.Flush();
            }
        output.WriteLine($"\nNot verified: {(unverified.Count == 0 ? "none" : string.Join("; ", unverified))}.");
        bars.AtMost("compilations not verified", unverified.Count, 0);
    }

    private static int[] Counts((string Name, Circuit Circuit)[] circuits, Device device, int effort, List<string> unverified)
    {
        var target = Target.For(device);
        var counts = new int[6];
        foreach (var (name, circuit) in circuits.Where(one => one.Circuit.QubitCount <= target.QubitCount))
            foreach (var bitstringsOnly in (bool[])[false, true])
            {
                var how = How(circuit, target, new(effort, StreamKey.Root(0, "routing"), BitstringsOnly: bitstringsOnly));
                if (how is null)
                    continue;
                counts[0]++;
                counts[how.Value]++;
                if (how == 5)
                    unverified.Add($"{name} on {device.Name} at effort {effort}");
            }
        return counts;
    }

    /// <summary>The column of the table; null for a circuit that the device refuses.</summary>
    private static int? How(Circuit circuit, Target target, TranspileOptions options)
    {
        try
        {
            var equivalence = Transpiler.Compile(circuit, target, options, null, default).Equivalence;
            string[] words = ["random", "tableau", "cancels with the input, block", "cancels with the input, pass"];
            return !equivalence.Verified ? 5
                : 1 + Array.FindIndex(words, word => equivalence.Method.Contains(word, StringComparison.Ordinal));
        }
        catch (TranspilationException)
        {
            return null;
        }
    }

    private static IEnumerable<Device> Devices() =>
        [.. _devices.Select(SharedFolder.Device), TopologyDevices.Make("square", MostQubits, 36), Device.Ideal(MostQubits)];

    // A text that is not meant to be read, or is written on device qubits, is not compiled.
    private static IEnumerable<(string Name, Circuit Circuit)> Circuits()
    {
        foreach (var file in Directory.GetFiles(SharedFolder.Path("circuits"), "*.qasm", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (QasmReader.Read(SourceText.FromFile(file)).Circuit is { IsPhysical: false } circuit)
                yield return (Path.GetFileNameWithoutExtension(file), circuit);
    }
}
