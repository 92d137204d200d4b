namespace QmlBench.Devices.Yaml;

/// <summary>Finds what the sites of a gate have in common, so that the writer need say it only once.</summary>
internal static class SiteCover
{
    /// <summary>Whether the gate has the same figures on every qubit, or on every coupler in the coupler's own orders.</summary>
    public static bool IsEverywhere(NativeGate gate, Device device)
    {
        if (gate.Sites.Count < 2 || gate.Sites.Any(s => s.Error != gate.Sites[0].Error || s.Duration != gate.Sites[0].Duration || s.Details != gate.Sites[0].Details))
            return false;
        IEnumerable<string> all = gate.Arity switch
        {
            1 => Enumerable.Range(0, device.QubitCount).Select(q => $"{q}"),
            2 => device.Coupling.Couplers.Select(c => c.ToString()),
            _ => [],
        };
        return gate.Sites.Select(s => s.Key()).SequenceEqual(all);
    }

    /// <summary>A figure that all sites share, or null if they do not, or if there is only one.</summary>
    public static double? Common(NativeGate gate, Func<GateSite, double?> figure)
    {
        double? first = gate.Sites.Count > 1 ? figure(gate.Sites[0]) : null;
        return gate.Sites.All(s => figure(s) == first) ? first : null;
    }
}
