using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>
/// Undoes a circuit step by step in front of another one: each inverse is multiplied with what can be moved next to it on its wires, and
/// products that are local, or a swap and local, collapse.
/// </summary>
/// <remarks>
/// Wires are the device qubits at the start. A swap renames the device qubits that later inverses stand on. Every move and product is an
/// identity, so what is left when all is undone is exactly the difference of the two circuits.
/// </remarks>
internal sealed class SeamReduction
{
    private const double QuarterPi = Math.PI / 4;
    private readonly double _tolerance;
    private readonly int[] _wireOf;

    /// <summary>The rest, with the first step in time at the end.</summary>
    private readonly List<Step> _rest;

    public SeamReduction(IEnumerable<Step> circuit, int deviceQubits, double tolerance)
    {
        _rest = [.. circuit.Reverse()];
        _wireOf = [.. Enumerable.Range(0, deviceQubits)];
        _tolerance = tolerance;
    }

    /// <summary>What is left, first step first.</summary>
    public IEnumerable<Step> Rest => Enumerable.Reverse(_rest);

    /// <summary>Device qubit at the start of what is now on a device qubit.</summary>
    public int WireOf(int device) => _wireOf[device];

    /// <summary>Puts the inverse of a step in front.</summary>
    public void Undo(Step step)
    {
        if (step is LocalStep local)
            Push(_wireOf[local.Qubits[0]], local.Unitary.Adjoint);
        else if (step is PairStep pair)
            Undo(_wireOf[pair.Qubits[0]], _wireOf[pair.Qubits[1]], pair.Unitary.Adjoint());
        else
            throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} cannot be undone.");
    }

    private void Undo(int a, int b, Matrix4 product)
    {
        var chain = new List<int>();
        var wires = new ChainWires(a, b);
        var whole = product;
        for (var i = _rest.Count - 1; i >= 0 && !wires.Closed; i--)
        {
            var step = _rest[i];
            if (!wires.Takes(step))
                continue;
            chain.Add(i);
            whole = wires.Widen(step) * whole;
            if (step is PairStep && Collapse(a, b, whole, chain))
                return;
        }
        _rest.Add(new PairStep([a, b], product));
    }

    private bool Collapse(int a, int b, Matrix4 whole, List<int> chain)
    {
        var w = WeylDecomposition.Of(whole);
        var isSwap = Math.Abs(w.C) > QuarterPi - _tolerance;
        if (w.A > _tolerance && !isSwap)
            return false;
        foreach (var index in chain)
            _rest.RemoveAt(index);
        var factors = KroneckerFactors.Of(isSwap ? whole * Matrix4.Swap : whole);
        if (isSwap)
            for (var device = 0; device < _wireOf.Length; device++)
                _wireOf[device] = _wireOf[device] == a ? b : _wireOf[device] == b ? a : _wireOf[device];
        Push(a, factors.First);
        Push(b, factors.Second);
        return true;
    }

    /// <summary>A one-qubit unitary in front, multiplied with the next one on its wire.</summary>
    private void Push(int wire, in Matrix2 unitary)
    {
        var merged = unitary;
        for (var i = _rest.Count - 1; i >= 0; i--)
        {
            if (!_rest[i].Qubits.Contains(wire))
                continue;
            if (_rest[i] is not LocalStep next)
                break;
            merged = next.Unitary * merged;
            _rest.RemoveAt(i);
            break;
        }
        if (!merged.IsIdentityUpToPhase(_tolerance))
            _rest.Add(new LocalStep([wire], merged));
    }

    /// <summary>Decides what can be moved to the front on two wires: past steps that commute with it there.</summary>
    private sealed class ChainWires(int a, int b)
    {
        private readonly WireAxis?[] _passed = new WireAxis?[2];
        private readonly bool[] _blocked = new bool[2];

        public bool Closed => _blocked[0] && _blocked[1];

        /// <summary>Whether the step joins the chain; if not, and it touches the wires, it stands in the way of what follows.</summary>
        public bool Takes(Step step)
        {
            var inside = step.Qubits.All(q => q == a || q == b);
            var touches = inside || step.Qubits.Any(q => q == a || q == b);
            if (!touches)
                return false;
            var free = inside;
            for (var i = 0; i < step.Qubits.Length; i++)
                free &= Side(step.Qubits[i]) is var side && side >= 0 && CanPass(side, WireAxis.Of(step, i));
            if (free)
                return true;
            for (var i = 0; i < step.Qubits.Length; i++)
                if (Side(step.Qubits[i]) is var side and >= 0)
                    Stand(side, WireAxis.Of(step, i));
            return false;
        }

        public Matrix4 Widen(Step step) => step switch
        {
            PairStep pair => pair.Qubits[0] == a ? pair.Unitary : pair.Unitary.Exchanged(),
            LocalStep local when local.Qubits[0] == a => Matrix4.Kron(local.Unitary, Matrix2.Identity),
            LocalStep local => Matrix4.Kron(Matrix2.Identity, local.Unitary),
            _ => throw new InvalidOperationException($"Bug in QmlBench: a {step.GetType().Name} cannot be undone.")
        };

        private int Side(int wire) => wire == a ? 0 : wire == b ? 1 : -1;

        private bool CanPass(int side, WireAxis? axis) =>
            !_blocked[side] && (_passed[side] is not { } standing || (axis is { } mine && standing.Agrees(mine)));

        private void Stand(int side, WireAxis? axis)
        {
            if (axis is { } mine && !_blocked[side] && (_passed[side] is not { } standing || standing.Agrees(mine)))
                _passed[side] = mine;
            else
                _blocked[side] = true;
        }
    }
}
