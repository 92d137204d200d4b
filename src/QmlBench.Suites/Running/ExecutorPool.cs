using System.Collections.Concurrent;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Definition;
using QmlBench.Transpilation;

namespace QmlBench.Suites.Running;

/// <summary>
/// The executors of a suite, each made once: devices with their noise, wrapped in mitigation. A program compiled on one serves every
/// trial that asks the same question. Thread-safe.
/// </summary>
/// <param name="suite">The suite.</param>
/// <param name="devices">Where device profiles are found.</param>
/// <param name="threads">Threads of each simulation; no bit depends on them.</param>
public sealed class ExecutorPool(Suite suite, DeviceLibrary devices, int threads = 1)
{
    private readonly ConcurrentDictionary<(DeviceSpec, string), Lazy<ProgramCache>> _caches = [];

    /// <summary>The device without noise.</summary>
    public static DeviceSpec IdealDevice { get; } = new(Device.IdealName, 1.0);

    /// <summary>The executor models are trained on.</summary>
    public ProgramCache Training => For(suite.TrainOn, MitigationSpec.None);

    /// <summary>The noiseless executor that ideal decisions come from.</summary>
    public ProgramCache Ideal => For(IdealDevice, MitigationSpec.None);

    /// <summary>The budget of one value.</summary>
    public Budget Budget => suite.Execution.Shots == 0 ? Budget.ExactValue : new Budget.Shots(suite.Execution.Shots);

    /// <summary>The executor of a device and a mitigation, with its programs.</summary>
    public ProgramCache For(DeviceSpec device, MitigationSpec mitigation) =>
        _caches.GetOrAdd((device, mitigation.Canonical().Text), _ => new(() => Make(device, mitigation))).Value;

    /// <summary>What may be simulated exactly, and by which method.</summary>
    public Limits Limits { get; } = LimitsOf(suite);

    /// <summary>A compiled circuit on a device as it is, scheduled as all of the suite's circuits are; nothing is asked of it.</summary>
    /// <exception cref="ExecutionRefusedException">The circuit was compiled for another device.</exception>
    public IProgram Adopt(DeviceSpec device, NativeCircuit circuit, CancellationToken cancel) =>
        For(device, MitigationSpec.None).Executor.Adopt(
            circuit, new(null, Asked.None, Budget.ExactValue, Limits), Options().Schedule, cancel);

    private ProgramCache Make(DeviceSpec device, MitigationSpec mitigation)
    {
        var noise = new NoiseOptions
        {
            Semantics = suite.Execution.Semantics.Length == 0 ? null : suite.Execution.Semantics,
            Sources = suite.Execution.Sources is { } only
                ? NoiseSourceNames.Only(only)
                : NoiseSourceNames.Without(suite.Execution.Without),
            With = NoiseSourceNames.Only([.. suite.Execution.With, .. suite.Execution.Sources ?? []]),
            CoherenceLimit = CoherenceLimitWords.Find(suite.Execution.CoherenceLimit),
            Scale = device.NoiseScale,
        };
        var emulator = DeviceLibrary.IsIdeal(device.Name)
            ? new Emulator(Device.Ideal(1), NoiseOptions.Default, threads)
            : new Emulator(devices.Load(device.Name, 1), noise, threads);
        return new(Pipeline.Wrap(emulator, mitigation.Techniques), Options(), Limits);
    }

    private CompileOptions Options() => new(
        suite.Execution.Effort,
        StreamKey.Root(suite.Seed, "routing"),
        null,
        new ScheduleOptions(Mode(suite.Execution.Schedule), []),
        CompileWords.BindingOf(suite.Execution.Bind),
        Objective: CompileWords.ObjectiveOf(suite.Execution.Objective));

    private static ScheduleMode Mode(string name) => name switch
    {
        "asap" => ScheduleMode.Asap,
        "none" => ScheduleMode.None,
        _ => ScheduleMode.Alap,
    };

    private static Limits LimitsOf(Suite suite) => new(
        suite.Limits.ExactQubits,
        suite.Limits.MemoryBytes,
        MethodNames.Parse(suite.Execution.Method),
        suite.Execution.Precision,
        suite.Limits.Trajectories);
}
