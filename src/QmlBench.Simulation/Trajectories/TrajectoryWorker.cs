using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Trajectories;

/// <summary>The working memory of one trajectory at a time: its blocks, its stages, its state.</summary>
internal sealed class TrajectoryWorker
{
    private readonly TrajectoryCode _code;
    private readonly ICellKernel _kernel;
    private readonly StageSweeper _sweeper;
    private readonly PauliReader _reader;
    private readonly BlockList _blocks;
    private readonly TrajectorySchedule _schedule;
    private readonly double[] _strings = new double[64];
    private readonly PauliMasks[] _masks = new PauliMasks[64];
    private readonly bool[] _bits = new bool[64];
    private (int Site, double First, double Second)[] _open = new (int, double, double)[16];
    private int _openCount;

    internal TrajectoryWorker(TrajectoryCode code, int qubits, int widest)
    {
        _code = code;
        _kernel = SweepChoice.Cells(widest);
        (_sweeper, _reader) = (new(_kernel), new(_kernel));
        _blocks = new(qubits);
        Register = new(qubits);
        _schedule = new(Register.Bits);
    }

    /// <summary>The state.</summary>
    internal CellRegister Register { get; }

    /// <summary>Looked at between stages.</summary>
    internal CancellationToken Cancel { get; set; }

    /// <summary>The classical bits.</summary>
    internal ulong Record { get; private set; }

    /// <summary>Number of stages of the trajectory last made.</summary>
    internal int StageCount => _schedule.Stages.Length;

    /// <summary>Runs a trajectory from |0…0⟩.</summary>
    internal void Run(BoundGate[] gates, DrawnErrors errors, int threads)
    {
        Register.SetZero(threads);
        Record = 0;
        _blocks.Clear();
        _openCount = 0;
        AddSteps(gates, errors, threads);
        Settle(threads);
    }

    /// <summary>Makes the stages of a trajectory without conditions, and runs none.</summary>
    internal void Prepare(BoundGate[] gates, DrawnErrors errors)
    {
        Register.Layout.Reset();
        Record = 0;
        _blocks.Clear();
        _openCount = 0;
        AddSteps(gates, errors, 1);
        _blocks.Flush();
        _schedule.Build(_blocks.Blocks, Register.Layout);
    }

    /// <summary>Runs the trajectory that is prepared from a stage before which it is in the state of another.</summary>
    internal void RunFrom(int first, CellRegister start, int threads)
    {
        if (first < StageCount && StageSweeper.WritesAll(start, _schedule.Stages[first]))
        {
            TrajectoryStage stage = _schedule.Stages[first++];
            _sweeper.Run(start, Register, _schedule.Operations(stage), stage, _blocks.Numbers, threads);
        }
        else
        {
            Register.CopyAmplitudes(start, threads);
        }

        RunStages(first, StageCount, threads);
    }

    /// <summary>Runs some stages of the trajectory that is prepared.</summary>
    internal void RunStages(int from, int to, int threads)
    {
        for (int s = from; s < to; s++)
        {
            Cancel.ThrowIfCancellationRequested();
            Run(_schedule.Stages[s], threads);
        }

        if (to == StageCount) Register.Layout.CopyFrom(_schedule.Final);
    }

    /// <summary>Number of first stages that this trajectory and another one, both prepared, have in common to the bit.</summary>
    internal int CommonStages(TrajectoryWorker other)
    {
        int most = Math.Min(StageCount, other.StageCount);
        for (int s = 0; s < most; s++)
            if (!IsSame(_schedule.Stages[s], other, other._schedule.Stages[s])) return s;
        return most;
    }

    /// <summary>Reads Pauli strings off the state, unnormalised.</summary>
    internal void Read(ReadOnlySpan<PauliMasks> strings, Span<double> values, int threads) =>
        _reader.Read(Register, strings, values, threads);

    /// <summary>Draws outcomes from the state.</summary>
    internal AmplitudeSampler Sampler() => new(_kernel, Register);

    private void AddSteps(BoundGate[] gates, DrawnErrors errors, int threads)
    {
        int next = 0;
        foreach (TrajectoryStep step in _code.Steps)
        {
            bool isMet = step.Condition is null || IsMet(step, threads);
            if (step is TrajectoryStep.OfGate gate)
            {
                if (isMet) _blocks.Add(gates[gate.Number]);
                continue;
            }

            var site = (TrajectoryStep.OfSite)step;
            bool isDrawn = next < errors.Count && errors[next].Site == site.Site;
            if (isMet && isDrawn) AddError(site, errors[next]);
            else if (isMet) AddBranch(site, 0);
            if (isDrawn) next++;
        }
    }

    private void AddError(TrajectoryStep.OfSite site, (int Site, double First, double Second) error)
    {
        if (site.Unravelling.IsMixture || error.First < site.Unravelling.Certain)
        {
            AddBranch(site, site.Unravelling.Taken(error.First));
            return;
        }

        if (_openCount == _open.Length) Array.Resize(ref _open, 2 * _openCount);
        _open[_openCount] = error;
        _blocks.AddEvent(site.Qubits, _openCount++);
    }

    private void AddBranch(TrajectoryStep.OfSite site, int number)
    {
        UnravelledBranch branch = site.Unravelling.Branches[number];
        if (branch.Pauli < 0)
        {
            _blocks.Add(_code.Branches[site.Site][number]);
            return;
        }

        for (int k = 0, digits = branch.Pauli; digits != 0; k++, digits >>= 2)
            if ((digits & 3) != 0) _blocks.AddSingle(OperatorNumbers.OfPauli(digits & 3), site.Qubits[k]);
    }

    // Records are known once all looks at the state before have been taken.
    private bool IsMet(TrajectoryStep step, int threads)
    {
        if (_openCount > 0) Settle(threads);
        for (int i = 0; i < _bits.Length; i++) _bits[i] = ((Record >> i) & 1) == 1;
        return step.Condition!.IsMet(_bits);
    }

    private void Settle(int threads)
    {
        _blocks.Flush();
        _schedule.Build(_blocks.Blocks, Register.Layout);
        RunStages(0, StageCount, threads);
        _blocks.Clear();
        _openCount = 0;
    }

    private void Run(TrajectoryStage stage, int threads)
    {
        if (stage.IsEvent) Look(_schedule.Operations(stage)[0], threads);
        else _sweeper.Run(Register, Register, _schedule.Operations(stage), stage, _blocks.Numbers, threads);
    }

    // The alternative that is taken, scaled so that the state has length 1 after it.
    private void Look(TrajectoryBlock look, int threads)
    {
        (int number, double first, double second) = _open[look.Code];
        TrajectoryStep.OfSite site = _code.Sites[number];
        Unravelling unravelling = site.Unravelling;
        Span<int> bits = [look.A, look.B, look.C];
        for (int s = 0; s < unravelling.Strings.Length; s++) _masks[s] = PauliMasks.Of(unravelling.Strings[s], bits);
        Span<double> strings = _strings.AsSpan(0, unravelling.Strings.Length);
        _reader.Read(Register, _masks.AsSpan(0, strings.Length), strings, threads);
        (int taken, double probability) = unravelling.Taken(first, strings);
        UnravelledBranch branch = unravelling.Branches[taken];
        double scale = Math.Sqrt(branch.Most / probability);
        Span<double> matrix = _blocks.Numbers.AsSpan(look.Matrix, branch.Operator.Length);
        for (int i = 0; i < matrix.Length; i++) matrix[i] = scale * branch.Operator[i];
        if (site.Clbit >= 0) Write(site.Clbit, site.Readout, taken, second);
    }

    private void Write(int clbit, ReadoutConfusion? readout, int taken, double number)
    {
        bool isOne = readout is null ? taken == 1 : number < readout.Probability(taken, 1);
        ulong bit = 1UL << clbit;
        Record = isOne ? Record | bit : Record & ~bit;
    }

    private bool IsSame(TrajectoryStage stage, TrajectoryWorker other, TrajectoryStage otherStage)
    {
        if (stage.IsEvent || stage.PartBits != otherStage.PartBits || stage.Count != otherStage.Count) return false;
        ReadOnlySpan<TrajectoryBlock> own = _schedule.Operations(stage), others = other._schedule.Operations(otherStage);
        for (int o = 0; o < own.Length; o++)
        {
            (TrajectoryBlock a, TrajectoryBlock b) = (own[o], others[o]);
            if (a with { Matrix = 0 } != b with { Matrix = 0 }) return false;
            int length = a.MatrixLength;
            if (!_blocks.Numbers.AsSpan(a.Matrix, length).SequenceEqual(other._blocks.Numbers.AsSpan(b.Matrix, length))) return false;
        }

        return true;
    }
}
