using QmlBench.Circuits.Observables;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Waist;

/// <summary>
/// One compiled structure and any number of parameter rows. The same program, rows, budget and streams give the same bits,
/// however they are batched, threaded or vectorised.
/// </summary>
public interface IProgram
{
    /// <summary>
    /// Symbolic angles, layout and final permutation, no delays: what techniques change and <see cref="IExecutor.Adopt"/> takes
    /// back.
    /// </summary>
    NativeCircuit Native { get; }

    /// <summary>The device <see cref="Native"/> is written for: what inverses of its gates and pulses can be made of.</summary>
    Target Target { get; }

    /// <summary>The parameters in order of declaration: the columns of every <see cref="RowTable"/>.</summary>
    Columns Columns { get; }

    /// <summary>How the program is simulated, why, and the bytes it takes.</summary>
    Method Method { get; }

    /// <summary>What a run would spend, known before running, calibration included.</summary>
    /// <param name="observables">The observables that would be estimated; null for bitstrings.</param>
    /// <param name="budget">The budget per row.</param>
    /// <param name="rows">Number of parameter rows.</param>
    Ledger Cost(ObservableSet? observables, Budget budget, long rows);

    /// <summary>Expectation values of <paramref name="observables"/> for every row.</summary>
    /// <exception cref="ExecutionRefusedException">The observables were not in the request.</exception>
    Estimates Estimate(RowTable rows, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel);

    /// <summary>Bitstring outcomes for every row: exact probabilities under <see cref="Budget.Exact"/>, counts under shots.</summary>
    /// <exception cref="ExecutionRefusedException">Bitstrings were not in the request.</exception>
    Samples Sample(RowTable rows, Budget budget, RowStreams streams, CancellationToken cancel);

    /// <summary>
    /// Asks for a capability; null means it is not to be had (not possible, or not in the request). A wrapper answers for itself
    /// and never passes an inner one through.
    /// </summary>
    T? Find<T>()
        where T : class, ICapability;
}
