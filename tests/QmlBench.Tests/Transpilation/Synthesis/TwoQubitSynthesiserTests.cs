using System.Numerics;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Tests.Transpilation.Synthesis;

public sealed class TwoQubitSynthesiserTests
{
    private static readonly TwoQubitSynthesiser[] Synthesisers =
        [.. new[] { StandardGates.CX, StandardGates.CZ, StandardGates.ECR, StandardGates.ZZ }.Select(g => TwoQubitSynthesiser.For(new(g)))];

    [Fact]
    public void HaarRandomUnitariesTakeThreeUsesAndComeBack()
    {
        RandomStream stream = StreamKey.Root(11, "haar").Open();
        for (int i = 0; i < 3000; i++)
        {
            Matrix4 u = Haar(stream);
            AssertComesBack(u, 1e-12, expectedUses: 3);
        }
    }

    /// <summary>Points on every face and corner of the chamber and outside it, exact and perturbed, bare and between random
    /// locals.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1e-15)]
    [InlineData(1e-13)]
    [InlineData(1e-11)]
    [InlineData(1e-9)]
    [InlineData(1e-7)]
    public void DegeneratePointsComeBack(double perturbation)
    {
        RandomStream stream = StreamKey.Root(12, "degenerate").Open();
        double[] grid = [0, Math.PI / 8, Math.PI / 4, -Math.PI / 4, Math.PI / 2, 3 * Math.PI / 4, 0.3, -0.3];
        double Point() => grid[stream.NextInt(grid.Length)] + perturbation * stream.NextGaussian();
        for (int i = 0; i < 1500; i++)
        {
            Matrix4 canonical = WeylDecomposition.Canonical(Point(), Point(), Point());
            AssertComesBack(i % 3 == 0 ? canonical : Local(stream) * canonical * Local(stream), 3e-10, null);
        }
    }

    public static TheoryData<string, int> KnownCounts() => new()
    {
        { "cx", 1 }, { "cz", 1 }, { "cy", 1 }, { "ch", 1 }, { "ecr", 1 }, { "iswap", 2 }, { "dcx", 2 }, { "swap", 3 }, { "csx", 2 }
    };

    [Theory]
    [MemberData(nameof(KnownCounts))]
    public void NamedGatesTakeTheirKnownCount(string name, int uses)
    {
        Assert.True(StandardGates.TryFind(name, out Gate? gate));
        AssertComesBack(Matrix4.OfGate(gate, []), 1e-12, uses);
    }

    [Fact]
    public void ProductsTakeNone()
    {
        RandomStream stream = StreamKey.Root(13, "products").Open();
        for (int i = 0; i < 200; i++)
            AssertComesBack(Local(stream), 1e-12, 0);
    }

    /// <summary>The face c = 0 takes two uses, and chains of two CX with locals never more.</summary>
    [Fact]
    public void TwoUsesSufficeWhereTwoWereSpent()
    {
        RandomStream stream = StreamKey.Root(14, "two uses").Open();
        for (int i = 0; i < 500; i++)
            AssertComesBack(Local(stream) * Matrix4.CX01 * Local(stream) * Matrix4.CX10 * Local(stream), 1e-10, 2);
    }

    [Fact]
    public void DecompositionStaysInTheChamber()
    {
        RandomStream stream = StreamKey.Root(15, "chamber").Open();
        for (int i = 0; i < 1000; i++)
        {
            var w = WeylDecomposition.Of(Haar(stream));
            Assert.True(Math.PI / 4 + 1e-10 >= w.A && w.A >= w.B - 1e-10 && w.B >= Math.Abs(w.C) - 1e-10);
        }
    }

    private static void AssertComesBack(Matrix4 u, double tolerance, int? expectedUses)
    {
        var w = WeylDecomposition.Of(u);
        Assert.InRange(Difference(w.Reassemble(), u), 0, 1e-12);
        foreach (TwoQubitSynthesiser synthesiser in Synthesisers)
        {
            TwoQubitForm form = synthesiser.Synthesise(u, w);
            Assert.InRange(Difference(form.Reassemble(), u), 0, tolerance);
            if (expectedUses is { } uses)
                Assert.Equal(uses, form.Uses);
        }
    }

    internal static double Difference(Matrix4 a, Matrix4 b)
    {
        double worst = 0;
        for (int i = 0; i < 16; i++)
            worst = Math.Max(worst, (a.Elements[i] - b.Elements[i]).Magnitude);
        return worst;
    }

    internal static Matrix4 Local(RandomStream stream) => Matrix4.Kron(OneQubit(stream), OneQubit(stream));

    private static Matrix2 OneQubit(RandomStream stream) =>
        Matrix2.RZ(6 * stream.NextGaussian()) * Matrix2.RY(6 * stream.NextGaussian()) * Matrix2.RZ(6 * stream.NextGaussian());

    /// <summary>Gram–Schmidt (twice) on a complex Gaussian matrix.</summary>
    internal static Matrix4 Haar(RandomStream stream)
    {
        var columns = new Complex[4][];
        for (int j = 0; j < 4; j++)
        {
            Complex[] v = [.. Enumerable.Range(0, 4).Select(_ => new Complex(stream.NextGaussian(), stream.NextGaussian()))];
            for (int repeat = 0; repeat < 2; repeat++)
                for (int i = 0; i < j; i++)
                {
                    Complex overlap = Enumerable.Range(0, 4).Aggregate(Complex.Zero, (s, k) => s + Complex.Conjugate(columns[i][k]) * v[k]);
                    for (int k = 0; k < 4; k++)
                        v[k] -= overlap * columns[i][k];
                }
            double norm = Math.Sqrt(v.Sum(x => x.Magnitude * x.Magnitude));
            columns[j] = [.. v.Select(x => x / norm)];
        }
        return Matrix4.Of((r, c) => columns[c][r]);
    }
}
