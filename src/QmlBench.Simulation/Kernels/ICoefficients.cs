namespace QmlBench.Simulation.Kernels;

/// <summary>Where a kernel finds the coefficients of a map: one for all elements, or one per row of a parameter table.</summary>
internal interface ICoefficients<TVector, TLanes>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>After how many elements of a tile row the coefficients repeat.</summary>
    static abstract int Period { get; }

    /// <summary>Coefficient <paramref name="index"/> for the elements at <paramref name="lane"/> of a period.</summary>
    static abstract TVector Get(ref double table, int index, int lane);
}
