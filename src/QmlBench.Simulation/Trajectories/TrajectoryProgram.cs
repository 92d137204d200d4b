using System.Collections.Concurrent;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Trajectories;

/// <summary>
/// A noisy circuit compiled for quantum trajectories on state vectors: registers beyond exact simulation, with a standard error.
/// </summary>
/// <remarks>
/// <para>A trajectory takes at each channel, reset and measurement one of several operators, with the probability it has in the state
/// reached. The average of the trajectories' own expectation values is the exact value. Errors that have fixed probabilities (Pauli,
/// depolarizing, relaxation with T2 ≤ T1 up to the reset) are drawn before the trajectory runs and merged into gates; the state is looked
/// at only where it decides.</para>
/// <para>The trajectory without any error has an exactly known weight P₀; it is run once, and the others are drawn under the condition
/// that they have an error, so the variance falls by (1 − P₀)². See Dalibard, Castin, Mølmer, PRL 68, 580 (1992); Isakov et al.,
/// arXiv:2111.02396 (lower bounds of Kraus probabilities).</para>
/// <para>Immutable and thread-safe. Every random number is a function of stream, trajectory and place, and every sum has a fixed order:
/// the bits do not depend on threads or vector width. Memory: 16·2^n bytes a state, two states a run.</para>
/// </remarks>
public sealed class TrajectoryProgram
{
    private readonly Lazy<TrajectoryCode> _diagonal;
    private readonly Lazy<TrajectoryCode> _all;
    private readonly Lazy<TrajectoryCode> _records;
    private readonly long _measuredLast;
    private readonly int _widest;
    private readonly ConcurrentBag<TrajectoryTeam> _teams = [];

    private TrajectoryProgram(NoisyCircuit circuit, int widest)
    {
        Circuit = circuit;
        _widest = widest;
        _diagonal = new(() => new(circuit, TrajectoryUse.DiagonalObservables));
        _all = new(() => new(circuit, TrajectoryUse.AllObservables));
        _records = new(() => new(circuit, TrajectoryUse.Records));
        bool[] terminal = RecordUse.Terminal(circuit);
        _measuredLast = circuit.Steps.Where((_, i) => terminal[i]).Cast<MeasureStep>().Aggregate(0L, static (m, s) => m | (1L << s.Qubit));
        _ = _diagonal.Value;
    }

    /// <summary>The circuit.</summary>
    public NoisyCircuit Circuit { get; }

    /// <summary>Number of qubits.</summary>
    public int QubitCount => Circuit.QubitCount;

    /// <summary>Number of values in a row.</summary>
    public int ParameterCount => Circuit.Parameters.Length;

    /// <summary>Bytes of one state, 16·2^n; a run holds two.</summary>
    public long StateBytes => 16L << CellRegister.BitsFor(QubitCount);

    /// <summary>The exactly known weight P₀ of the error-free trajectory; 0 if the state decides somewhere whatever happens (resets,
    /// measurements in the middle that are read).</summary>
    public double ErrorFreeWeight => _diagonal.Value.Errors.Weight;

    /// <summary>Compiles a circuit.</summary>
    /// <exception cref="ArgumentException">The register is too large (the message names the bytes), a channel is not completely positive,
    /// or a gate cannot be simulated.</exception>
    public static TrajectoryProgram Compile(NoisyCircuit circuit) => Compile(circuit, SweepChoice.Widest);

    /// <summary>A program restricted to vectors of at most <paramref name="widest"/> doubles: tests compare widths.</summary>
    internal static TrajectoryProgram Compile(NoisyCircuit circuit, int widest)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        if (circuit.QubitCount > StateVector.MostQubits)
        {
            throw new ArgumentException(
                $"Trajectories on {circuit.QubitCount} qubits take {Math.ScaleB(32.0, circuit.QubitCount):G3} bytes (two state vectors); "
                + $"at most {StateVector.MostQubits} qubits are simulated.", nameof(circuit));
        }

        return new(circuit, widest);
    }

    /// <summary>Averages of functions of the final state for one row.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="effects">The functions: observables, as they are or read through readout error, which is then exact.</param>
    /// <param name="budget">How many trajectories.</param>
    /// <param name="stream">Names the random numbers of the row.</param>
    /// <param name="threads">Threads to share trajectories among, or the parts of a large state.</param>
    /// <param name="cancel">Looked at between stages of a trajectory; nothing is left of a run that is cancelled.</param>
    /// <returns>Values and their covariance.</returns>
    /// <exception cref="ArgumentException">The row has the wrong size or a value that is not finite; the observables have another
    /// number of qubits.</exception>
    public TrajectoryEstimate Estimate(
        ReadOnlyMemory<double> row, EffectSet effects, TrajectoryBudget budget, StreamKey stream, int threads = 1,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(budget);
        RowTables.Check(row.Span, 1, ParameterCount);
        if (effects.QubitCount != QubitCount)
            throw new ArgumentException($"The program has {QubitCount} qubits, the observables {effects.QubitCount}.", nameof(effects));
        var reading = new EffectReading(effects);
        TrajectoryCode code = (reading.Flips & _measuredLast) == 0 ? _diagonal.Value : _all.Value;
        TrajectoryTeam team = Rent(code);
        try
        {
            return new TrajectoryAverage(code, team, effects, reading, code.Bind(row.Span), new(stream), threads).Run(budget, cancel);
        }
        finally
        {
            _teams.Add(team);
        }
    }

    /// <summary>Bitstrings for one row: from the error-free trajectory as many as its weight gives, the others from drawn ones.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="shots">Number of shots, at least 1.</param>
    /// <param name="stream">Names the random numbers of the row.</param>
    /// <param name="perTrajectory">Shots that are drawn from the state of one trajectory. 1 makes all shots independent; more are cheaper,
    /// each still distributed as it should be, but those of one trajectory go together.</param>
    /// <param name="threads">Threads to share trajectories among, or the parts of a large state.</param>
    /// <param name="cancel">Looked at between stages of a trajectory; nothing is left of a run that is cancelled.</param>
    /// <returns>One number per shot, in random order: the classical bits, readout error included; all qubits, as they are, if the circuit
    /// measures nothing. Bit 0 is the least significant.</returns>
    /// <exception cref="ArgumentException">The row has the wrong size or a value that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No shots, or none of a trajectory.</exception>
    public ulong[] Sample(
        ReadOnlyMemory<double> row, int shots, StreamKey stream, int perTrajectory = 1, int threads = 1,
        CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shots, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(perTrajectory, 1);
        RowTables.Check(row.Span, 1, ParameterCount);
        TrajectoryCode code = _records.Value;
        TrajectoryTeam team = Rent(code);
        try
        {
            return new TrajectoryShots(Circuit, code, team, code.Bind(row.Span), stream, threads).Run(shots, perTrajectory, cancel);
        }
        finally
        {
            _teams.Add(team);
        }
    }

    private TrajectoryTeam Rent(TrajectoryCode code)
    {
        while (_teams.TryTake(out TrajectoryTeam? team))
            if (ReferenceEquals(team.Code, code)) return team;
        return new(code, QubitCount, _widest);
    }
}
