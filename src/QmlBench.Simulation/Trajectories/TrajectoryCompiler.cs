using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Programs;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Writes a noisy circuit as steps of a trajectory.</summary>
internal sealed class TrajectoryCompiler
{
    private readonly TrajectoryUse _use;
    private readonly bool[] _terminal;
    private readonly ulong[] _liveAfter;
    private readonly List<TrajectoryStep> _steps = [];
    private readonly List<(PauliTransferMatrix Map, Unravelling Unravelling)> _known = [];
    private int _gates;
    private int _sites;

    private TrajectoryCompiler(NoisyCircuit circuit, TrajectoryUse use)
    {
        bool keepRecords = use == TrajectoryUse.Records;
        _use = use;
        _terminal = RecordUse.Terminal(circuit);
        _liveAfter = RecordUse.LiveAfter(circuit, keepRecords, keepRecords ? _terminal : new bool[circuit.Steps.Length]);
    }

    /// <summary>The steps of a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="use">What the trajectories are for.</param>
    internal static ImmutableArray<TrajectoryStep> Compile(NoisyCircuit circuit, TrajectoryUse use)
    {
        var compiler = new TrajectoryCompiler(circuit, use);
        for (int i = 0; i < circuit.Steps.Length; i++) compiler.Add(circuit.Steps[i], i);
        return [.. compiler._steps];
    }

    private void Add(NoisyStep step, int index)
    {
        Condition? condition = StepFacts.ConditionOf(step);
        switch (step)
        {
            case GateStep gate: Add(gate.Gate, gate.Angles, [.. gate.Qubits], condition); break;
            case ChannelStep channel: Add(UnravellingOf(channel.Channel), [.. channel.Qubits], condition); break;
            case ResetStep reset: Add(Unraveller.Reset(), [reset.Qubit], condition); break;
            case MeasureStep measure: Add(measure, index); break;
        }
    }

    private void Add(MeasureStep measure, int index)
    {
        if (_terminal[index] && _use != TrajectoryUse.AllObservables) return;
        bool isRead = ((_liveAfter[index] >> measure.Clbit) & 1) == 1;
        Unravelling unravelling = isRead ? Unraveller.Measurement() : Unraveller.Dephasing();
        _steps.Add(new TrajectoryStep.OfSite(
            _sites++, unravelling, [measure.Qubit], measure.Condition, isRead ? measure.Clbit : -1, measure.Readout));
    }

    private void Add(Unravelling unravelling, int[] qubits, Condition? condition)
    {
        if (unravelling.Branches is [{ IsIdentity: true }]) return;
        _steps.Add(new TrajectoryStep.OfSite(_sites++, unravelling, qubits, condition));
    }

    private void Add(Gate gate, ImmutableArray<Angle> angles, int[] qubits, Condition? condition)
    {
        if (gate.QubitCount <= KrausChannel.MostQubits)
        {
            _steps.Add(new TrajectoryStep.OfGate(_gates++, gate, angles, qubits, condition));
            return;
        }

        Circuit body = gate.Definition ?? throw new ArgumentException(
            $"Gate {gate.Name} acts on {gate.QubitCount} qubits and has no definition, so its trajectories cannot be simulated.");
        for (int i = 0; i < body.Count; i++)
        {
            Operation operation = body[i];
            if (operation.Kind == OperationKind.Barrier) continue;
            Add(
                operation.Gate, [.. GateExpansion.Substituted(operation.Angles, angles.AsSpan())],
                GateExpansion.Mapped(operation.Qubits, qubits), condition);
        }
    }

    // Circuits hold few different channels at many places.
    private Unravelling UnravellingOf(PauliTransferMatrix map)
    {
        foreach ((PauliTransferMatrix known, Unravelling unravelling) in _known)
            if (ReferenceEquals(known, map) || known.Equals(map)) return unravelling;
        var made = Unraveller.Of(map);
        _known.Add((map, made));
        return made;
    }
}
