using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Simulation.Noisy;

/// <summary>Cuts away what a set of qubits or classical bits cannot depend on: gates, noise and qubits outside the backward cone.</summary>
/// <remarks>
/// A step that keeps the trace and touches no qubit that is still asked for changes nothing that is asked for; a reset makes its qubit
/// independent of what came before. The steps left act on fewer qubits, which keep their order.
/// </remarks>
public static class LightCone
{
    /// <summary>The part of a circuit on which the state of some qubits, and some classical bits, depend.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="qubits">The qubits asked for: the support of an observable, or a marginal.</param>
    /// <param name="clbits">The classical bits asked for.</param>
    /// <returns>The smaller circuit with the same classical bits and parameters, and for each of its qubits the one it was.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A qubit or bit does not exist.</exception>
    public static (NoisyCircuit Circuit, ImmutableArray<int> Qubits) Of(
        NoisyCircuit circuit, IEnumerable<int> qubits, IEnumerable<int>? clbits = null)
    {
        var cone = new Backward(circuit);
        foreach (int qubit in qubits) cone.Ask(qubit);
        foreach (int clbit in clbits ?? []) cone.AskBit(clbit);
        for (int i = circuit.Steps.Length - 1; i >= 0; i--) cone.Visit(circuit.Steps[i]);
        return cone.Reduced();
    }

    private sealed class Backward(NoisyCircuit circuit)
    {
        private readonly bool[] _asked = new bool[circuit.QubitCount];
        private readonly bool[] _needed = new bool[circuit.QubitCount];
        private readonly List<NoisyStep> _kept = [];
        private ulong _bits;

        internal void Ask(int qubit)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(qubit);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(qubit, _asked.Length);
            _asked[qubit] = _needed[qubit] = true;
        }

        internal void AskBit(int clbit)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(clbit);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(clbit, circuit.ClbitCount);
            _bits |= 1UL << clbit;
        }

        internal void Visit(NoisyStep step)
        {
            ImmutableArray<int> touched = StepFacts.QubitsOf(step);
            bool recorded = step is MeasureStep measure && ((_bits >> measure.Clbit) & 1) == 1;
            if (!recorded && !touched.Any(q => _asked[q])) return;
            _kept.Add(step);
            Condition? condition = StepFacts.ConditionOf(step);
            if (step is MeasureStep { Condition: null } record) _bits &= ~(1UL << record.Clbit);
            foreach (int clbit in condition?.Clbits ?? []) _bits |= 1UL << clbit;
            foreach (int qubit in touched) _asked[qubit] = _needed[qubit] = true;
            if (step is ResetStep { Condition: null } reset) _asked[reset.Qubit] = false;
        }

        internal (NoisyCircuit Circuit, ImmutableArray<int> Qubits) Reduced()
        {
            ImmutableArray<int> kept = [.. Enumerable.Range(0, _needed.Length).Where(q => _needed[q])];
            if (kept.IsEmpty) kept = [0];
            NoisyCircuitBuilder builder = NoisyCircuit.Builder(kept.Length, circuit.ClbitCount, circuit.Parameters);
            for (int i = _kept.Count - 1; i >= 0; i--) builder.Append(Moved(_kept[i], kept));
            return (builder.Build(), kept);
        }

        private static NoisyStep Moved(NoisyStep step, ImmutableArray<int> kept) => step switch
        {
            GateStep gate => gate with { Qubits = [.. gate.Qubits.Select(q => kept.IndexOf(q))] },
            ChannelStep channel => channel with { Qubits = [.. channel.Qubits.Select(q => kept.IndexOf(q))] },
            MeasureStep measure => measure with { Qubit = kept.IndexOf(measure.Qubit) },
            ResetStep reset => reset with { Qubit = kept.IndexOf(reset.Qubit) },
            _ => step,
        };
    }
}
