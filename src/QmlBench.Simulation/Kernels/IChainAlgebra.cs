using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// The small algebra of one-qubit maps, each coefficient <c>lanes</c> doubles, compiled for one vector width and one kind of register.
/// </summary>
internal interface IChainAlgebra
{
    /// <summary>Coefficients of a map.</summary>
    int Entries { get; }

    /// <summary>Where the coefficients stand in the matrix of a map.</summary>
    ReadOnlySpan<int> MapEntries { get; }

    /// <summary>Writes the entries of a map at the current angles.</summary>
    void Evaluate(EntryTable table, AngleTable angles, ref double target);

    /// <summary>Adds to the slope of the angle of a map what follows from the slopes of its entries.</summary>
    void AddSlopes(EntryTable table, AngleTable angles, ref double correlations, ref double slopes);

    /// <summary>target = second · first, maps of one qubit; target is another place than both.</summary>
    void Multiply(ref double second, ref double first, ref double target, int lanes);

    /// <summary>target = secondᵀ · slope: the slope of a product by its first factor.</summary>
    void SlopeOfFirst(ref double second, ref double slope, ref double target, int lanes);

    /// <summary>target = slope · firstᵀ: the slope of a product by its second factor.</summary>
    void SlopeOfSecond(ref double slope, ref double first, ref double target, int lanes);
}
