using QmlBench.Circuits;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Waist;

/// <summary>
/// A device as everything above sees it: emulated, external, or wrapped by a mitigation technique.
/// Immutable, thread-safe and blocking.
/// </summary>
public interface IExecutor
{
    /// <summary>Name, hash of all that determines results, and the behaviour versions of the parts.</summary>
    ExecutorIdentity Identity { get; }

    /// <summary>Coherence times, errors and durations as plain numbers, for cost models and features.</summary>
    DeviceFigures Figures { get; }

    /// <summary>
    /// Compiles <paramref name="circuit"/> for the device: the only place that optimises; fixes the method of simulation.
    /// The structure never depends on parameter values.
    /// </summary>
    /// <param name="circuit">A logical circuit (qubit i is logical qubit i).</param>
    /// <param name="request">What the program will be asked; anything else it refuses.</param>
    /// <param name="options">How hard to optimise, how to schedule and bind.</param>
    /// <param name="cancel">Acts between passes; leaves nothing behind.</param>
    /// <exception cref="ExecutionRefusedException">The circuit does not fit the device or the limits.</exception>
    IProgram Compile(Circuit circuit, Request request, CompileOptions options, CancellationToken cancel);

    /// <summary>Takes a native circuit as written (folded, twirled, on <c>$k</c>); it is scheduled but never optimised.</summary>
    /// <param name="circuit">Native gates on device qubits.</param>
    /// <param name="request">What the program will be asked.</param>
    /// <param name="schedule">How idle time is written out.</param>
    /// <param name="cancel">Acts between steps.</param>
    /// <exception cref="ExecutionRefusedException">A gate is not native at its site, or the circuit does not fit the limits.</exception>
    IProgram Adopt(NativeCircuit circuit, Request request, ScheduleOptions schedule, CancellationToken cancel);
}
