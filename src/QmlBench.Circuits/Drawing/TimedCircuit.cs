using System.Collections.Immutable;

namespace QmlBench.Circuits.Drawing;

/// <summary>A circuit on a time axis: when each operation starts and how long it lasts.</summary>
/// <remarks>Immutable. Operations without duration are virtual: changes of reference that take no time.</remarks>
public sealed class TimedCircuit
{
    /// <summary>Puts a circuit on a time axis.</summary>
    /// <param name="circuit">The circuit, delays written out.</param>
    /// <param name="starts">Start of each operation in seconds, in order of the operations.</param>
    /// <param name="durations">Duration of each operation in seconds.</param>
    /// <param name="gatesEnd">When the final measurements start, in seconds.</param>
    /// <exception cref="ArgumentException">There are not as many times as operations, or a time is negative or not finite.</exception>
    public TimedCircuit(Circuit circuit, ImmutableArray<double> starts, ImmutableArray<double> durations, double gatesEnd)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        if (starts.Length != circuit.Count || durations.Length != circuit.Count)
            throw new ArgumentException(
                $"The circuit has {circuit.Count} operations; {starts.Length} starts and {durations.Length} durations are given.",
                nameof(starts));
        if (starts.Concat(durations).Append(gatesEnd).Any(time => !double.IsFinite(time) || time < 0.0))
            throw new ArgumentException("A start or a duration is negative or not finite.", nameof(starts));
        (Circuit, StartSeconds, DurationSeconds, GatesEndSeconds) = (circuit, starts, durations, gatesEnd);
        EndSeconds = gatesEnd;
        for (int i = 0; i < circuit.Count; i++) EndSeconds = Math.Max(EndSeconds, starts[i] + durations[i]);
    }

    /// <summary>The circuit.</summary>
    public Circuit Circuit { get; }

    /// <summary>Start of each operation, in seconds from the first one.</summary>
    public ImmutableArray<double> StartSeconds { get; }

    /// <summary>Duration of each operation, in seconds.</summary>
    public ImmutableArray<double> DurationSeconds { get; }

    /// <summary>When all qubits are done and the final measurements start.</summary>
    public double GatesEndSeconds { get; }

    /// <summary>End of the last operation.</summary>
    public double EndSeconds { get; }

    /// <summary>Qubit of the circuit that holds each logical qubit at the start; empty where the circuit is drawn for itself.</summary>
    public ImmutableArray<int> InitialLayout { get; init; } = [];

    /// <summary>Qubit of the circuit that holds each logical qubit at the end; empty likewise.</summary>
    public ImmutableArray<int> FinalLayout { get; init; } = [];

    /// <summary>True if nothing takes time: there is no axis to draw on.</summary>
    public bool IsTimeless => EndSeconds == 0.0;

    /// <summary>The logical qubit of a qubit under one of the layouts, as <c>q3</c>; empty without one.</summary>
    internal static string Logical(ImmutableArray<int> layout, int qubit) =>
        layout.IndexOf(qubit) is >= 0 and var logical ? $"q{logical}" : "";

    /// <summary>Device qubit and logical qubit at the start, as <c>$5 q3</c>.</summary>
    internal string Label(int qubit)
    {
        string logical = Logical(InitialLayout, qubit);
        return logical.Length == 0 ? $"${qubit}" : $"${qubit} {logical}";
    }
}
