namespace QmlBench.Simulation.Kernels;

/// <summary>A trace-preserving map of one qubit as its coefficients: rows X, Y, Z of the transfer matrix, each (I, X, Y, Z).</summary>
internal static class AffineAlgebra
{
    /// <summary>Number of coefficients.</summary>
    internal const int Entries = 12;

    /// <summary>Where the coefficients stand in the 4×4 matrix.</summary>
    internal static readonly int[] MapEntries = [.. Enumerable.Range(4, Entries)];
}
