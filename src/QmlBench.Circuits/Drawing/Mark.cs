namespace QmlBench.Circuits.Drawing;

/// <summary>One symbol on one wire.</summary>
/// <param name="Wire">Index of the wire in the drawing.</param>
/// <param name="Kind">Shape.</param>
/// <param name="Label">Text in the shape, if it is a box.</param>
internal readonly record struct Mark(int Wire, MarkKind Kind, string Label = "");
