using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>The places of blocks in registers of one kind, each made once.</summary>
internal sealed class GeometryTable(RegisterShape shape, int lanes, RegisterLayout layout)
{
    private readonly Dictionary<int, BlockGeometry> _known = [];

    /// <summary>The place of a block on the given qubits, ascending.</summary>
    internal BlockGeometry Of(int[] qubits)
    {
        int mask = qubits.Aggregate(0, static (bits, qubit) => bits | (1 << qubit));
        if (!_known.TryGetValue(mask, out BlockGeometry? geometry))
            _known[mask] = geometry = new BlockGeometry(qubits, shape, lanes, layout);
        return geometry;
    }
}
