using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>A native gate that is locally equivalent to cx, at the angles where it is.</summary>
internal sealed class EntanglingGate
{
    private EntanglingGate(Gate gate, double[] values)
    {
        Gate = gate;
        Angles = [.. values.Select(v => (Angle)v)];
        Synthesis = TwoQubitSynthesiser.For(Matrix4.OfGate(gate, values));
    }

    public Gate Gate { get; }

    public Angle[] Angles { get; }

    public TwoQubitSynthesiser Synthesis { get; }

    /// <summary>Those a target's basis has, in order of preference where figures are equal.</summary>
    public static EntanglingGate[] Of(Target target)
    {
        (Gate Gate, double[] Values)[] known =
        [
            (StandardGates.CX, []), (StandardGates.CZ, []), (StandardGates.ECR, []), (StandardGates.MS, [0, 0, Math.PI / 2]),
            (StandardGates.RZZ, [Math.PI / 2]), (StandardGates.RXX, [Math.PI / 2]), (StandardGates.RZX, [Math.PI / 2])
        ];
        return [.. known.Where(k => target.Device.Basis.Contains(k.Gate.Name)).Select(k => new EntanglingGate(k.Gate, k.Values))];
    }
}
