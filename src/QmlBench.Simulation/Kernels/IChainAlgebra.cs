using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>The small algebra of one-qubit maps (twelve entries of <c>lanes</c> doubles, rows X, Y, Z of (I, X, Y, Z)), compiled for one vector width.</summary>
internal interface IChainAlgebra
{
    /// <summary>Writes the twelve entries of one factor.</summary>
    void Evaluate(MapFactor factor, AngleTable angles, ref double target);

    /// <summary>Writes one entry of a factor: <c>(((C + A_½ cos θ/2) + B_½ sin θ/2) + A_1 cos θ) + B_1 sin θ</c>, parts that are 0 left out.</summary>
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
