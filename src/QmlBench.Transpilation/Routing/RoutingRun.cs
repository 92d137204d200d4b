namespace QmlBench.Transpilation.Routing;

/// <summary>What routing did: nodes and swaps in order, and where every wire ended.</summary>
/// <param name="Events">A node index, or −1 − i for swap i of <paramref name="Swaps"/>.</param>
/// <param name="Swaps">Pairs of device qubits.</param>
/// <param name="Final">Device qubit of each wire at the end.</param>
internal sealed record RoutingRun(int[] Events, (int A, int B)[] Swaps, int[] Final);
