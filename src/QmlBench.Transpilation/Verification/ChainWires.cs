using QmlBench.Circuits;
using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>Decides what can be moved to the front on two wires: past steps that commute with it there.</summary>
/// <remarks>Under a condition, only steps under the same one, up to where its bits are written.</remarks>
internal sealed class ChainWires(Circuit source, int a, int b, Condition? condition)
{
    private readonly WireBarriers _passed = new(2);

    public bool Closed => _passed.IsClosed(0) && _passed.IsClosed(1);

    /// <summary>Whether the step joins the chain; if not, and it touches the wires, it stands in the way of what follows.</summary>
    public bool Takes(Step step)
    {
        if (step.Writes(source, condition))
            _passed.Close();
        var free = step is LocalStep or PairStep && Equals(step.Condition, condition);
        for (var i = 0; i < step.Qubits.Length; i++)
            free &= Side(step.Qubits[i]) is var side && side >= 0 && _passed.LetsPass(side, WireAxis.Of(step, i));
        if (free)
            return true;
        for (var i = 0; i < step.Qubits.Length; i++)
            if (Side(step.Qubits[i]) is var side and >= 0)
                _passed.Stand(side, WireAxis.Of(step, i));
        return false;
    }

    /// <summary>A step of the chain as a matrix on both wires.</summary>
    public Matrix4 Widen(Step step) => step switch
    {
        PairStep pair => pair.Qubits[0] == a ? pair.Unitary : pair.Unitary.Exchanged(),
        LocalStep local when local.Qubits[0] == a => Matrix4.Kron(local.Unitary, Matrix2.Identity),
        LocalStep local => Matrix4.Kron(Matrix2.Identity, local.Unitary),
        _ => throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} is no part of a chain.")
    };

    private int Side(int wire) => wire == a ? 0 : wire == b ? 1 : -1;
}
