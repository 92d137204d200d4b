using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Budgets;

/// <summary>Noise budgets of an emulated program.</summary>
internal sealed class NoiseDiagnosis(EmulatedProgram program) : INoiseBudget
{
    private readonly Preparation _prepared = program.Prepared;

    /// <inheritdoc/>
    public NoiseBudget Diagnose(RowTable row, ObservableSet? observables, Limits limits, CancellationToken cancel)
    {
        var timed = Timed();
        if (observables is not null)
        {
            Ask.Check(_prepared.Request, observables);
        }

        RefuseIdeal();
        var question = (Ask.Rows(row, program.Columns), observables, limits);
        var meters = new BudgetMeters(_prepared, timed, question, cancel);
        var shares = new BudgetComposer(_prepared, meters, observables);
        return new()
        {
            Device = _prepared.Model.Device.Name,
            Method = meters.Method,
            Figures = shares.Figures,
            Sources = shares.Sources(other => new BudgetMeters(other, timed, question, cancel)),
            Qubits = shares.Qubits(),
            Places = shares.Places(),
            Operations = shares.Operations(timed),
            Layers = shares.Layers(timed),
            Reading = shares.Reading(),
            Readout = FinalReading.Of(_prepared, meters.Exact?.Ideal),
            Coherence = CoherenceUses.Of(_prepared, timed),
            Schedule = timed,
            Notices = [.. _prepared.Notices, .. MiddleMeasurements()],
        };
    }

    /// <inheritdoc/>
    public double? Fidelity(RowTable row, Limits limits, CancellationToken cancel)
    {
        var meters = new BudgetMeters(_prepared, Timed(), (Ask.Rows(row, program.Columns), null, limits), cancel);
        return meters.Exact?.Figures[0].Noisy;
    }

    private TimedCircuit Timed()
    {
        var circuit = _prepared.Scheduled.Circuit;
        for (var index = 0; index < circuit.Count; index++)
        {
            if (circuit[index].Condition is not null)
            {
                throw new ExecutionRefusedException(
                    $"Operation {index} of the compiled circuit has a condition on measured bits: what noise costs then depends on the outcome. "
                    + "Noise budgets serve circuits without conditions; diagnose the branches one by one.");
            }
        }

        return Scheduler.Timed(_prepared.Scheduled, _prepared.Native, _prepared.Target);
    }

    // A record in the middle changes nothing afterwards, because there are no conditions: its error is in no figure.
    private IEnumerable<Notice> MiddleMeasurements()
    {
        var circuit = _prepared.Scheduled.Circuit;
        var final = circuit.FinalMeasurements();
        int[] middle = [.. Enumerable.Range(0, circuit.Count)
            .Where(index => circuit[index].Kind == OperationKind.Measure && !final[index]).Select(index => circuit[index].Qubits[0])];
        if (middle.Length > 0)
        {
            yield return new(
                "budget",
                $"{middle.Length} measurement(s) in the middle of the circuit (qubits {string.Join(", ", middle.Distinct())}): wrong records of these are in "
                    + "no figure; the budget is that of the final state and its reading.");
        }
    }

    private void RefuseIdeal()
    {
        var isNoisy = _prepared.Unmeasured.Steps.Any(step => step is ChannelStep)
            || !_prepared.Register.IsReadPerfectly;
        if (!isNoisy)
        {
            var why = _prepared.Model.Device.IsIdeal ? "the device is ideal" : _prepared.Model.IsNoiseless ? "all noise is switched off"
                : "no operation of the circuit has any noise";
            throw new ExecutionRefusedException(
                $"There is nothing to diagnose: {why}. Name a device with noise, or leave some source on "
                + $"({string.Join(", ", NoiseSourceNames.Supported)}).");
        }
    }
}
