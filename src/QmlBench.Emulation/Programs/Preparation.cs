using System.Collections.Immutable;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>Everything fixed before a method is chosen: the native circuit, its schedule, its noise, the qubits that are touched.</summary>
internal sealed record Preparation
{
    public required NativeCircuit Native { get; init; }

    public required Target Target { get; init; }

    public required NoiseModel Model { get; init; }

    public required Request Request { get; init; }

    /// <summary>Threads of a run; no bit depends on them.</summary>
    public required int Threads { get; init; }

    public required ScheduleOptions Schedule { get; init; }

    public required ScheduledCircuit Scheduled { get; init; }

    public required ActiveQubits Active { get; init; }

    public required LogicalRegister Register { get; init; }

    /// <summary>The scheduled circuit with its noise, measurements where they stand.</summary>
    public required NoisyCircuit Noisy { get; init; }

    public required ImmutableArray<Notice> Notices { get; init; }

    /// <summary>The circuit whose state observables are taken of: final measurements left out.</summary>
    public NoisyCircuit Unmeasured { get; private init; } = null!;

    /// <summary>The circuit whose bits are reported: its own measurements, or all logical qubits where it has none.</summary>
    public NoisyCircuit Measured => Noisy.Steps.Any(step => step is MeasureStep)
        ? MeasuredCircuits.WithSharedErrors(Noisy, Register.Together)
        : MeasuredCircuits.AllQubits(Unmeasured, Register);

    /// <summary>Attaches noise to a scheduled circuit.</summary>
    public static Preparation Of(
        NativeCircuit native,
        Target target,
        NoiseModel model,
        Request request,
        ScheduleOptions schedule,
        ScheduledCircuit scheduled,
        int threads)
    {
        var active = ActiveQubits.Of(scheduled.Circuit, AskedQubits(native, request));
        RegisterLimit.Check(native, request);
        SharedReadout.Check(native.Circuit, model);
        var attached = NoiseAttachment.Attach(scheduled, model, active);
        // Taken from the circuit, not from the noisy one: noise of the measurement instruction belongs to the recording.
        var unmeasured = NoiseAttachment.Attach(UnmeasuredSchedule.Of(scheduled), model, active).Circuit;
        return new Preparation
        {
            Native = native,
            Target = target,
            Model = model,
            Request = request,
            Threads = threads,
            Schedule = schedule,
            Scheduled = scheduled,
            Active = active,
            Register = new LogicalRegister(native.FinalLayout, active, model),
            Noisy = attached.Circuit,
            Unmeasured = scheduled.Circuit.HasMidCircuit ? unmeasured : MeasuredCircuits.WithoutBits(unmeasured),
            Notices = [.. model.Notices, .. attached.Notices, .. ScheduleNotices(scheduled, schedule, model), .. Unverified(native)],
        };
    }

    /// <summary>The same schedule under other noise.</summary>
    public Preparation With(NoiseModel model) => ReferenceEquals(model, Model)
        ? this
        : Of(Native, Target, model, Request, Schedule, Scheduled, Threads);

    private static IEnumerable<int> AskedQubits(NativeCircuit native, Request request)
    {
        var everything = request.Asked.HasFlag(Asked.Kernel)
            || (request.Asked.HasFlag(Asked.Bitstrings) && !native.Circuit.HasMeasurements);
        var support = request.Observables?.SelectMany(observable => observable.Terms)
            .Aggregate(0UL, (mask, term) => mask | term.Pauli.Support) ?? 0;
        return Enumerable.Range(0, native.FinalLayout.Length)
            .Where(qubit => everything || (qubit < 64 && (support >> qubit & 1) != 0))
            .Select(qubit => native.FinalLayout[qubit]);
    }

    private static IEnumerable<Notice> Unverified(NativeCircuit native)
    {
        if (!native.Equivalence.Verified)
        {
            yield return new("transpiler", $"The compiled circuit is not verified against its input: {native.Equivalence.Method}.");
        }
    }

    private static IEnumerable<Notice> ScheduleNotices(ScheduledCircuit scheduled, ScheduleOptions schedule, NoiseModel model)
    {
        if (scheduled.WithoutDuration.Length > 0 && schedule.Mode != ScheduleMode.None && !model.IsNoiseless)
        {
            yield return new(
                "schedule",
                $"{model.Device.Name} has no duration of {string.Join(", ", scheduled.WithoutDuration)}; taken to need no time.");
        }
    }
}
