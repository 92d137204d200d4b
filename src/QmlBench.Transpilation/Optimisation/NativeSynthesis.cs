using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>The synthesiser of each native gate of the CX class, made once.</summary>
internal static class NativeSynthesis
{
    private static readonly Lazy<TwoQubitSynthesiser> _cx = new(() => TwoQubitSynthesiser.For(Matrix4.OfGate(StandardGates.CX, [])));
    private static readonly Lazy<TwoQubitSynthesiser> _cz = new(() => TwoQubitSynthesiser.For(Matrix4.OfGate(StandardGates.CZ, [])));
    private static readonly Lazy<TwoQubitSynthesiser> _ecr = new(() => TwoQubitSynthesiser.For(Matrix4.OfGate(StandardGates.ECR, [])));

    public static TwoQubitSynthesiser For(Gate gate) => gate.Name switch
    {
        "cx" => _cx.Value,
        "cz" => _cz.Value,
        "ecr" => _ecr.Value,
        _ => throw new InvalidOperationException($"Bug in QmlBench: no two-qubit synthesis for gate '{gate.Name}'.")
    };
}
