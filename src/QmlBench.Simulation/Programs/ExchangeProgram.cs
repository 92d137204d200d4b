using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>
/// A circuit cut into parts, to be asked what its values become when one stretch of parts is exchanged: all exchanges in one sweep
/// forward and one backward, instead of one simulation each.
/// </summary>
/// <remarks>
/// With ρ the state before a stretch and E the effect moved backward to its end, the value with the stretch A exchanged for B is E·(B ρ).
/// That is exact, for any B. A gate with its noise exchanged for the gate alone gives the cost of its noise, with all else as it is.
/// Immutable and thread-safe.
/// </remarks>
public sealed class ExchangeProgram
{
    private ExchangeProgram(ImmutableArray<StraightPlan> parts, ImmutableArray<PartExchange> exchanges, int qubits, int parameters)
    {
        (Parts, Exchanges, QubitCount, ParameterCount) = (parts, exchanges, qubits, parameters);
        Replacements = [.. exchanges.Select(exchange => Plan(exchange.Replacement))];
    }

    /// <summary>Number of qubits.</summary>
    public int QubitCount { get; }

    /// <summary>Number of values in a row.</summary>
    public int ParameterCount { get; }

    /// <summary>The exchanges, in the order of the results.</summary>
    public ImmutableArray<PartExchange> Exchanges { get; }

    internal ImmutableArray<StraightPlan> Parts { get; }

    internal ImmutableArray<StraightPlan> Replacements { get; }

    /// <summary>Compiles a circuit in parts.</summary>
    /// <param name="parts">Circuits on the same register with the same parameters, one after the other; at least one.</param>
    /// <param name="exchanges">Stretches of parts; those of more than one part do not overlap one another.</param>
    /// <exception cref="ArgumentException">Registers differ, a stretch lies outside or overlaps, or a part has a condition on a measured
    /// bit.</exception>
    public static ExchangeProgram Compile(IReadOnlyList<NoisyCircuit> parts, IReadOnlyList<PartExchange> exchanges)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(exchanges);
        if (parts.Count == 0) throw new ArgumentException("A circuit in parts has at least one part.", nameof(parts));
        foreach (NoisyCircuit part in parts.Concat(exchanges.Select(exchange => exchange.Replacement)))
            if (part.QubitCount != parts[0].QubitCount || part.Parameters.Length != parts[0].Parameters.Length)
                throw new ArgumentException("All parts and replacements act on the same register with the same parameters.", nameof(parts));
        CheckStretches(exchanges, parts.Count);
        return new([.. parts.Select(Plan)], [.. exchanges], parts[0].QubitCount, parts[0].Parameters.Length);
    }

    /// <summary>Runs one row.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="effects">Functions of the final state: 4^n weights each, as of <see cref="States.EffectSet.Bitstring"/>.</param>
    /// <param name="memoryBytes">
    /// Most bytes of states kept; fewer are kept of a longer circuit, and the ones between are computed again. At least a logarithm of
    /// the number of parts is kept.
    /// </param>
    /// <param name="cancel">Looked at between parts.</param>
    /// <exception cref="ArgumentException">The row or an effect has the wrong size.</exception>
    public ExchangedValues Evaluate(
        ReadOnlySpan<double> row, IReadOnlyList<double[]> effects, long memoryBytes, CancellationToken cancel)
    {
        RowTables.Check(row, 1, ParameterCount);
        foreach (double[] effect in effects) RowTables.CheckSize(effect.Length, 1L << (2 * QubitCount), nameof(effects));
        return new ExchangeRun(this, row, effects, memoryBytes, cancel).Run();
    }

    private static void CheckStretches(IReadOnlyList<PartExchange> exchanges, int parts)
    {
        int end = 0;
        foreach (PartExchange exchange in exchanges.OrderBy(exchange => exchange.First))
        {
            if (exchange.First < 0 || exchange.Count < 1 || exchange.First + exchange.Count > parts)
                throw new ArgumentException(
                    $"The stretch of {exchange.Count} parts from {exchange.First} on does not lie in {parts} parts.", nameof(exchanges));
            if (exchange.Count == 1) continue;
            if (exchange.First < end)
                throw new ArgumentException($"The stretch from part {exchange.First} on overlaps another one.", nameof(exchanges));
            end = exchange.First + exchange.Count;
        }
    }

    private static StraightPlan Plan(NoisyCircuit part) => ProgramCompiler.Compile(part, keepRecords: false) is [PlanStage { Condition: null } stage]
        ? stage.Plan
        : throw new ArgumentException("A circuit in parts has no conditions on measured bits.", nameof(part));
}
