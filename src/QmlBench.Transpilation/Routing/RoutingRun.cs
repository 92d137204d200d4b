namespace QmlBench.Transpilation.Routing;

/// <summary>What routing did: nodes and swaps in order, where every wire ended, and what it will cost.</summary>
/// <param name="Events">A node index, or −1 − i for swap i of <paramref name="Swaps"/>.</param>
/// <param name="Swaps">Pairs of device qubits.</param>
/// <param name="Final">Device qubit of each wire at the end.</param>
/// <param name="Blocks">Two-qubit blocks in order, with swaps merged into their neighbours, as <see cref="PairRuns"/> expects them.</param>
internal sealed record RoutingRun(int[] Events, (int A, int B)[] Swaps, int[] Final, PairBlock[] Blocks);
