using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>Cuts a noisy circuit into stages: stretches without branching, and the measurements whose records are read.</summary>
internal sealed class ProgramCompiler
{
    private readonly NoisyCircuit _circuit;
    private readonly ulong[] _liveAfter;
    private readonly bool[] _terminal;
    private readonly List<ProgramStage> _stages = [];
    private PlanBuilder _builder;
    private GateExpansion _gates;
    private Condition? _condition;
    private bool _isEmpty = true;

    private ProgramCompiler(NoisyCircuit circuit, bool keepRecords)
    {
        _circuit = circuit;
        _builder = new PlanBuilder(new RegisterShape(false, circuit.QubitCount));
        _gates = new GateExpansion(_builder);
        _terminal = keepRecords ? RecordUse.Terminal(circuit) : new bool[circuit.Steps.Length];
        _liveAfter = RecordUse.LiveAfter(circuit, keepRecords, _terminal);
    }

    /// <summary>The stages of a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="keepRecords">True to keep all records to the end (the distribution of the classical bits is asked); measurements at
    /// the end are left out then and read off the state.</param>
    internal static ImmutableArray<ProgramStage> Compile(NoisyCircuit circuit, bool keepRecords)
    {
        var compiler = new ProgramCompiler(circuit, keepRecords);
        for (int i = 0; i < circuit.Steps.Length; i++) compiler.Add(circuit.Steps[i], i);
        compiler.Flush(circuit.Steps.Length - 1, force: compiler._stages.Count == 0);
        return [.. compiler._stages];
    }

    private void Add(NoisyStep step, int index)
    {
        if (step is BarrierStep || _terminal[index]) return;
        if (step is MeasureStep measure && (_liveAfter[index] >> measure.Clbit & 1) == 1)
        {
            Flush(index - 1, force: false);
            _stages.Add(new MeasureStage(measure, _liveAfter[index]));
            return;
        }

        Condition? condition = StepFacts.ConditionOf(step);
        if (!Equals(condition, _condition)) Flush(index - 1, force: false);
        _condition = condition;
        _isEmpty = false;
        Append(step);
    }

    private void Append(NoisyStep step)
    {
        switch (step)
        {
            case GateStep gate: _gates.Add(gate.Gate, gate.Angles.AsSpan(), gate.Qubits.AsSpan()); break;
            case ChannelStep channel: _builder.Add(TrigonometricMap.Constant(channel.Channel), channel.Qubits.AsSpan()); break;
            case MeasureStep measure: _builder.Add(TrigonometricMap.Constant(StandardChannels.Dephasing()), [measure.Qubit]); break;
            case ResetStep reset: _builder.Add(TrigonometricMap.Constant(StandardChannels.Reset()), [reset.Qubit]); break;
            default: throw new InvalidOperationException($"Bug in QmlBench: step {step.GetType().Name} is not compiled.");
        }
    }

    private void Flush(int lastStep, bool force)
    {
        if (_isEmpty && !force) return;
        _stages.Add(new PlanStage(_builder.Build(_circuit), _condition, lastStep < 0 ? 0UL : _liveAfter[lastStep]));
        _builder = new PlanBuilder(new RegisterShape(false, _circuit.QubitCount));
        _gates = new GateExpansion(_builder);
        _condition = null;
        _isEmpty = true;
    }
}
