using CsCheck;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Tests.Emulation.Noise;

public sealed class GroupReadoutTests
{
    private static readonly Gen<double[]> Rows = Gen.Double[0.0, 0.2].Array[12];

    [Fact]
    public void Powers_multiply_and_the_half_power_is_a_root() => Property.Holds(Rows, drawn =>
    {
        ReadoutGroup group = Group(drawn);
        double[] once = [.. GroupReadout.Of(group, 1).Confusion], twice = [.. GroupReadout.Of(group, 2).Confusion];
        AssertEqual(Product(once, once), twice, 1e-14);
        AssertEqual(Product(twice, once), [.. GroupReadout.Of(group, 3).Confusion], 1e-14);
        AssertEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], [.. GroupReadout.Of(group, 0).Confusion], 0);
        if (HalfOf(group) is { } half)
        {
            AssertEqual(once, Product([.. half.Confusion], [.. half.Confusion]), 1e-12);
            Assert.All(half.Confusion, probability => Assert.InRange(probability, 0, 1));
        }
    });

    [Fact]
    public void The_power_of_independent_errors_is_that_of_each_qubit()
    {
        ReadoutConfusion first = new(0.02, 0.07), second = new(0.05, 0.03);
        var group = new ReadoutGroup([4, 1], [.. Independent(first, second)]);
        double[] expected = Independent(Power(first, 1.5), Power(second, 1.5));
        AssertEqual(expected, [.. GroupReadout.Of(group, 1.5).Confusion], 1e-13);
    }

    [Fact]
    public void A_power_with_negative_entries_is_refused_with_its_qubits()
    {
        // Both bits flip together or none does, by way of states that never occur: half of it would need them.
        var group = new ReadoutGroup([0, 2], [0.4, 0, 0, 0.6, 0, 1, 0, 0, 0, 0, 1, 0, 0.6, 0, 0, 0.4]);
        var refusal = Assert.Throws<ExecutionRefusedException>(() => GroupReadout.Of(group, 0.5));
        Assert.Contains("the correlated readout of qubits 0, 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Marginals_restrictions_and_errors_before_are_those_of_the_definition() => Property.Holds(Rows, drawn =>
    {
        GroupReadout group = GroupReadout.Of(Group(drawn), 1);
        ReadoutConfusion marginal = group.Marginal(3);
        Assert.Equal(marginal.OneGivenZero, Sum((t, r) => (t & 1) == 0 && (r & 1) == 1 ? 0.5 : 0), 1e-14);
        Assert.Equal(marginal.ZeroGivenOne, Sum((t, r) => (t & 1) == 1 && (r & 1) == 0 ? 0.5 : 0), 1e-14);
        GroupReadout only = group.Only(qubit => qubit == 1);
        Assert.Equal(group.Probability(1, 2) + group.Probability(1, 3), only.Probability(1, 3), 1e-14);
        Assert.Equal(0, only.Probability(1, 2));
        GroupReadout zero = group.Where(qubit => qubit == 1);
        Assert.Equal([1], zero.Qubits);
        Assert.Equal(group.Probability(2, 0) + group.Probability(2, 1), zero.Probability(1, 0), 1e-14);
        GroupReadout after = group.After(qubit => qubit == 3 ? new ReadoutConfusion(0.25, 0) : null);
        Assert.Equal((0.75 * group.Probability(2, 1)) + (0.25 * group.Probability(3, 1)), after.Probability(2, 1), 1e-14);
        double Sum(Func<int, int, double> weight) => Enumerable.Range(0, 16).Sum(i => weight(i / 4, i % 4) * group.Probability(i / 4, i % 4));
    });

    [Fact]
    public void The_value_of_a_recorded_parity_is_that_of_its_weights() => Property.Holds(Rows, drawn =>
    {
        GroupReadout group = GroupReadout.Of(Group(drawn), 1);
        for (int mask = 0; mask < 4; mask++)
        {
            double[] weights = group.RecordedZ(mask);
            for (int actual = 0; actual < 4; actual++)
            {
                double expected = Enumerable.Range(0, 4).Sum(recorded => group.Probability(actual, recorded) * Sign(recorded & mask));
                Assert.Equal(expected, Enumerable.Range(0, 4).Sum(kept => weights[kept] * Sign(actual & kept)), 1e-14);
            }
        }
    });

    private static int Sign(int bits) => (int.PopCount(bits) & 1) == 0 ? 1 : -1;

    // Off-diagonal entries as drawn.
    private static ReadoutGroup Group(double[] drawn)
    {
        var entries = new double[16];
        for (int row = 0; row < 4; row++)
        {
            int next = 3 * row;
            for (int column = 0; column < 4; column++)
                if (row != column) entries[(4 * row) + column] = drawn[next++];
            entries[5 * row] = 1 - (drawn[3 * row] + drawn[(3 * row) + 1] + drawn[(3 * row) + 2]);
        }

        return new([3, 1], [.. entries]);
    }

    private static GroupReadout? HalfOf(ReadoutGroup group)
    {
        try
        {
            return GroupReadout.Of(group, 0.5);
        }
        catch (ExecutionRefusedException)
        {
            return null;
        }
    }

    private static ReadoutConfusion Power(ReadoutConfusion confusion, double power)
    {
        double sum = confusion.OneGivenZero + confusion.ZeroGivenOne, lost = 1 - Math.Pow(1 - sum, power);
        return new(confusion.OneGivenZero / sum * lost, confusion.ZeroGivenOne / sum * lost);
    }

    private static double[] Independent(ReadoutConfusion first, ReadoutConfusion second) =>
        [.. Enumerable.Range(0, 16).Select(i =>
            first.Probability((i / 4) & 1, i & 1) * second.Probability(i / 8, (i >> 1) & 1))];

    private static double[] Product(double[] first, double[] next) =>
        [.. Enumerable.Range(0, 16).Select(i => Enumerable.Range(0, 4).Sum(k => first[(i / 4 * 4) + k] * next[(4 * k) + (i % 4)]))];

    private static void AssertEqual(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
