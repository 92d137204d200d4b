using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>A native one-qubit gate with numbers for its angles.</summary>
internal sealed record NativePulse(Gate Gate, double[] Values)
{
    public Angle[] Angles { get; } = [.. Values.Select(v => (Angle)v)];

    public Matrix2 Matrix()
    {
        var m = Gate.Matrix(Values);
        return new(m[0, 0], m[0, 1], m[1, 0], m[1, 1]);
    }
}
