using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Running;

/// <summary>
/// Predicted and simulated fidelity of the circuits that one fitted model runs. The trials of a fit share weights and samples, so a circuit
/// is simulated once for all mitigations that run the same one. Not thread-safe: one for each group.
/// </summary>
internal sealed class CircuitFidelities(ExecutorPool executors, FittedTrialModel fitted)
{
    // A density matrix of 10 qubits takes less than a second; a larger one could take longer than the trial itself.
    private const int MostQubits = 10;

    private readonly Dictionary<(DeviceSpec Device, string Circuit, bool Exact), CircuitFidelity> _known = [];

    /// <summary>The fidelities, or null for a classical model and for the ideal device.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="context">Where its decisions were made.</param>
    /// <param name="method">How they were computed.</param>
    public CircuitFidelity? Of(Trial trial, EvaluationContext context, Method? method)
    {
        var test = fitted.Draw.Split.Test;
        if (trial.Case.Device is not { } device || DeviceLibrary.IsIdeal(device.Name)
            || fitted.Model.Compiled(fitted.Draw.Test.Features.Select([0]), context) is not { } compiled)
        {
            return null;
        }

        var native = compiled.Program.Native;
        var isExact = method?.Kind != MethodKind.Trajectories;
        var key = (device, native.Circuit.ContentHash, isExact);
        if (!_known.TryGetValue(key, out var fidelity))
        {
            var program = executors.Adopt(device, native, context.Cancel);
            var described = program.Find<INoiseDescription>()!.Describe();   // every emulated program describes its noise
            var (simulated, why) = isExact
                ? Simulate(program, compiled.Row, described.DeviceQubits.Length, context.Cancel)
                : (null, "simulated by trajectories, which give no final state");
            fidelity = new(
                test[0], described.DeviceQubits.Length, native.Facts.After.TwoQubitGates, described.PredictedFidelity, simulated, why);
            _known.Add(key, fidelity);
        }

        return fidelity;
    }

    private (double? Simulated, string Why) Simulate(IProgram program, RowTable row, int qubits, CancellationToken cancel)
    {
        var limits = executors.Limits with { ExactQubits = Math.Min(MostQubits, executors.Limits.ExactQubits) };
        try
        {
            var simulated = program.Find<INoiseBudget>()!.Fidelity(row, limits, cancel);
            return (simulated, simulated is null
                ? $"the circuit touches {qubits} qubits; this is simulated up to {limits.ExactQubits} where the suite's memory allows it"
                : string.Empty);
        }
        catch (ExecutionRefusedException refused)
        {
            return (null, refused.Message);
        }
    }
}
