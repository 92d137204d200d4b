using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation;

/// <summary>The fidelity kernel of the shared vectors: a ZZ feature map on 4 qubits of manila, ideal, noisy, and through readout.</summary>
public class KernelVectorTests
{
    private const string DeviceName = "ibm_manila_2024-05-27";
    private static readonly RowStreams Streams = new(StreamKey.Root(1, "shots"));

    public static TheoryData<string, string> Records => new()
    {
        { "none", "none" }, { "gates", "none" }, { "gates", "aer-target" }, { "gates", "aer-properties" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Linear_kernel_agrees(string noise, string readout) => Check(noise, readout, (_, program) =>
        program.Find<IFidelityKernel>()!);

    [Theory]
    [MemberData(nameof(Records))]
    public void Pairwise_kernel_agrees(string noise, string readout) => Check(noise, readout, (emulator, program) =>
        PairwiseKernel.For(emulator, program, Request, ScheduleOptions.None, CancellationToken.None));

    [Fact]
    public void Sampled_entries_lie_within_five_standard_errors()
    {
        using JsonDocument document = Read();
        Emulator emulator = Make("gates", "aer-target");
        IProgram program = emulator.Adopt(Half(document, emulator.Noise.Device), Request, ScheduleOptions.None, CancellationToken.None);
        RowTable rows = Rows(document, program);
        IFidelityKernel kernel = program.Find<IFidelityKernel>()!;
        KernelValues exact = kernel.Kernel(rows, rows, Budget.ExactValue, Streams, CancellationToken.None);
        const long Shots = 4000;
        KernelValues sampled = kernel.Kernel(rows, rows, new Budget.Shots(Shots), Streams, CancellationToken.None);
        for (int entry = 0; entry < exact.Values.Length; entry++)
        {
            double p = exact.Values.Span[entry];
            double bound = 5 * Math.Sqrt(p * (1 - p) / Shots);
            Assert.InRange(sampled.Values.Span[entry], p - bound, p + bound);
        }

        Assert.Equal(exact.Values.Length * Shots, sampled.Spent.Shots);
        Assert.Equal(exact.Values.Length, sampled.Variances.Length);
    }

    [Fact]
    public void Entries_do_not_depend_on_how_columns_are_cut()
    {
        using JsonDocument document = Read();
        Emulator emulator = Make("gates", "aer-target");
        IProgram program = emulator.Adopt(Half(document, emulator.Noise.Device), Request, ScheduleOptions.None, CancellationToken.None);
        RowTable rows = Rows(document, program);
        IFidelityKernel kernel = program.Find<IFidelityKernel>()!;
        KernelValues whole = kernel.Kernel(rows, rows, Budget.ExactValue, Streams, CancellationToken.None);
        for (int row = 0; row < rows.Rows; row++)
        {
            var single = rows with { Own = rows.Own.Slice(row * program.Columns.Count, program.Columns.Count), Rows = 1 };
            KernelValues line = kernel.Kernel(single, rows, Budget.ExactValue, Streams, CancellationToken.None);
            Assert.Equal(whole.Values.Slice(row * rows.Rows, rows.Rows).ToArray(), line.Values.ToArray());
        }
    }

    private static Request Request => new(null, Asked.Kernel, Budget.ExactValue, Limits.Default);

    private static void Check(string noise, string readout, Func<Emulator, IProgram, IFidelityKernel> choose)
    {
        using JsonDocument document = Read();
        Emulator emulator = Make(noise, readout);
        IProgram program = emulator.Adopt(Half(document, emulator.Noise.Device), Request, ScheduleOptions.None, CancellationToken.None);
        RowTable rows = Rows(document, program);
        KernelValues found = choose(emulator, program).Kernel(rows, rows, Budget.ExactValue, Streams, CancellationToken.None);
        JsonElement expected = document.RootElement.GetProperty("records").EnumerateArray().Single(r =>
            r.GetProperty("noise").GetString() == noise
            && (r.TryGetProperty("readout", out JsonElement path) ? path.GetString() : "none") == readout).GetProperty("K");
        for (int i = 0; i < rows.Rows; i++)
            for (int j = 0; j < rows.Rows; j++)
                Assert.Equal(expected[i][j].GetDouble(), found.Values.Span[(i * rows.Rows) + j], 1e-10);
    }

    private static JsonDocument Read() => JsonDocument.Parse(SharedData.Text("vectors", "aer", $"kernel-{DeviceName}.json"));

    private static Emulator Make(string noise, string readout)
    {
        NoiseSources sources = noise == "none" ? NoiseSources.None : NoiseSources.All & ~NoiseSources.Readout;
        sources |= readout == "none" ? NoiseSources.None : NoiseSources.Readout;
        return new(CalibrationDevices.Import($"{DeviceName}.json"), new NoiseOptions
        {
            Semantics = readout == "none" ? NoiseSemantics.AerTarget : readout,
            Sources = sources,
        });
    }

    /// <summary>The operations before the barrier of the shared text: the feature map alone.</summary>
    private static NativeCircuit Half(JsonDocument document, Device device)
    {
        string path = document.RootElement.GetProperty("circuit").GetString()!;
        Circuit whole = QasmReader.ReadOrThrow(new SourceText(path, SharedData.Text("vectors", "aer", path)));
        int[] qubits = [.. document.RootElement.GetProperty("qubits").EnumerateArray().Select(q => q.GetInt32())];
        CircuitBuilder builder = Circuit.Builder(device.QubitCount).Physical();
        for (int i = 0; i < 4; i++) builder.Parameter($"x{i}");
        for (int index = 0; whole[index].Kind == OperationKind.Gate; index++)
        {
            Operation operation = whole[index];
            builder.Add(operation.Gate, operation.Angles, [.. operation.Qubits.ToArray().Select(q => qubits[q])]);
        }

        NativeCircuit written = NativeCircuit.AsWritten(builder.Build(), Target.For(device));
        return written with { InitialLayout = [.. qubits], FinalLayout = [.. qubits] };
    }

    private static RowTable Rows(JsonDocument document, IProgram program)
    {
        JsonElement data = document.RootElement.GetProperty("data");
        double[] own = [.. data.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(x => x.GetDouble())];
        return new(program.Columns, own, data.GetArrayLength());
    }
}
