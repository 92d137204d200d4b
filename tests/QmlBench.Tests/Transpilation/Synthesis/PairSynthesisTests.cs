using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Targets;

namespace QmlBench.Tests.Transpilation.Synthesis;

/// <summary>Every entangler's synthesis gives back the unitary to 1e-10, and in no more uses than it was made of.</summary>
public sealed class PairSynthesisTests
{
    private const double Tolerance = 1e-10;

    private static readonly SortedDictionary<string, PairSynthesis> Bases =
        new(EntanglingGate.Known.ToDictionary(known => known.Gate.Name, known => known.Synthesis), StringComparer.Ordinal);

    public static TheoryData<string> Names() => [.. Bases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void HaarRandomUnitariesComeBack(string name)
    {
        const int count = 300;
        RandomStream stream = StreamKey.Root(31, "haar").Derive(name).Open();
        int[] uses = new int[5];
        double worst = 0;
        for (int i = 0; i < count; i++)
        {
            (double difference, int used) = Synthesise(Bases[name], TwoQubitSynthesiserTests.Haar(stream));
            worst = Math.Max(worst, difference);
            uses[used]++;
        }
        Assert.InRange(worst, 0, Tolerance);
        AssertShares(name, uses, count);
    }

    /// <summary>Shares of Haar-random unitaries by count: 79 % of two √iSWAP (Huang et al., arXiv:2105.06074); three of CX; two of fsim.</summary>
    private static void AssertShares(string name, int[] uses, int count)
    {
        (int at, double share) = name switch { "sqrt_iswap" => (2, 0.79), "fsim" => (2, 1.0), "syc" => (3, 0.985), _ => (3, 1.0) };
        Assert.InRange(uses[at] / (double)count, share - 5 * Math.Sqrt(share * (1 - share) / count) - 0.01, 1);
        if (name == "sqrt_iswap")
            Assert.InRange(uses[3] / (double)count, 0.21 - 5 * Math.Sqrt(0.21 * 0.79 / count) - 0.01, 1);
    }

    public static TheoryData<string, double> NamesAndPerturbations()
    {
        var data = new TheoryData<string, double>();
        foreach (string name in Bases.Keys)
            foreach (double epsilon in (double[])[0, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6])
                data.Add(name, epsilon);
        return data;
    }

    /// <summary>Corners, edges and faces of the chamber, bare and between random locals, exact and perturbed.</summary>
    [Theory]
    [MemberData(nameof(NamesAndPerturbations))]
    public void DegenerateUnitariesComeBack(string name, double epsilon)
    {
        RandomStream stream = StreamKey.Root(32, "degenerate").Derive(name).Open();
        foreach ((double a, double b, double c) in Corners)
            for (int i = 0; i < 4; i++)
            {
                Matrix4 u = WeylDecomposition.Canonical(
                    a + epsilon * stream.NextGaussian(), b + epsilon * stream.NextGaussian(), c + epsilon * stream.NextGaussian());
                if (i > 0)
                    u = TwoQubitSynthesiserTests.Local(stream) * u * TwoQubitSynthesiserTests.Local(stream);
                (double difference, _) = Synthesise(Bases[name], u);
                Assert.True(difference <= Tolerance, $"({a}, {b}, {c}) in {name}: {difference:e2}");
            }
    }

    /// <summary>Identity, CX, SWAP, iSWAP, √iSWAP, √SWAP, B, syc, √CX, and points between.</summary>
    private static readonly (double, double, double)[] Corners =
    [
        .. from p in ((double, double, double)[])
            [
                (0, 0, 0), (6, 0, 0), (6, 6, 6), (6, 6, 0), (3, 3, 0), (3, 3, 3), (3, 3, -3), (6, 3, 0), (6, 6, 1), (3, 0, 0), (5, 0, 0), (5, 5, 0),
                (6, 4, 0), (6, 6, -2), (6, 2, 2), (6, 3, 3), (4, 2, 2), (4, 2, -2), (4, 3, 1), (1, 1, 1), (1, 1, -1), (1, 0.5, 0), (2, 1, 1),
                (2, 2, 1), (6, 5, -0.4), (0.01, 0.004, 0.002), (5.99, 5.98, 5.97), (6, 1, 1), (5, 5, 5), (0.3, 0.3, 0.1)
            ]
           select (p.Item1 * Math.PI / 24, p.Item2 * Math.PI / 24, p.Item3 * Math.PI / 24)
    ];

    /// <summary>n uses with anything between never take more than n.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NoMoreUsesThanItWasMadeOf(string name)
    {
        RandomStream stream = StreamKey.Root(33, "made of").Derive(name).Open();
        for (int i = 0; i < 200; i++)
        {
            int made = i % 4;
            Matrix4 u = Product(name, made, stream);
            (double difference, int used) = Synthesise(Bases[name], u);
            Assert.InRange(used, 0, made);
            Assert.InRange(difference, 0, Tolerance);
        }
    }

    private static Matrix4 Product(string name, int uses, RandomStream stream)
    {
        Assert.True(StandardGates.TryFind(name, out Gate? gate));
        Matrix4 u = TwoQubitSynthesiserTests.Local(stream);
        for (int k = 0; k < uses; k++)
        {
            double[] angles = [.. Enumerable.Range(0, gate.ParameterCount).Select(_ => 6 * stream.NextDouble() - 3)];
            u = TwoQubitSynthesiserTests.Local(stream) * Matrix4.OfGate(gate, angles) * u;
        }
        return u;
    }

    public static TheoryData<string, string, int> KnownCounts() => new()
    {
        { "sqrt_iswap", "sqrt_iswap", 1 }, { "sqrt_iswap", "iswap", 2 }, { "sqrt_iswap", "cx", 2 }, { "sqrt_iswap", "swap", 3 },
        { "sqrt_iswap", "syc", 3 }, { "iswap", "iswap", 1 }, { "iswap", "cx", 2 }, { "iswap", "swap", 3 }, { "iswap", "sqrt_iswap", 2 },
        { "syc", "syc", 1 }, { "syc", "cz", 2 }, { "syc", "csx", 2 }, { "syc", "swap", 3 }, { "syc", "iswap", 3 },
        { "syc", "sqrt_iswap", 2 }, { "fsim", "syc", 1 }, { "fsim", "cz", 1 }, { "fsim", "swap", 1 }, { "fsim", "iswap", 1 },
        { "rzz", "csx", 1 }, { "rzz", "cz", 1 }, { "rzz", "iswap", 2 }, { "rzz", "swap", 3 }, { "ms", "csx", 1 }, { "zz", "cx", 1 }
    };

    [Theory]
    [MemberData(nameof(KnownCounts))]
    public void NamedGatesTakeTheirKnownCount(string basis, string gate, int uses)
    {
        Assert.True(StandardGates.TryFind(gate, out Gate? found));
        (double difference, int used) = Synthesise(Bases[basis], Matrix4.OfGate(found, []));
        Assert.Equal(uses, used);
        Assert.InRange(difference, 0, Tolerance);
    }

    /// <summary>rzz of IBM's Heron takes angles in [0, π/2].</summary>
    [Fact]
    public void FractionalAnglesAreInTheNativeRange()
    {
        RandomStream stream = StreamKey.Root(34, "range").Open();
        for (int i = 0; i < 100; i++)
            foreach (PairUse use in Bases["rzz"].Synthesise(TwoQubitSynthesiserTests.Haar(stream)).Pairs)
                Assert.InRange(use.Angles[0].Constant, 0, Math.PI / 2 + 1e-12);
    }

    private static (double Difference, int Uses) Synthesise(PairSynthesis basis, Matrix4 u)
    {
        var w = WeylDecomposition.Of(u);
        TwoQubitForm form = basis.Synthesise(u, w);
        Assert.Equal(basis.CountOf(w), form.Uses);
        return (TwoQubitSynthesiserTests.Difference(form.Reassemble(), u), form.Uses);
    }
}
