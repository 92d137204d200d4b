using System.Security.Cryptography;
using CsCheck;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Randomness;

public sealed class StreamKeyTests
{
    /// <summary>The bytes of the documentation, written out here a second time.</summary>
    [Fact]
    public void EncodingIsTheOneThatIsDocumented()
    {
        byte[] root = SHA256.HashData([.. "qmlbench/stream/v1"u8, 0, 7, 1, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, .. "data"u8]);
        byte[] named = SHA256.HashData([.. root, 1, 3, 0, 0, 0, .. "µm"u8]);
        byte[] numbered = SHA256.HashData([.. root, 2, 3, 0, 0, 0, .. "row"u8, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        var key = StreamKey.Root(263, "data");
        Assert.Equal(root, key.ToArray());
        Assert.Equal(named, key.Derive("µm").ToArray());
        Assert.Equal(numbered, key.Derive("row", -2).ToArray());
        Assert.Equal(Convert.ToHexStringLower(root), key.ToString());
    }

    [Fact]
    public void DifferentPathsNeverMeet()
    {
        var key = StreamKey.Root(1, "a");
        StreamKey[] keys =
        [
            key, StreamKey.Root(2, "a"), StreamKey.Root(1, "b"), key.Derive("a"), key.Derive("a", 0), key.Derive("a", 1), key.Derive("a0"),
            key.Derive(""), key.Derive("", 0), key.Derive("a").Derive("b"), key.Derive("ab"), key.Derive("a\0\0\0\0\0\0\0\0"),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void EqualPathsGiveEqualKeysAndStreams() => Property.Holds(Gen.Select(Gen.ULong, Gen.String, Gen.Long), t =>
    {
        StreamKey a = StreamKey.Root(t.Item1, t.Item2).Derive(t.Item2, t.Item3);
        StreamKey b = StreamKey.Root(t.Item1, t.Item2).Derive(t.Item2, t.Item3);
        Assert.Equal(a, b);
        Assert.Equal(a.Open().NextUInt64(), b.Open().NextUInt64());
    });
}
