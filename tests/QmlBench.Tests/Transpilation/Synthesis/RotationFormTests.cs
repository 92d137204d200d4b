using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Tests.Transpilation.Synthesis;

/// <summary>From steps to rotations after a Clifford unitary, through a search, and back to steps.</summary>
public sealed class RotationFormTests
{
    private static readonly SearchWeights Weights = new(8, 600, 300);

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    [InlineData(3, 0.3)]
    [InlineData(4, 0.3)]
    public void UnitariesComeBackUpToAPermutationThatIsWritten(int wires, double rotations)
    {
        RandomStream stream = StreamKey.Root(41, "forms").Open();
        var all = WireMetric.Of(wires, (_, _) => true);
        for (int i = 0; i < 20; i++)
            AssertComesBack(StepUnitary.Random(wires, 20, stream, rotations), wires, all, permute: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void OnALineOnlyNeighboursMeetAndEveryWireStays(double rotations)
    {
        RandomStream stream = StreamKey.Root(42, "forms").Open();
        var line = WireMetric.Of(4, (a, b) => b == a + 1);
        for (int i = 0; i < 20; i++)
        {
            List<Step> written = AssertComesBack(
                StepUnitary.Random(4, 20, stream, rotations, (a, b) => Math.Abs(a - b) == 1), 4, line, permute: false);
            Assert.All(written.Where(s => s.IsPair), s => Assert.Equal(1, Math.Abs(s.Qubits[0] - s.Qubits[1])));
        }
    }

    [Fact]
    public void CliffordStepsLeaveNoRotation()
    {
        RandomStream stream = StreamKey.Root(43, "forms").Open();
        for (int i = 0; i < 20; i++)
            Assert.Empty(PauliRotations.Of(4, StepUnitary.Random(4, 30, stream, 0)).Rotations);
    }

    /// <summary>Two T about one string are an S, wherever commuting steps and Clifford steps stand between.</summary>
    [Fact]
    public void RotationsAboutOneStringAddUp()
    {
        Step Turn(int wire, double angle) => new LocalStep([wire], Matrix2.RZ(angle));
        Step Cx() => new PairStep([0, 1], Matrix4.CX01);
        List<Step> steps = [Turn(0, 0.3), Cx(), Turn(1, 0.5), Cx(), Turn(0, 0.4), Cx(), Turn(1, Math.PI / 2 - 0.5), Turn(0, -0.7)];
        Assert.Empty(PauliRotations.Of(2, steps).Rotations);
        steps[6] = Turn(1, 0.2);
        Assert.Equal(0.7, Assert.Single(PauliRotations.Of(2, steps).Rotations).Angle.Constant, 12);
    }

    /// <summary>A ladder of CX between all pairs in order is one between neighbours: CX(0,1) CX(0,2) CX(1,2) … (as RealAmplitudes with
    /// full entanglement), n − 1 gates.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AllPairsInOrderAreALine(int wires)
    {
        List<Step> steps = [.. from a in Enumerable.Range(0, wires) from b in Enumerable.Range(a + 1, wires - a - 1)
            select new PairStep([a, b], Matrix4.CX01)];
        var all = WireMetric.Of(wires, (_, _) => true);
        Assert.Equal(wires - 1, new RotationSearch(PauliRotations.Of(wires, steps), all, true, Weights).Run(10)!.Count);
    }

    [Fact]
    public void ASearchThatMayNotSpendEnoughFindsNothing()
    {
        List<Step> ghz = [new PairStep([0, 1], Matrix4.CX01), new PairStep([1, 2], Matrix4.CX01)];
        var search = new RotationSearch(PauliRotations.Of(3, ghz), WireMetric.Of(3, (_, _) => true), true, Weights);
        Assert.Null(search.Run(1));
        Assert.Equal(2, search.Run(2)!.Count);
    }

    private static List<Step> AssertComesBack(List<Step> steps, int wires, WireMetric metric, bool permute)
    {
        List<QuarterMove>? moves = new RotationSearch(PauliRotations.Of(wires, steps), metric, permute, Weights).Run(60);
        Assert.NotNull(moves);
        List<Step> written = RotationForm.Of(PauliRotations.Of(wires, steps), moves);
        Assert.InRange(StepUnitary.DifferenceUpToPhase(StepUnitary.Of(wires, steps), StepUnitary.Of(wires, written)), 0, 1e-9);
        return written;
    }
}
