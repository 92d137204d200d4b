using System.Collections.Immutable;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>A native two-qubit gate with the synthesis that writes blocks in it.</summary>
internal sealed record EntanglingGate(Gate Gate, PairSynthesis Synthesis)
{
    /// <summary>Every gate that blocks can be written in, in order of preference where figures are equal.</summary>
    public static ImmutableArray<EntanglingGate> Known { get; } =
    [
        Fixed(StandardGates.CX), Fixed(StandardGates.CZ), Fixed(StandardGates.ECR), Fixed(StandardGates.ZZ),
        Family(StandardGates.MS), Family(StandardGates.RZZ), Family(StandardGates.RXX), Family(StandardGates.RYY), Family(StandardGates.RZX),
        new(StandardGates.FSim, FSimSynthesis.Instance), new(StandardGates.SqrtISwap, SqrtISwapSynthesis.Instance),
        new(StandardGates.ISwap, ISwapSynthesis.Instance), new(StandardGates.Syc, SycamoreSynthesis.Instance)
    ];

    /// <summary>Names of all gates that blocks can be written in.</summary>
    public static string Names { get; } = string.Join(", ", Known.Select(k => k.Gate.Name));

    /// <summary>Those a target's basis has, in the same order.</summary>
    public static EntanglingGate[] Of(Target target) => [.. Known.Where(k => target.Device.Basis.Contains(k.Gate.Name))];

    private static EntanglingGate Fixed(Gate gate) => new(gate, TwoQubitSynthesiser.For(new(gate)));

    private static EntanglingGate Family(Gate gate) => new(gate, FractionalSynthesis.For(gate)!);
}
