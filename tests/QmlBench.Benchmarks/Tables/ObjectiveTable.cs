using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Benchmarks.Tables;

/// <summary>What the objectives of the compiler are worth: predicted fidelity and simulated classical fidelity of the bitstrings.</summary>
/// <remarks>Classical (Bhattacharyya) fidelity (Σ √(p q))² of the exact noisy distribution, readout included, with the ideal
/// one.</remarks>
internal static class ObjectiveTable
{
    private const int MostQubits = 9;
    private const int MostActive = 11;

    private static readonly string[] _devices =
        ["ibm_manila_2024-05-27", "ibm_guadalupe_2021-04-20", "ibm_hanoi_2024-05-27", "ibm_brisbane_2025-02-26", "ibm_fez_2025-02-26"];

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        output.WriteLine("| device | circuits | objective | two-qubit gates | depth | predicted fidelity | simulated fidelity |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var name in _devices)
        {
            var device = SharedFolder.Device(name);
            var emulator = new Emulator(device, NoiseOptions.Default);
            var sums = new SortedDictionary<Objective, Sums>();
            foreach (var (_, circuit) in SharedFolder.QmlCircuits().Where(one => one.Circuit.QubitCount <= Math.Min(MostQubits, device.QubitCount)))
                Add(sums, emulator, circuit);
            foreach (var (objective, sum) in sums)
            {
                bars.AtMost($"{name}: predicted fidelity chosen by {CompileWords.Objectives[(int)objective]}, against chosen by fidelity",
                    sum.Predicted / sum.Circuits, sums[Objective.Fidelity].Predicted / sum.Circuits);
                output.WriteLine(sum.Text(name, CompileWords.Objectives[(int)objective]));
            }
        }
    }

    /// <summary>Adds a circuit, unless routing spreads it over more qubits than can be simulated under one of the objectives.</summary>
    private static void Add(SortedDictionary<Objective, Sums> sums, Emulator emulator, Circuit circuit)
    {
        var request = new Request(null, Asked.Bitstrings, Budget.ExactValue, new(int.MaxValue, long.MaxValue));
        var ideal = Exact(Emulator.Ideal.Compile(circuit, request, CompileOptions.Default(0), default));
        IProgram[] programs = [.. Enum.GetValues<Objective>().Select(objective =>
            emulator.Compile(circuit, request, CompileOptions.Default(0) with { Objective = objective }, default))];
        if (programs.Any(program => program.Method.ActiveQubits > MostActive))
            return;
        foreach (var (objective, program) in Enum.GetValues<Objective>().Zip(programs))
            sums[objective] = sums.GetValueOrDefault(objective).With(program, ideal);
    }

    private static OutcomeDistribution Exact(IProgram program) => program.Sample(
        RowTable.Single(program.Columns), Budget.ExactValue, new(StreamKey.Root(0, "shots")), default).Distributions[0];

    private readonly record struct Sums(int Circuits, long Pairs, long Depth, double Predicted, double Simulated)
    {
        public Sums With(IProgram program, OutcomeDistribution ideal) => new(
            Circuits + 1,
            Pairs + program.Native.Facts.After.TwoQubitGates,
            Depth + program.Native.Facts.After.Depth,
            Predicted + program.Find<INoiseDescription>()!.Describe().PredictedFidelity,
            Simulated + Overlap(Exact(program), ideal));

        public string Text(string device, string objective) => string.Create(CultureInfo.InvariantCulture,
            $"| {device} | {Circuits} | {objective} | {Pairs} | {Depth} | {Predicted / Circuits:0.0000} | {Simulated / Circuits:0.0000} |");

        private static double Overlap(OutcomeDistribution noisy, OutcomeDistribution ideal)
        {
            var sum = 0.0;
            foreach (var outcome in ideal.Outcomes)
                sum += Math.Sqrt(outcome.Probability * noisy.Probability(outcome.Bits));
            return sum * sum;
        }
    }
}
