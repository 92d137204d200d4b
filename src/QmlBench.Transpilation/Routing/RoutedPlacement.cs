namespace QmlBench.Transpilation.Routing;

/// <summary>A placement with its routing; equal ones are finished to the same circuit.</summary>
/// <param name="Layout">Device qubit of each wire at the start.</param>
/// <param name="Run">What routing did from there.</param>
/// <param name="Method">How the placement was found.</param>
internal sealed record RoutedPlacement(int[] Layout, RoutingRun Run, string Method)
{
    public bool Equals(RoutedPlacement? other) => other is not null && Method == other.Method
        && Layout.AsSpan().SequenceEqual(other.Layout) && Run.Events.AsSpan().SequenceEqual(other.Run.Events)
        && Run.Swaps.AsSpan().SequenceEqual(other.Run.Swaps);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var qubit in Layout)
            hash.Add(qubit);
        hash.Add(Run.Swaps.Length);
        return hash.ToHashCode();
    }
}
