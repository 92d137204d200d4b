namespace QmlBench.Devices;

/// <summary>Place of a qubit in the vendor's drawing, as the vendor numbers it.</summary>
/// <param name="Row">First coordinate.</param>
/// <param name="Column">Second coordinate.</param>
public readonly record struct GridPoint(int Row, int Column);
