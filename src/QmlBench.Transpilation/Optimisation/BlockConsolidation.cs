using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Multiplies every maximal run of numeric steps on one pair of wires into one two-qubit unitary.</summary>
/// <remarks>One-qubit unitaries are taken in only between two gates of a block, so that diagonal blocks stay diagonal and go on commuting.
/// A symbolic turn ends a block. Blocks that turn out to be products of one-qubit unitaries are split again.</remarks>
internal sealed class BlockConsolidation
{
    private readonly Flow _flow;
    private readonly List<object> _items = [];
    private readonly Block?[] _open;
    private readonly Matrix2?[] _waiting;

    private BlockConsolidation(Flow flow)
    {
        _flow = flow;
        _open = new Block?[flow.WireCount];
        _waiting = new Matrix2?[flow.WireCount];
    }

    private sealed class Block(int first, int second)
    {
        public int First => first;
        public int Second => second;
        public Matrix4 Unitary { get; set; } = Matrix4.Identity;
    }

    public static Flow Run(Flow flow)
    {
        var pass = new BlockConsolidation(flow);
        foreach (var step in flow.Steps)
            pass.Take(step);
        for (var q = 0; q < flow.WireCount; q++)
            pass.Close(q);
        return pass.Finish();
    }

    private void Take(Step step)
    {
        if (step is LocalStep { IsFree: true } local)
            TakeLocal(local);
        else if (step is PairStep { IsFree: true } pair)
            TakePair(pair);
        else
        {
            foreach (var qubit in step.Qubits)
                Close(qubit);
            _items.Add(step);
        }
    }

    private void TakeLocal(LocalStep local)
    {
        var qubit = local.Qubits[0];
        _waiting[qubit] = _waiting[qubit] is { } before ? local.Unitary * before : local.Unitary;
    }

    private void TakePair(PairStep pair)
    {
        int a = pair.Qubits[0], b = pair.Qubits[1];
        var block = _open[a];
        if (block is null || block != _open[b])
        {
            Close(a);
            Close(b);
            block = new(a, b);
            (_open[a], _open[b]) = (block, block);
            _items.Add(block);
        }
        else if (_waiting[a] is not null || _waiting[b] is not null)
            block.Unitary = Matrix4.Kron(TakeWaiting(block.First), TakeWaiting(block.Second)) * block.Unitary;
        block.Unitary = (block.First == a ? pair.Unitary : pair.Unitary.Exchanged()) * block.Unitary;
    }

    private Matrix2 TakeWaiting(int qubit)
    {
        var unitary = _waiting[qubit] ?? Matrix2.Identity;
        _waiting[qubit] = null;
        return unitary;
    }

    private void DropBlock(int qubit)
    {
        if (_open[qubit] is not { } block)
            return;
        (_open[block.First], _open[block.Second]) = (null, null);
    }

    private void Close(int qubit)
    {
        DropBlock(qubit);
        if (_waiting[qubit] is { } unitary)
            _items.Add(new LocalStep([qubit], unitary));
        _waiting[qubit] = null;
    }

    private Flow Finish()
    {
        var result = new FlowBuilder();
        foreach (var item in _items)
            if (item is Block block)
                Emit(result, new PairStep([block.First, block.Second], block.Unitary));
            else
                result.Add((Step)item);
        return result.Build(_flow);
    }

    private static void Emit(FlowBuilder result, PairStep block)
    {
        if (block.Cost > 0)
        {
            result.Add(block);
            return;
        }
        var factors = KroneckerFactors.Of(block.Unitary);
        result.Local(block.Qubits[0], factors.First);
        result.Local(block.Qubits[1], factors.Second);
        result.AddPhase(factors.Phase);
    }
}
