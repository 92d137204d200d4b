using QmlBench.Numerics.Randomness;

namespace QmlBench.Emulation.Waist;

/// <summary>
/// The random streams of a run: each row draws from its own, so results do not depend on how rows are batched.
/// </summary>
/// <param name="Key">Key derived from the identity of the trial, never from the result key.</param>
/// <param name="FirstRow">Number of the first row of the table in the whole run.</param>
public readonly record struct RowStreams(StreamKey Key, long FirstRow = 0)
{
    /// <summary>The stream of a row for one purpose (<c>shots</c>, <c>twirl</c>).</summary>
    public RandomStream Open(string purpose, long row) => KeyOf(purpose, row).Open();

    /// <summary>The key of the stream of a row for one purpose, where streams are derived from it in turn.</summary>
    public StreamKey KeyOf(string purpose, long row) => Key.Derive(purpose).Derive("row", FirstRow + row);

    /// <summary>Streams of a part of the run, such as one circuit of a technique.</summary>
    public RowStreams Derive(string part) => this with { Key = Key.Derive(part) };

    /// <summary>Streams of part number <paramref name="index"/>.</summary>
    public RowStreams Derive(string part, long index) => this with { Key = Key.Derive(part, index) };
}
