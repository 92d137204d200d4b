using System.Numerics;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Composition;

/// <summary>What <c>simulate</c> asks: what it prints and nothing more, so that nothing else is a reason to refuse.</summary>
/// <param name="Observables">The observables, or null.</param>
/// <param name="Shots">Shots; 0 for none.</param>
/// <param name="Unsampled">Budget of what is not sampled: exact, or a precision.</param>
/// <param name="Limits">Method, precision and limits.</param>
/// <param name="Qubits">Qubits of the circuit.</param>
internal sealed record SimulationQuestion(ObservableSet? Observables, long Shots, Budget Unsampled, Limits Limits, int Qubits)
{
    /// <summary>Largest circuit whose outcomes are printed beside observables without being asked for.</summary>
    public const int SmallRegister = 12;

    /// <summary>Whether outcomes are printed.</summary>
    public bool Outcomes => Observables is null || Shots > 0 || Qubits <= SmallRegister;

    /// <summary>What the program is compiled for.</summary>
    public Request Request => new(Observables, Outcomes ? Asked.Bitstrings : Asked.None, Budget, Limits);

    // Shots read a string of any width; beside them a value that cannot be computed is left out.
    private static bool IsWide(Observable observable) =>
        observable.Terms.Any(term => BitOperations.PopCount(term.Pauli.Support) > Limits.MostQubitsReadWithError);

    private Budget Budget => Shots == 0 ? Unsampled : new Budget.Shots(Shots);

    /// <summary>Asks the program.</summary>
    /// <param name="executor">What compiled it.</param>
    /// <param name="program">The program.</param>
    /// <param name="schedule">How it was scheduled.</param>
    /// <param name="row">Its parameters.</param>
    /// <param name="streams">Streams of the shots and trajectories.</param>
    /// <param name="cancel">Acts between parts.</param>
    public SimulationAnswers Ask(
        IExecutor executor, IProgram program, ScheduleOptions schedule, RowTable row, RowStreams streams, CancellationToken cancel)
    {
        var counts = Outcomes && Shots > 0 ? program.Sample(row, Budget, streams, cancel) : null;
        // Where counts come from trajectories there are no probabilities beside them.
        var probabilities = Outcomes && counts?.Method.Kind != MethodKind.Trajectories
            ? program.Sample(row, Unsampled, streams, cancel)
            : null;
        var sampled = Observables is not null && Shots > 0 ? program.Estimate(row, Observables, Budget, streams, cancel) : null;
        return new(probabilities, counts, Computed(executor, program, schedule, row, streams, cancel), sampled);
    }

    // Beside samples, values are computed only if that is exact: an average over trajectories is no reference for shots.
    private Estimates? Computed(
        IExecutor executor, IProgram program, ScheduleOptions schedule, RowTable row, RowStreams streams, CancellationToken cancel)
    {
        if (Observables is null || (Shots > 0 && Observables.Any(IsWide)))
            return null;
        var computing = Shots == 0 || program.Method.Kind != MethodKind.Trajectories
            ? program
            : executor.Adopt(program.Native, new(Observables, Asked.None, Unsampled, Limits), schedule, cancel);
        return Shots == 0 || computing.Method.Kind != MethodKind.Trajectories
            ? computing.Estimate(row, Observables, Unsampled, streams, cancel)
            : null;
    }
}
