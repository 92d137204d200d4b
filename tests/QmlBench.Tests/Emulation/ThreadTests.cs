using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Emulation;

/// <summary>No number of threads changes a bit of what an executor gives.</summary>
public sealed class ThreadTests
{
    private static readonly int[] Threads = [2, 3, 5];

    [Theory]
    [InlineData(4, MethodKind.Exact, 7)]
    [InlineData(10, MethodKind.Exact, 1)]
    [InlineData(4, MethodKind.Trajectories, 2)]
    [InlineData(10, MethodKind.Trajectories, 1)]
    public void Noisy_values_and_bitstrings_are_the_same(int qubits, MethodKind method, int rows)
    {
        var limits = Limits.Default with { Method = method, StandardError = 0.05, MostTrajectories = 400 };
        AssertSame(ShippedDevices.Load("ibm_guadalupe_2021-04-20"), qubits, limits, rows, Asked.Bitstrings);
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(18, 1)]
    public void Values_without_noise_are_the_same(int qubits, int rows) =>
        AssertSame(Device.Ideal(qubits), qubits, Limits.Default, rows, Asked.None);

    [Fact]
    public void Slopes_and_kernels_are_the_same()
    {
        Device device = ShippedDevices.Load("ibm_guadalupe_2021-04-20");
        var request = new Request(ObservableSet.AllZ(4), Asked.Gradient | Asked.Kernel, Budget.ExactValue, Limits.Default);
        var columns = new[] { 0, 1 };
        double[] Find(int threads)
        {
            IProgram program = new Emulator(device, NoiseOptions.Default, threads).Compile(
                Ladder(4), request, CompileOptions.Default(0), CancellationToken.None);
            RowTable rows = Rows(program, 11);
            Gradients slopes = program.Find<IGradient>()!.Differentiate(rows, request.Observables!, columns, null, CancellationToken.None);
            KernelValues kernel = program.Find<IFidelityKernel>()!.Kernel(
                rows, rows, Budget.ExactValue, new RowStreams(StreamKey.Root(1, "shots")), CancellationToken.None);
            return [.. slopes.Jacobian.Span, .. slopes.Values.Values.Span, .. kernel.Values.Span];
        }

        Assert.All(Threads, threads => Assert.Equal(Find(1), Find(threads)));
    }

    [Fact]
    public void Fewer_than_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Emulator(Device.Ideal(1), NoiseOptions.Default, 0));

    private static void AssertSame(Device device, int qubits, Limits limits, int rows, Asked asked)
    {
        var observables = new ObservableSet(Observable.Z(0, qubits), Observable.X(qubits - 1, qubits));
        (double[] Values, double[] Covariance, string Bits) Find(int threads)
        {
            IProgram program = new Emulator(device, NoiseOptions.Default, threads).Compile(
                Ladder(qubits), new(observables, asked, Budget.ExactValue, limits), CompileOptions.Default(0), CancellationToken.None);
            var streams = new RowStreams(StreamKey.Root(1, "shots"));
            RowTable table = Rows(program, rows);
            Estimates found = program.Estimate(table, observables, Budget.ExactValue, streams, CancellationToken.None);
            string bits = asked == Asked.None ? string.Empty : string.Join(';', program.Sample(table, Budget.ExactValue, streams,
                CancellationToken.None).Distributions.SelectMany(static d => d.Outcomes).Select(static o => $"{o.Bits}:{o.Probability:R}"));
            return (found.Values.ToArray(), found.Covariance.ToArray(), bits);
        }

        var expected = Find(1);
        foreach (int threads in Threads)
        {
            var found = Find(threads);
            Assert.Equal(expected.Values, found.Values);
            Assert.Equal(expected.Covariance, found.Covariance);
            Assert.Equal(expected.Bits, found.Bits);
        }
    }

    private static Circuit Ladder(int qubits)
    {
        CircuitBuilder builder = Circuit.Builder(qubits);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        for (int q = 0; q < qubits; q++) builder.RY(q % 2 == 0 ? a : b, q);
        for (int q = 0; q < qubits - 1; q++) builder.CX(q, q + 1);
        for (int q = 0; q < qubits; q++) builder.RX(q % 2 == 0 ? b : a, q);
        return builder.Build();
    }

    private static RowTable Rows(IProgram program, int rows) =>
        new(program.Columns, Enumerable.Range(0, 2 * rows).Select(static i => 0.3 + (0.17 * i)).ToArray(), rows);
}
