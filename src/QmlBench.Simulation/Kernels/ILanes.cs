namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Arithmetic on one vector of doubles, so that every kernel is written once and compiled for each vector width.
/// </summary>
/// <remarks>
/// Only separate multiplications and additions are offered, never a fused one: the bits are then the same for every width, and for a
/// processor without fused multiply-add.
/// </remarks>
/// <typeparam name="TVector">The vector: eight, four, two doubles, or one.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Number of doubles in a vector.</summary>
    static abstract int Width { get; }

    /// <summary>Reads a vector at <paramref name="source"/> + <paramref name="offset"/> elements.</summary>
    static abstract TVector Load(ref double source, nuint offset);

    /// <summary>Writes a vector at <paramref name="target"/> + <paramref name="offset"/> elements.</summary>
    static abstract void Store(TVector value, ref double target, nuint offset);

    /// <summary>The value in every lane.</summary>
    static abstract TVector Broadcast(double value);

    /// <summary>Lane-wise sum.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>Lane-wise difference.</summary>
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>Lane-wise product.</summary>
    static abstract TVector Multiply(TVector left, TVector right);
}
