using System.Collections.Concurrent;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;

namespace QmlBench.Learning.Models;

/// <summary>
/// One executor with the programs already compiled on it. A structure never depends on parameter values, so one compile serves
/// every fold, draw and setting that shares it; the numbers are those of compiling anew. Thread-safe.
/// </summary>
public sealed class ProgramCache
{
    private readonly ConcurrentDictionary<Question, Lazy<IProgram>> _programs = [];
    private readonly CompileOptions _options;
    private readonly Limits _limits;

    /// <summary>A cache without programs.</summary>
    /// <param name="executor">The executor: a device, or a technique around one.</param>
    /// <param name="options">How every circuit is compiled.</param>
    /// <param name="limits">Limits that may change the method.</param>
    public ProgramCache(IExecutor executor, CompileOptions options, Limits limits)
    {
        Executor = executor;
        _options = options;
        _limits = limits;
    }

    /// <summary>The executor.</summary>
    public IExecutor Executor { get; }

    /// <summary>The program of a circuit for a question, compiled at the first call.</summary>
    /// <param name="circuit">A logical circuit.</param>
    /// <param name="observables">Observables that will be asked, or null.</param>
    /// <param name="asked">What else will be asked.</param>
    /// <param name="budget">Budget of a row.</param>
    /// <param name="cancel">Acts between passes.</param>
    /// <exception cref="ExecutionRefusedException">The circuit does not fit the device or the limits.</exception>
    public IProgram Compile(Circuit circuit, ObservableSet? observables, Asked asked, Budget budget, CancellationToken cancel)
    {
        var question = new Question(circuit.ContentHash, observables, asked, budget);
        var program = _programs.GetOrAdd(question, _ => new(() => CompileNow(circuit, observables, asked, budget, cancel)));
        try
        {
            return program.Value;
        }
        catch
        {
            // A failed compile (a cancellation above all) must not be what the next caller finds.
            _programs.TryRemove(new(question, program));
            throw;
        }
    }

    /// <summary>
    /// Derivatives of a program compiled here: its own, or by parameter-shift where its values are averages over trajectories, which
    /// have no reverse mode; null where neither is to be had.
    /// </summary>
    /// <param name="program">The program, compiled for gradients.</param>
    /// <param name="observables">The observables it was compiled for.</param>
    /// <param name="budget">Budget of a row.</param>
    /// <param name="streams">Streams of the trajectories.</param>
    /// <param name="cancel">Acts between steps.</param>
    public IGradient? Gradient(
        IProgram program, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(program);
        var request = new Request(observables, Asked.Gradient, budget, _limits);
        return program.Find<IGradient>() ?? (program.Method.Kind == MethodKind.Trajectories
            ? ParameterShift.For(Executor, program, request, _options.Schedule, streams, cancel)
            : null);
    }

    private IProgram CompileNow(Circuit circuit, ObservableSet? observables, Asked asked, Budget budget, CancellationToken cancel) =>
        Executor.Compile(circuit, new(observables, asked, budget, _limits), _options, cancel);

    private sealed record Question(string Circuit, ObservableSet? Observables, Asked Asked, Budget Budget);
}
