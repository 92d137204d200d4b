using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>The small algebra of one-qubit maps, each coefficient <c>lanes</c> doubles, compiled for one vector width and one kind of register.</summary>
internal interface IChainAlgebra
{
    /// <summary>Coefficients of a map.</summary>
    int Entries { get; }

    /// <summary>Where the coefficients stand in the matrix of a map.</summary>
    ReadOnlySpan<int> MapEntries { get; }

    /// <summary>Writes the coefficients of one factor.</summary>
    void Evaluate(MapFactor factor, AngleTable angles, ref double target);

    /// <summary>Writes one entry of a factor.</summary>
    void EvaluateEntry(MapFactor factor, int entry, AngleTable angles, ref double target);

    /// <summary>Writes the derivative of one entry by the angle of the factor.</summary>
    void DifferentiateEntry(MapFactor factor, int entry, AngleTable angles, ref double target);

    /// <summary>target = second · first, maps of one qubit; target is another place than both.</summary>
    void Multiply(ref double second, ref double first, ref double target, int lanes);

    /// <summary>target = secondᵀ · slope: the slope of a product by its first factor.</summary>
    void SlopeOfFirst(ref double second, ref double slope, ref double target, int lanes);

    /// <summary>target = slope · firstᵀ: the slope of a product by its second factor.</summary>
    void SlopeOfSecond(ref double slope, ref double first, ref double target, int lanes);
}
