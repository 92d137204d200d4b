namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Arithmetic on one vector of doubles, so that every kernel is written once and compiled for each vector width.
/// </summary>
/// <remarks>
/// A fused multiply-add rounds once, whether the processor has the instruction or not, so the bits are the same for every width.
/// A formula is either fused throughout or not at all.
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

    /// <summary>Lane-wise <c>left·right + addend</c>, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>Lane-wise <c>addend − left·right</c>, rounded once.</summary>
    static abstract TVector MultiplySubtract(TVector left, TVector right, TVector addend);

    /// <summary>Lane-wise product.</summary>
    static abstract TVector Multiply(TVector left, TVector right);
}
