using System.Runtime.Intrinsics;

namespace QmlBench.Simulation.Kernels;

/// <summary>How eight choices of the other digits lie in a state.</summary>
internal interface IPairAccess
{
    /// <summary>True if rows are written to packed memory first.</summary>
    static abstract bool IsPacked { get; }

    /// <summary>Four rows, those of the lower digit.</summary>
    static abstract (Vector512<double> I, Vector512<double> X, Vector512<double> Y, Vector512<double> Z) Load(
        ref double place, nint low, nint gap);

    /// <summary>Reads one row; a packed one where rows are packed.</summary>
    static abstract Vector512<double> Read(ref double place, nint gap);

    /// <summary>Writes four rows, those of the lower digit.</summary>
    static abstract void StoreFour(
        Vector512<double> i, Vector512<double> x, Vector512<double> y, Vector512<double> z, ref double place, nint low, nint gap);

    /// <summary>Writes one row; a packed one where rows are packed.</summary>
    static abstract void Store(Vector512<double> value, ref double place, nint gap);

    /// <summary>Brings sixteen packed rows to their place.</summary>
    static abstract void Unpack(ref double packed, ref double target, PairPlace to);
}
