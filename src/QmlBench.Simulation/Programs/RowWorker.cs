using System.Collections.Immutable;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>
/// The working memory of one thread for one program: plans bound to one row of parameters or to eight, and the branches of the state.
/// </summary>
internal sealed class RowWorker : IRowWorker
{
    private const double MostIdleBytes = 256L << 20;

    private readonly ImmutableArray<ProgramStage> _stages;
    private readonly PlanRunner?[] _runners;
    private readonly int _qubits;
    private readonly bool _isStraight;
    private IGradientTape? _gradient;
    private double[]? _outcomes;
    private double[]? _records;
    private readonly Stack<AlignedBuffer> _free = new();
    private readonly bool[] _bits = new bool[64];

    internal RowWorker(ImmutableArray<ProgramStage> stages, int qubits, int lanes)
    {
        _stages = stages;
        _qubits = qubits;
        _isStraight = stages.Length == 1 && stages[0] is PlanStage { Condition: null };
        Lanes = lanes;
        _runners = [.. stages.Select(s => s is PlanStage plan ? new PlanRunner(plan.Plan, lanes) : null)];
        Branches = [];
    }

    /// <inheritdoc/>
    public int Lanes { get; }

    /// <inheritdoc/>
    public int Threads { get; set; } = 1;

    /// <inheritdoc/>
    /// <remarks>One state is kept whatever its size; many branches are not.</remarks>
    public bool IsSpacious => StatesMade > 2 && (double)StatesMade * sizeof(double) * Lanes * (1L << (2 * _qubits)) > MostIdleBytes;

    /// <summary>
    /// After <see cref="Run"/>: the state of each value of the records, by ascending value. One entry where nothing branches.
    /// </summary>
    internal SortedList<ulong, AlignedBuffer> Branches { get; }

    /// <summary>The runner of a program that is one stretch.</summary>
    internal PlanRunner Single => _runners[0]!;

    /// <summary>The memory for derivatives.</summary>
    internal IGradientTape Gradient =>
        _gradient ??= _isStraight ? new GradientWorker(Single) : new BranchTape(this, _stages, _runners);

    /// <inheritdoc/>
    public void Bind(ReadOnlySpan<double> rows, int columns)
    {
        foreach (PlanRunner? runner in _runners) runner?.Bind(rows, columns);
    }

    /// <summary>Runs everything from |0…0⟩.</summary>
    /// <param name="before">Called before each stage of a program that branches, with its number.</param>
    internal void Run(Action<int>? before = null)
    {
        if (_isStraight && Branches.Count == 1)
        {
            RunInto(Branches.GetValueAtIndex(0), Threads);
            return;
        }

        for (int i = 0; i < Branches.Count; i++) _free.Push(Branches.GetValueAtIndex(i));
        Branches.Clear();
        AlignedBuffer state = Take();
        StateKernel.SetZero(state.Span, _qubits, Lanes);
        Branches.Add(0UL, state);
        for (int s = 0; s < _stages.Length; s++)
        {
            before?.Invoke(s);
            if (_stages[s] is PlanStage plan) RunPlan(plan, _runners[s]!);
            else Split((MeasureStage)_stages[s]);
            Merge(_stages[s].LiveAfter);
        }
    }

    /// <summary>Runs a program that is one stretch from |0…0⟩ into the given state.</summary>
    internal void RunInto(AlignedBuffer state, int threads)
    {
        StateKernel.SetZero(state.Span, _qubits, Lanes);
        Single.Forward(state, threads);
    }

    /// <summary>Room for the probabilities of all outcomes.</summary>
    internal double[] Outcomes => _outcomes ??= new double[Lanes << _qubits];

    /// <summary>Room for the probabilities of some measurements at the end, the same ones in every run.</summary>
    internal double[] Records(int measurements) => _records ??= new double[1 << measurements];

    /// <summary>A buffer of the size of a state; give it back.</summary>
    internal AlignedBuffer Take()
    {
        if (_free.TryPop(out AlignedBuffer? buffer)) return buffer;
        StatesMade++;
        return new AlignedBuffer((1 << (2 * _qubits)) * Lanes);
    }

    /// <summary>Number of buffers there are, in use or free.</summary>
    internal int StatesMade { get; private set; }

    /// <summary>Gives a buffer back.</summary>
    internal void Return(AlignedBuffer buffer) => _free.Push(buffer);

    private void RunPlan(PlanStage stage, PlanRunner runner)
    {
        for (int i = 0; i < Branches.Count; i++)
            if (IsMet(stage, Branches.GetKeyAtIndex(i))) runner.Forward(Branches.GetValueAtIndex(i), Threads);
    }

    private void Split(MeasureStage stage)
    {
        ulong bit = 1UL << stage.Step.Clbit;
        (ulong Value, AlignedBuffer State)[] all = [.. Branches.Select(static b => (b.Key, b.Value))];
        Branches.Clear();
        foreach ((ulong value, AlignedBuffer state) in all)
        {
            if (!IsMet(stage, value))
            {
                Put(value, state);
                continue;
            }

            AlignedBuffer one = Take();
            RecordKernel.Project(state.Span, one.Span, stage.Step.Qubit, Lanes, stage.Step.Readout, recorded: 1);
            RecordKernel.Project(state.Span, state.Span, stage.Step.Qubit, Lanes, stage.Step.Readout, recorded: 0);
            Put(value & ~bit, state);
            Put(value | bit, one);
        }
    }

    private void Merge(ulong live)
    {
        if (Branches.Count == 1) return;
        (ulong Value, AlignedBuffer State)[] all = [.. Branches.Select(static b => (b.Key, b.Value))];
        Branches.Clear();
        foreach ((ulong value, AlignedBuffer state) in all) Put(value & live, state);
    }

    private void Put(ulong value, AlignedBuffer state)
    {
        if (!Branches.TryGetValue(value, out AlignedBuffer? present))
        {
            Branches.Add(value, state);
            return;
        }

        Span<double> sum = present.Span;
        ReadOnlySpan<double> term = state.Span;
        for (int i = 0; i < sum.Length; i++) sum[i] += term[i];
        Return(state);
    }

    /// <summary>True if the records of a branch meet the condition of a stage.</summary>
    internal bool IsMet(ProgramStage stage, ulong value)
    {
        if (stage.Condition is null) return true;
        for (int i = 0; i < _bits.Length; i++) _bits[i] = ((value >> i) & 1) == 1;
        return stage.Condition.IsMet(_bits);
    }
}
