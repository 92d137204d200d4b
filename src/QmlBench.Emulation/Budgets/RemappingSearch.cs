using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Budgets;

/// <summary>Looks for better qubits for a circuit, judged by the noise model; waiting and coherence count.</summary>
/// <remarks>
/// Candidates are the cheapest places on which the compiled circuit fits as it is, exchanges of one qubit for a free neighbour, and
/// compilations with other routing keys. Each is compiled (a circuit on <c>$k</c> is moved as it is), scheduled and given its noise;
/// the best few are simulated where they can be.
/// </remarks>
public sealed class RemappingSearch
{
    private const int Embedded = 24, Moved = 24, Rerouted = 4;
    private readonly Emulator _emulator;
    private readonly Circuit _circuit;
    private readonly Request _request;
    private readonly CompileOptions _options;
    private readonly Target _target;
    private readonly CancellationToken _cancel;

    /// <summary>A search.</summary>
    /// <param name="emulator">The device; not the ideal one.</param>
    /// <param name="circuit">The circuit before it was compiled.</param>
    /// <param name="request">What programs are made for.</param>
    /// <param name="options">How it was compiled.</param>
    /// <param name="cancel">Acts between candidates.</param>
    public RemappingSearch(Emulator emulator, Circuit circuit, Request request, CompileOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        ArgumentNullException.ThrowIfNull(circuit);
        (_emulator, _circuit, _request, _options, _cancel) = (emulator, circuit, request, options, cancel);
        _target = Target.For(emulator.Noise.Device);
    }

    /// <summary>The place of a program, and the best others.</summary>
    /// <param name="program">The circuit as it was compiled.</param>
    /// <param name="budget">Its budget.</param>
    /// <param name="row">Values of its parameters.</param>
    /// <param name="limits">What may be simulated exactly.</param>
    /// <param name="count">How many others at most.</param>
    /// <returns>The present place first; then places that score higher, the best first, all different.</returns>
    public (Remapping Present, ImmutableArray<Remapping> Better) Best(
        IProgram program, NoiseBudget budget, RowTable row, Limits limits, int count)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(budget);
        var present = Judged(program) with { Fidelity = budget.Figures[0].IsEstimate ? null : budget.Figures[0].Noisy };
        var found = Candidates(program, budget).OfType<IProgram>()
            .Select(candidate => (Program: candidate, Judged: Judged(candidate)))
            .Where(one => one.Judged.PredictedFidelity * one.Judged.PredictedReading > present.PredictedFidelity * present.PredictedReading)
            .OrderByDescending(one => one.Judged.Score)
            .DistinctBy(one => string.Join(',', one.Judged.Layout))
            .Take(count)
            .Select(one => one.Judged with { Fidelity = Fidelity(one.Program, row, limits) });
        return (present, [.. found.Where(one => one.Score > present.Score).OrderByDescending(one => one.Score)]);
    }

    private double? Fidelity(IProgram program, RowTable row, Limits limits)
    {
        _cancel.ThrowIfCancellationRequested();
        return program.Find<INoiseBudget>()?.Fidelity(row, limits, _cancel);
    }

    private Remapping Judged(IProgram program)
    {
        var native = program.Native;
        var final = native.Circuit.FinalMeasurements();
        var measured = Enumerable.Range(0, native.Circuit.Count).Where(index => final[index])
            .Select(index => native.Circuit[index].Qubits[0]).ToHashSet();
        var reading = native.FinalLayout.Where(qubit => measured.Count == 0 || measured.Contains(qubit))
            .Aggregate(1.0, (product, qubit) => product * (1 - PlaceCosts.MeanError(_emulator.Noise, qubit)));
        // Every emulated program describes its noise.
        var fidelity = program.Find<INoiseDescription>()!.Describe().PredictedFidelity;
        return new(native.InitialLayout, native.Facts.After.TwoQubitGates, fidelity, reading, null);
    }

    private IEnumerable<IProgram?> Candidates(IProgram program, NoiseBudget budget)
    {
        var native = program.Native;
        var load = CircuitLoad.Of(budget.Schedule);
        var device = _emulator.Noise.Device;
        foreach (var place in Embeddings.Best(load, new PlaceCosts(_emulator.Noise), device, Embedded))
        {
            yield return On(native, load, place);
        }

        foreach (var layout in _circuit.IsPhysical ? [] : Moves(native, device.LiveCoupling()).Take(Moved))
        {
            yield return Compiled(_options with { Layout = layout });
        }

        for (var trial = 0; trial < (_circuit.IsPhysical ? 0 : Rerouted); trial++)
        {
            // What is promised is the layout, so it is compiled to like the others.
            var rerouted = Compiled(_options with { Layout = null, Routing = _options.Routing.Derive("remap", trial) });
            yield return rerouted is null ? null : Compiled(_options with { Layout = rerouted.Native.InitialLayout });
        }
    }

    private IProgram? On(NativeCircuit native, CircuitLoad load, int[] place)
    {
        var map = Enumerable.Repeat(-1, _target.QubitCount).ToArray();
        for (var wire = 0; wire < place.Length; wire++)
        {
            map[load.Qubits[wire]] = place[wire];
        }

        // Qubits that do nothing take what is free.
        var free = new Queue<int>(Enumerable.Range(0, map.Length).Except(place));
        int[] whole = [.. map.Select(qubit => qubit >= 0 ? qubit : free.Dequeue())];
        return _circuit.IsPhysical
            ? Trying(() => _emulator.Adopt(
                NativeCircuit.AsWritten(_circuit.MapQubits(whole.AsSpan(0, _circuit.QubitCount), _target.QubitCount, physical: true), _target),
                _request,
                ScheduleOptions.None,
                _cancel))
            : Compiled(_options with { Layout = [.. native.InitialLayout.Select(qubit => whole[qubit])] });
    }

    // One qubit of the circuit goes to a free neighbour of its region.
    private static IEnumerable<ImmutableArray<int>> Moves(NativeCircuit native, Devices.CouplingMap coupling)
    {
        var layout = native.InitialLayout;
        int[] free = [.. layout.SelectMany(qubit => coupling.Neighbours(qubit)).Except(layout).Distinct().Order()];
        return Enumerable.Range(0, layout.Length).SelectMany(logical => free.Select(qubit => layout.SetItem(logical, qubit)));
    }

    private IProgram? Compiled(CompileOptions options) => Trying(() => _emulator.Compile(_circuit, _request, options, _cancel));

    // A candidate that the device cannot run, because a gate exists in one direction alone, is no candidate.
    private IProgram? Trying(Func<IProgram> make)
    {
        _cancel.ThrowIfCancellationRequested();
        try
        {
            return make();
        }
        catch (Exception refusal) when (refusal is ExecutionRefusedException or TranspilationException)
        {
            return null;
        }
    }
}
