namespace QmlBench.Emulation.Waist;

/// <summary>Something the reader of a result must know: a fallback, an assumption, a clamp.</summary>
/// <param name="Source">The part that speaks: <c>noise</c>, <c>compile</c>, <c>zne</c> …</param>
/// <param name="Text">One sentence.</param>
public readonly record struct Notice(string Source, string Text);
