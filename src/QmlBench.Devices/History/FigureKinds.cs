using System.Collections.Immutable;

namespace QmlBench.Devices.History;

/// <summary>Names of the figures that are followed over time.</summary>
public static class FigureKinds
{
    /// <summary>All kinds, in the order in which they are printed.</summary>
    public static ImmutableArray<FigureKind> All { get; } =
        [FigureKind.T1, FigureKind.T2, FigureKind.OneQubitError, FigureKind.TwoQubitError, FigureKind.ReadoutError];

    /// <summary>The key of a kind in JSON and in the names of random streams: <c>t1</c>, <c>two_qubit_error</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The key.</returns>
    public static string KeyOf(FigureKind kind) => kind switch
    {
        FigureKind.T1 => "t1",
        FigureKind.T2 => "t2",
        FigureKind.OneQubitError => "one_qubit_error",
        FigureKind.TwoQubitError => "two_qubit_error",
        FigureKind.ReadoutError => "readout_error",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Bug in QmlBench: a figure without a key."),
    };

    /// <summary>The name of a kind for people: <c>two-qubit error</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name.</returns>
    public static string NameOf(FigureKind kind) => kind switch
    {
        FigureKind.T1 => "T1",
        FigureKind.T2 => "T2",
        FigureKind.OneQubitError => "one-qubit error",
        FigureKind.TwoQubitError => "two-qubit error",
        FigureKind.ReadoutError => "readout error",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Bug in QmlBench: a figure without a name."),
    };

    /// <summary>Whether the figure is a time in seconds; the others are probabilities.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for T1 and T2.</returns>
    public static bool IsTime(FigureKind kind) => kind is FigureKind.T1 or FigureKind.T2;
}
