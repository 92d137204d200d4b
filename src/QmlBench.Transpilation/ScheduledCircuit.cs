using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>A native circuit with its idle times written out as delays, and when everything starts.</summary>
/// <param name="Circuit">The circuit with delays.</param>
/// <param name="StartSeconds">Start of each operation, in seconds from the first one; in order of the operations.</param>
/// <param name="GatesEndSeconds">When all qubits end together and the final measurements start.</param>
/// <param name="DurationSeconds">End of the last operation, final measurements included.</param>
/// <param name="WithoutDuration">
/// Native operations whose duration the device does not give, sorted; they were taken to need no time.
/// </param>
public sealed record ScheduledCircuit(
    Circuit Circuit, ImmutableArray<double> StartSeconds, double GatesEndSeconds, double DurationSeconds,
    ImmutableArray<string> WithoutDuration);
