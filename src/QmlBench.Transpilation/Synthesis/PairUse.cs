using QmlBench.Circuits;
using QmlBench.Circuits.Gates;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>One use of a native two-qubit gate with numbers for its angles, on (first, second) in its native direction.</summary>
internal sealed class PairUse
{
    public PairUse(Gate gate, params double[] values)
        : this(gate, values, Matrix4.OfGate(gate, values))
    {
    }

    private PairUse(Gate gate, double[] values, Matrix4 matrix)
    {
        Gate = gate;
        Angles = [.. values.Select(v => (Angle)v)];
        Matrix = matrix;
    }

    public Gate Gate { get; }

    public Angle[] Angles { get; }

    public Matrix4 Matrix { get; }

    /// <summary>The gate after a swap: what <see cref="SwapExchange"/> takes apart again.</summary>
    public PairUse AfterSwap() => new(Gate, [.. Angles.Select(a => a.Constant)], Matrix * Matrix4.Swap);
}
