namespace QmlBench.Simulation.Kernels;

/// <summary>A complex 2×2 matrix as its coefficients: (Re, Im) of U00, U01, U10, U11.</summary>
internal static class UnitaryAlgebra
{
    /// <summary>Number of coefficients.</summary>
    internal const int Entries = 8;

    /// <summary>Where the coefficients stand in the real 4×4 form [[Re U, −Im U], [Im U, Re U]].</summary>
    internal static readonly int[] MapEntries = [0, 8, 1, 9, 4, 12, 5, 13];
}
