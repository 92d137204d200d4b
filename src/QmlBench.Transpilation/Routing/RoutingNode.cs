namespace QmlBench.Transpilation.Routing;

/// <summary>One step as routing sees it.</summary>
/// <param name="First">First wire of the pair that must be adjacent; −1 for a step without.</param>
/// <param name="Second">Second wire of the pair.</param>
/// <param name="Cost">Two-qubit gates it takes.</param>
/// <param name="CostWithSwap">Two-qubit gates it takes together with a swap of its two wires.</param>
internal readonly record struct RoutingNode(int First, int Second, int Cost, int CostWithSwap)
{
    /// <summary>A step that needs nothing adjacent.</summary>
    public static RoutingNode Anywhere { get; } = new(-1, -1, 0, 0);

    public bool IsPair => First >= 0;
}
