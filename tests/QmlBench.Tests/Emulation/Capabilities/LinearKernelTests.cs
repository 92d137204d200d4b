using QmlBench.Circuits;
using QmlBench.Emulation;
using QmlBench.Emulation.Capabilities;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation.Capabilities;

public class LinearKernelTests
{
    private const int Qubits = 6;
    private static readonly RowStreams Streams = new(StreamKey.Root(5, "shots"));

    [Fact]
    public void A_kernel_of_240_rows_costs_480_evolutions_and_equals_the_circuits_of_pairs()
    {
        const int count = 240;
        var emulator = new Emulator(ShippedDevices.Load("ibm_guadalupe_2021-04-20"), NoiseOptions.Default);
        var request = new Request(null, Asked.Kernel, Budget.ExactValue, Limits.Default);
        IProgram program = emulator.Compile(Map(), request, CompileOptions.Default(1), CancellationToken.None);
        var kernel = Assert.IsType<LinearKernel>(program.Find<IFidelityKernel>());
        RowTable all = Rows(program, [.. Enumerable.Range(0, count)]);
        KernelValues found = kernel.Kernel(all, all, Budget.ExactValue, Streams, CancellationToken.None);
        // A kernel that needs more evolutions than its rows and columns says so: TiledProductTests count them.
        Assert.DoesNotContain(found.Notices, static notice => notice.Source == "kernel");
        Assert.Equal(8L << (2 * Qubits), found.Method.Bytes);

        int[] x = [0, 101, 239], y = [0, 17, 150, 239];
        KernelValues pairs = PairwiseKernel.For(emulator, program, request, ScheduleOptions.Alap, CancellationToken.None)
            .Kernel(Rows(program, x), Rows(program, y), Budget.ExactValue, Streams, CancellationToken.None);
        for (int i = 0; i < x.Length; i++)
            for (int j = 0; j < y.Length; j++)
                Assert.Equal(pairs.Values.Span[(i * y.Length) + j], found.Values.Span[(x[i] * count) + y[j]], 1e-12);
    }

    /// <summary>A feature map along a line of qubits, which the device has: no other qubit is needed.</summary>
    private static Circuit Map()
    {
        CircuitBuilder builder = Circuit.Builder(Qubits);
        Angle[] x = [.. Enumerable.Range(0, Qubits).Select(q => builder.Parameter($"x{q}"))];
        for (int q = 0; q < Qubits; q++) builder.H(q).RZ(x[q], q);
        for (int q = 0; q + 1 < Qubits; q++) builder.CX(q, q + 1).RZ((Math.PI - x[q]) * (Math.PI - x[q + 1]), q + 1).CX(q, q + 1);
        return builder.Build();
    }

    private static RowTable Rows(IProgram program, int[] numbers) =>
        new(program.Columns, numbers.SelectMany(static n => Enumerable.Range(0, Qubits).Select(q => 0.37 * ((Qubits * n) + q) % 3.0)).ToArray(),
            numbers.Length);
}
