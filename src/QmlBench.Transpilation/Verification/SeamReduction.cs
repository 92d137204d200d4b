using QmlBench.Circuits;
using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>
/// Undoes a circuit step by step in front of another one: each inverse is multiplied with what can be moved next to it on its wires, and
/// products that are local, or a swap and local, collapse.
/// </summary>
/// <remarks>
/// Wires are those of the other circuit at the start. A swap renames the wires that later inverses stand on. A measurement or a reset is
/// undone by taking the same one out of the front. Steps under a condition are multiplied with steps under the same condition alone, with
/// nothing between that writes its bits. Every move and product is an identity, so what is left when all is undone is exactly the
/// difference of the two circuits.
/// </remarks>
internal sealed class SeamReduction
{
    private readonly Circuit _source;
    private readonly int[] _wireOf;
    private readonly double _tolerance;

    /// <summary>The rest, with the first step in time at the end.</summary>
    private readonly List<Step> _rest = [];

    /// <summary>Wire that stands for each wire of the circuit in front once its swaps are renamings.</summary>
    private readonly int[] _endOf;

    /// <param name="source">The circuit in which the steps' origins are looked up.</param>
    /// <param name="circuit">The steps in front of which others are undone: matrices on one or two wires, measurements and resets.</param>
    /// <param name="wires">Number of wires.</param>
    /// <param name="tolerance">Matrix elements closer than this are the same.</param>
    public SeamReduction(Circuit source, IEnumerable<Step> circuit, int wires, double tolerance)
    {
        (_source, _tolerance) = (source, tolerance);
        _wireOf = [.. Enumerable.Range(0, wires)];
        _endOf = [.. Enumerable.Range(0, wires)];
        foreach (var step in circuit)
            Take(step.On([.. step.Qubits.Select(q => _endOf[q])]));
        _rest.Reverse();
    }

    /// <summary>Largest difference of matrix elements that was taken for none.</summary>
    public double Worst { get; private set; }

    /// <summary>What is left, first step first.</summary>
    public IEnumerable<Step> Rest => Enumerable.Reverse(_rest);

    /// <summary>Wire at the start of what is now on a wire of the circuit undone.</summary>
    public int WireOf(int wire) => _wireOf[wire];

    /// <summary>Wire on which the other circuit ends what it names by a wire, without its swaps.</summary>
    public int EndOf(int wire) => _endOf[wire];

    /// <summary>Puts the inverse of a step in front.</summary>
    /// <returns>False for a measurement or reset that does not stand in front.</returns>
    public bool Undo(Step step)
    {
        int[] wires = [.. step.Qubits.Select(q => _wireOf[q])];
        switch (step)
        {
            case FixedStep fix:
                return Remove(fix with { Qubits = wires });
            case LocalStep local:
                Push(wires[0], local.Unitary.Adjoint, local.Condition);
                return true;
            case PairStep pair:
                Undo(wires[0], wires[1], pair.Unitary.Adjoint(), pair.Condition);
                return true;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} cannot be undone.");
        }
    }

    /// <summary>Takes a step of the other circuit, first to last; mere swaps become names and products are split.</summary>
    private void Take(Step step)
    {
        if (step is not PairStep pair || LocalProduct.Of(pair, _tolerance) is not { } product || (product.IsSwap && !pair.IsFree))
        {
            if (step is not LocalStep local || !Vanishes(local.Unitary))
                _rest.Add(step);
            return;
        }
        Worst = Math.Max(Worst, product.Deviation);
        var (a, b) = (pair.Qubits[0], pair.Qubits[1]);
        if (product.IsSwap)
        {
            Exchange(_endOf, a, b);
            // U = (V ⊗ W)·SWAP: what V acts on now has the name of the other.
            (a, b) = (b, a);
        }
        Take(new LocalStep([a], product.First) { Condition = step.Condition });
        Take(new LocalStep([b], product.Second) { Condition = step.Condition });
    }

    private void Undo(int a, int b, Matrix4 product, Condition? condition)
    {
        var chain = new List<int>();
        if (Collapse(a, b, product, condition, chain))
            return;
        var wires = new ChainWires(_source, a, b, condition);
        var whole = product;
        for (var i = _rest.Count - 1; i >= 0 && !wires.Closed; i--)
        {
            var step = _rest[i];
            if (!wires.Takes(step))
                continue;
            chain.Add(i);
            whole = wires.Widen(step) * whole;
            if (step is PairStep && Collapse(a, b, whole, condition, chain))
                return;
        }
        _rest.Add(new PairStep([a, b], product) { Condition = condition });
    }

    private bool Collapse(int a, int b, Matrix4 whole, Condition? condition, List<int> chain)
    {
        if (LocalProduct.Of(new([a, b], whole), _tolerance) is not { } product || (product.IsSwap && condition is not null))
            return false;
        Worst = Math.Max(Worst, product.Deviation);
        foreach (var index in chain)
            _rest.RemoveAt(index);
        if (product.IsSwap)
            Exchange(_wireOf, a, b);
        Push(a, product.First, condition);
        Push(b, product.Second, condition);
        return true;
    }

    /// <summary>Whether a unitary is a mere phase.</summary>
    private bool Vanishes(in Matrix2 unitary)
    {
        if (!unitary.IsIdentityUpToPhase(_tolerance))
            return false;
        Worst = Math.Max(Worst, Math.Sqrt(Math.Max(Matrix2.SquaredAbs(unitary.M01), Matrix2.SquaredAbs(unitary.M00 - unitary.M11))));
        return true;
    }

    private static void Exchange(int[] wireOf, int a, int b)
    {
        for (var wire = 0; wire < wireOf.Length; wire++)
            wireOf[wire] = wireOf[wire] == a ? b : wireOf[wire] == b ? a : wireOf[wire];
    }

    /// <summary>A one-qubit unitary in front, multiplied with those next on its wire.</summary>
    private void Push(int wire, in Matrix2 unitary, Condition? condition)
    {
        var merged = unitary;
        for (var i = _rest.Count - 1; i >= 0; i--)
        {
            var step = _rest[i];
            if (step.Writes(_source, condition))
                break;
            if (!step.Qubits.Contains(wire))
                continue;
            if (step is not LocalStep next || !Equals(next.Condition, condition))
                break;
            merged = next.Unitary * merged;
            _rest.RemoveAt(i);
        }
        if (!Vanishes(merged))
            _rest.Add(new LocalStep([wire], merged) { Condition = condition });
    }

    /// <summary>Takes a measurement or a reset out of the front, past what it commutes with.</summary>
    private bool Remove(FixedStep fix)
    {
        var isReset = _source[fix.Origin].Kind == OperationKind.Reset;
        var forgotten = new List<int>();
        for (var i = _rest.Count - 1; i >= 0; i--)
        {
            var step = _rest[i];
            if (step is FixedStep same && same.Origin == fix.Origin && same.Qubits[0] == fix.Qubits[0])
            {
                _rest.RemoveAt(i);
                foreach (var index in forgotten)
                    _rest.RemoveAt(index - (index > i ? 1 : 0));
                return true;
            }
            if (step.MeetsBits(_source, fix))
                return false;
            var place = Array.IndexOf(step.Qubits, fix.Qubits[0]);
            if (place < 0)
                continue;
            // What a qubit alone went through is gone with the reset; a measurement is of z.
            if (isReset && fix.Condition is null && step is LocalStep { IsFree: true })
                forgotten.Add(i);
            else if (isReset || WireAxis.Of(step, place) is not { } axis || !axis.Agrees(WireAxis.AlongZ))
                return false;
        }
        return false;
    }
}
