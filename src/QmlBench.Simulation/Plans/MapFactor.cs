namespace QmlBench.Simulation.Plans;

/// <summary>One factor of a fused map: a map that is constant or depends on one angle of the plan.</summary>
/// <param name="Map">The map.</param>
/// <param name="Angle">Which angle of the plan, or −1 if the map is constant.</param>
internal sealed record MapFactor(TrigonometricMap Map, int Angle)
{
    /// <summary>True if no angle occurs.</summary>
    internal bool IsConstant => Angle < 0;

    /// <summary>This factor, then <paramref name="next"/>, as one factor; null if both depend on an angle.</summary>
    internal MapFactor? Then(MapFactor next)
    {
        if (next.IsConstant) return new(Map.Then(next.Map), Angle);
        return IsConstant ? new(next.Map.After(Map), next.Angle) : null;
    }

    /// <summary>This factor on some of <paramref name="qubits"/> qubits.</summary>
    internal MapFactor Embed(int qubits, int[] positions) => new(Map.Embed(qubits, positions), Angle);
}
