using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>Names of methods on the command line and in files.</summary>
public static class MethodNames
{
    /// <summary>The name of the automatic choice.</summary>
    public const string Auto = "auto";

    /// <summary>What may be asked for: the automatic choice and the methods that can be forced.</summary>
    public static ImmutableArray<string> Supported { get; } =
        [Auto, Of(MethodKind.StateVector), Of(MethodKind.Exact), Of(MethodKind.Trajectories)];

    /// <summary>The name of a method.</summary>
    public static string Of(MethodKind kind) => kind switch
    {
        MethodKind.StateVector => "state-vector",
        MethodKind.Exact => "exact",
        MethodKind.Stabilizer => "stabilizer",
        MethodKind.Trajectories => "trajectories",
        MethodKind.PauliPropagation => "pauli-propagation",
        MethodKind.MatrixProductState => "matrix-product-state",
        _ => "external",
    };

    /// <summary>The method of a name; null for the automatic choice.</summary>
    /// <exception cref="ArgumentException">The name is none of <see cref="Supported"/>.</exception>
    public static MethodKind? Parse(string name) => name switch
    {
        Auto => null,
        "state-vector" => MethodKind.StateVector,
        "exact" => MethodKind.Exact,
        "trajectories" => MethodKind.Trajectories,
        _ => throw new ArgumentException($"'{name}' is no method; the methods are {string.Join(", ", Supported)}.", nameof(name)),
    };
}
