using System.Numerics;
using CsCheck;
using QmlBench.Simulation.Plans;

namespace QmlBench.Tests.Simulation.Plans;

/// The qubits of a stage: few stages for the circuits people run, and never a stage that takes nothing.
public class StageQubitsTests
{
    [Theory]
    [InlineData(12, 10, 3, 8, 12)]
    [InlineData(20, 10, 4, 13, 8)]
    [InlineData(24, 5, 4, 13, 6)]
    public void A_ladder_needs_few_stages(int qubits, int layers, int low, int most, int expected)
    {
        List<ulong> blocks = [.. Enumerable.Range(0, layers).SelectMany(_ => Enumerable.Range(0, qubits - 1).Select(static q => 3UL << q))];
        Assert.InRange(Stages(blocks, low, most), 1, expected);
    }

    [Fact]
    public void Every_stage_holds_its_low_qubits_and_takes_the_first_block() => Property.Holds(
        Gen.Int[0, 15].Array[2, 3].Where(static q => q.Distinct().Count() == q.Length)
            .Select(static q => q.Aggregate(0UL, static (mask, one) => mask | (1UL << one))).List[1, 40],
        static blocks =>
        {
            ulong chosen = StageQubits.Choose([.. blocks], 0b111, 8);
            Assert.Equal(0b111UL, chosen & 0b111);
            Assert.InRange(BitOperations.PopCount(chosen), 3, 8);
            Assert.True(Taken(blocks, chosen) > 0);
        },
        count: 300);

    private static int Stages(List<ulong> blocks, int low, int most)
    {
        int stages = 0;
        while (blocks.Count > 0)
        {
            ulong qubits = StageQubits.Choose([.. blocks], (1UL << low) - 1, most);
            int taken = Taken(blocks, qubits);
            Assert.True(taken > 0);
            stages++;
        }

        return stages;
    }

    private static int Taken(List<ulong> blocks, ulong qubits)
    {
        ulong waits = 0;
        int before = blocks.Count;
        blocks.RemoveAll(block =>
        {
            bool fits = StageQubits.Fits(block, qubits, waits);
            if (!fits) waits |= block;
            return fits;
        });
        return before - blocks.Count;
    }
}
