using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Processor time of compiling circuits of up to ten qubits at effort 2, verification and choice by fidelity included.</summary>
internal static class CompileTimeTable
{
    private const int MostQubits = 10;
    private const int Repetitions = 15, WarmUps = 3;
    private const double MostMilliseconds = 5;

    private static readonly string[] _devices = ["ibm_manila_2024-05-27", "ibm_guadalupe_2021-04-20", "ibm_hanoi_2024-05-27", "ibm_fez_2025-02-26"];

    /// <summary>Writes the table and compares it with its bar.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        (string Name, Circuit Circuit)[] circuits =
            [.. SharedFolder.QasmBenchCircuits().Concat(SharedFolder.QmlCircuits()).Where(one => one.Circuit.QubitCount <= MostQubits)];
        output.WriteLine("| device | circuits | median ms | mean ms | slowest |");
        output.WriteLine("|---|---|---|---|---|");
        WarmUp(circuits);
        var all = new List<double>();
        foreach (var name in _devices)
        {
            var emulator = new Emulator(SharedFolder.Device(name), NoiseOptions.Default);
            var times = new List<(double Seconds, string Name)>();
            foreach (var (circuit, body) in circuits.Where(one => one.Circuit.QubitCount <= emulator.Figures.Qubits))
                times.Add((LeastTime.OfProcessor(Repetitions, () => Compile(emulator, body)), circuit));
            times.Sort();
            all.AddRange(times.Select(time => time.Seconds));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {times.Count} | {1e3 * times[times.Count / 2].Seconds:0.00} | {1e3 * times.Average(t => t.Seconds):0.00} | "
                + $"{times[^1].Name} {1e3 * times[^1].Seconds:0.0} |"));
        }
        all.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| all | {all.Count} | {1e3 * all[all.Count / 2]:0.00} | {1e3 * all.Average():0.00} | |"));
        bars.AtMost("median milliseconds", 1e3 * all[all.Count / 2], MostMilliseconds);
    }

    /// <summary>Compiles all for the last device until the machine code is final.</summary>
    private static void WarmUp((string Name, Circuit Circuit)[] circuits)
    {
        var emulator = new Emulator(SharedFolder.Device(_devices[^1]), NoiseOptions.Default);
        for (var i = 0; i < WarmUps; i++)
            foreach (var (_, circuit) in circuits)
                Compile(emulator, circuit);
    }

    private static void Compile(Emulator emulator, Circuit circuit) => emulator.Compile(
        circuit, new(null, Asked.None, Budget.ExactValue, new(int.MaxValue, long.MaxValue)), CompileOptions.Default(0), default);
}
