using System.Security.Cryptography;
using System.Text;
using QmlBench.Circuits;
using QmlBench.Devices;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation;

/// <summary>An emulated device: compiles circuits for it, derives its noise from its figures, and simulates.</summary>
/// <remarks>
/// <para>Order of work: translate, lay out, route, optimise → native circuit → schedule → passes over the schedule → attach noise →
/// active qubits alone → simulate. A circuit on device qubits (<c>$k</c>) is compiled already and its own schedule.</para>
/// <para>The device <c>ideal</c> takes circuits of any size. Immutable and thread-safe.</para>
/// </remarks>
public sealed class Emulator : IExecutor
{
    private readonly Device _device;
    private readonly NoiseModel _model;

    // What compilations are chosen by: all sources at full strength, so that switching one off compares the same compiled circuit.
    private readonly NoiseModel _whole;
    private readonly Target _target;
    private readonly int _threads;

    /// <summary>Emulates a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="noise">Semantics, sources, temperature and scale of the noise.</param>
    /// <param name="threads">Threads that share the rows, a large state or the trajectories of a run; no bit depends on them.</param>
    /// <exception cref="ExecutionRefusedException">The figures are impossible, or the semantics is not supported.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread.</exception>
    public Emulator(Device device, NoiseOptions noise, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = threads;
        _device = device;
        _model = NoiseModel.For(device, noise);
        _whole = NoiseModel.For(device, noise with { Sources = NoiseSources.All, Scale = 1 });
        _target = Target.For(device);
        Identity = IdentityOf(device, _model);
        Figures = FiguresOf.Device(device, _model);
    }

    /// <summary>The device without noise, of any size.</summary>
    public static Emulator Ideal { get; } = new(Device.Ideal(1), NoiseOptions.Default);

    /// <inheritdoc/>
    public ExecutorIdentity Identity { get; }

    /// <inheritdoc/>
    public DeviceFigures Figures { get; }

    /// <summary>The noise.</summary>
    public NoiseModel Noise => _model;

    /// <inheritdoc/>
    public IProgram Compile(Circuit circuit, Request request, CompileOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Binding == Binding.Refuse && request.Asked.HasFlag(Asked.Gradient) && !_device.IsIdeal)
        {
            throw Ask.NoGradient();
        }

        var (target, model) = Fit(circuit.QubitCount);
        if (circuit.IsPhysical)
        {
            var written = Refusing(() => NativeCircuit.AsWritten(circuit, target));
            return Make(written, target, model, request, options.Schedule with { Mode = ScheduleMode.None }, cancel);
        }

        // The other objectives are counts, which the compiler chooses by itself.
        Func<NativeCircuit, double>? score = options.Objective == Objective.Fidelity
            ? new CandidateScore(target, _whole, options.Schedule).LogFidelity
            : null;
        var native = Refusing(() => Transpiler.Compile(circuit, target, TranspileOptionsOf(request, options), score, cancel));
        return Make(native, target, model, request, options.Schedule, cancel);
    }

    /// <inheritdoc/>
    public IProgram Adopt(NativeCircuit circuit, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(schedule);
        if (circuit.Fused is { } fused && circuit.Circuit.Parameters.Length != fused.Width)
        {
            throw new ArgumentException(
                "The circuit has other parameters than its fused angles fill; a copy with parameters of its own sets Fused to null.",
                nameof(circuit));
        }

        var (target, model) = Fit(circuit.Circuit.QubitCount);
        return Make(circuit, target, model, request, schedule, cancel);
    }

    private EmulatedProgram Make(
        NativeCircuit native, Target target, NoiseModel model, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (request.Asked.HasFlag(Asked.Kernel))
        {
            // Refuses now what has no native mirror.
            _ = KernelPair.Of(native, target);
        }

        var scheduled = Refusing(() => model.Schedule(native, target, schedule.Mode));
        foreach (var pass in schedule.Passes)
        {
            cancel.ThrowIfCancellationRequested();
            scheduled = pass.Apply(scheduled, target);
        }

        return new EmulatedProgram(Preparation.Of(native, target, model, request, schedule, scheduled, _threads));
    }

    // The ideal device is as large as the circuit.
    private (Target Target, NoiseModel Model) Fit(int qubits)
    {
        if (!_device.IsIdeal || qubits <= _device.QubitCount)
        {
            return (_target, _model);
        }

        var larger = Device.Ideal(qubits);
        return (Target.For(larger), NoiseModel.For(larger, _model.Options));
    }

    /// <summary>Refuses basis changes compiled with noise, which nothing gives yet: for who adopts a circuit in place of compiling
    /// one.</summary>
    /// <exception cref="ExecutionRefusedException">They are asked for.</exception>
    public static void RefuseNativeMeasurement(CompileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.NativeMeasurement)
        {
            throw new ExecutionRefusedException(
                "Basis changes compiled with noise (--measure native) are not yet supported; leave the option out.");
        }
    }

    private static TranspileOptions TranspileOptionsOf(Request request, CompileOptions options)
    {
        RefuseNativeMeasurement(options);
        return new(
            options.Effort,
            options.Routing,
            options.Layout,
            options.Binding == Binding.Template ? BindMode.Template : BindMode.Refuse,
            BitstringsOnly: request.Observables is null && request.Asked == Asked.Bitstrings,
            Aim: AimOf(options.Objective));
    }

    private static Aim AimOf(Objective objective) => objective switch
    {
        Objective.TwoQubit => Aim.TwoQubit,
        Objective.Depth => Aim.Depth,
        _ => Aim.Success,
    };

    private static T Refusing<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (TranspilationException refusal)
        {
            throw new ExecutionRefusedException(refusal.Message, refusal);
        }
    }

    private static ExecutorIdentity IdentityOf(Device device, NoiseModel model)
    {
        // The ideal device grows with the circuit, so its size is no part of who it is.
        var figures = device.IsIdeal ? Device.IdealName : device.ContentHash();
        var noise = device.IsIdeal ? "none" : model.Text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"qmlbench/emulator/v1\n{figures}\n{noise}\n")));
        return new(device.Name, hash, BehaviourVersions.All);
    }
}
