using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Randomness;

public sealed class PhiloxTests
{
    /// <summary>kat_vectors of Random123 1.14, lines "philox4x32 10".</summary>
    [Theory]
    [InlineData(0x0UL, 0x0UL, 0x0UL, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0a4093822UL, 0x0370734413198a2eUL, 0x85a308d3243f6a88UL, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void AgreesWithTheVectorsOfItsAuthors(ulong key, ulong high, ulong low, uint r0, uint r1, uint r2, uint r3) =>
        Assert.Equal((r0, r1, r2, r3), Philox.Block(key, high, low));

    [Fact]
    public void FourBlocksAtOnceAreFourBlocks()
    {
        ulong[] keys = [0, ulong.MaxValue, 0x299f31d0a4093822], counters = [0, 5, uint.MaxValue - 1, ulong.MaxValue - 1];
        var words = new ulong[8];
        foreach (ulong key in keys)
        {
            foreach (ulong counter in counters)
            {
                Philox.FourBlocks(key, ~key, counter, words);
                for (int i = 0; i < 4; i++)
                {
                    var (a, b, c, d) = Philox.Block(key, ~key, unchecked(counter + (ulong)i));
                    Assert.Equal((a | ((ulong)b << 32), c | ((ulong)d << 32)), (words[2 * i], words[(2 * i) + 1]));
                }
            }
        }
    }
}
