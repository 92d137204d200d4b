using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QmlBench.Numerics.Randomness;

/// <summary>The name of a random stream: a 256-bit digest of the path that leads to it. Equal paths give equal streams, others
/// independent ones.</summary>
/// <remarks>
/// <para>Bytes that are hashed (SHA-256), so that another program can do the same: root = <c>"qmlbench/stream/v1"</c> · 0x00 · seed
/// (8 bytes) · text(purpose); child = digest of the parent (32 bytes) · 0x01 · text(name), or with an index · 0x02 · text(name) ·
/// index (8 bytes). The first item is ASCII without a length; text(s) = number of UTF-8 bytes (4 bytes) · UTF-8 bytes; integers are
/// little-endian.</para>
/// <para>Deriving is a one-way street: no name ever meets another path by accident, and the order in which streams are made never
/// matters.</para>
/// </remarks>
public readonly record struct StreamKey
{
    private const byte RootMark = 0, NameMark = 1, IndexMark = 2;

    private readonly UInt128 _first, _second;

    private StreamKey(ReadOnlySpan<byte> digest) =>
        (_first, _second) = (BinaryPrimitives.ReadUInt128LittleEndian(digest), BinaryPrimitives.ReadUInt128LittleEndian(digest[16..]));

    /// <summary>The key at the head of a tree of streams.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="purpose">What the tree is for, such as <c>data</c>, <c>shots</c> or <c>routing</c>.</param>
    /// <returns>The key.</returns>
    public static StreamKey Root(ulong seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var message = new List<byte>("qmlbench/stream/v1"u8.ToArray()) { RootMark };
        AppendInteger(message, seed);
        AppendText(message, purpose);
        return Hash(message);
    }

    /// <summary>The key of a named branch.</summary>
    /// <param name="name">Name of the branch.</param>
    /// <returns>The key of the child.</returns>
    public StreamKey Derive(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var message = new List<byte>(ToArray()) { NameMark };
        AppendText(message, name);
        return Hash(message);
    }

    /// <summary>The key of a numbered branch.</summary>
    /// <param name="name">What is numbered, such as <c>row</c> or <c>draw</c>.</param>
    /// <param name="index">Its number; any value.</param>
    /// <returns>The key of the child; always another one than without an index.</returns>
    public StreamKey Derive(string name, long index)
    {
        ArgumentNullException.ThrowIfNull(name);
        var message = new List<byte>(ToArray()) { IndexMark };
        AppendText(message, name);
        AppendInteger(message, unchecked((ulong)index));
        return Hash(message);
    }

    /// <summary>A new stream that starts at its first number.</summary>
    /// <returns>The stream; every call gives an independent reader of the same numbers.</returns>
    public RandomStream Open() => new(this);

    /// <summary>The digest.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] ToArray()
    {
        var digest = new byte[32];
        BinaryPrimitives.WriteUInt128LittleEndian(digest, _first);
        BinaryPrimitives.WriteUInt128LittleEndian(digest.AsSpan(16), _second);
        return digest;
    }

    /// <summary>The digest in hexadecimal.</summary>
    /// <returns>64 lower-case digits.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    private static StreamKey Hash(List<byte> message) => new(SHA256.HashData(message.ToArray()));

    private static void AppendInteger(List<byte> message, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        message.AddRange(bytes);
    }

    private static void AppendText(List<byte> message, string text)
    {
        byte[] encoded = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, encoded.Length);
        message.AddRange(length);
        message.AddRange(encoded);
    }
}
