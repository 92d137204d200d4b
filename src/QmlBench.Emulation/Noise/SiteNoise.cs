using System.Collections.Immutable;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>The noise of one gate at one place, derived from the device's figures.</summary>
/// <remarks>
/// The channel acts after the ideal gate (on <c>measure</c>: before it). Its parts: the coherent error, depolarizing of all operands
/// together, relaxation of each operand alone, then channels written out in the profile; neighbours suffer last.
/// </remarks>
public sealed record SiteNoise
{
    /// <summary>Name of the gate, or <c>reset</c>, <c>measure</c>.</summary>
    public required string Gate { get; init; }

    /// <summary>Device qubits in the order of operands.</summary>
    public required ImmutableArray<int> Qubits { get; init; }

    /// <summary>Average gate infidelity as reported; null if not given.</summary>
    public required double? ReportedError { get; init; }

    /// <summary>Duration in seconds as reported; null if not given.</summary>
    public required double? DurationSeconds { get; init; }

    /// <summary>Depolarizing λ, after scaling; 0 = none.</summary>
    public required double Lambda { get; init; }

    /// <summary>Relaxation of each operand, after scaling.</summary>
    public required ImmutableArray<Relaxation> Relaxations { get; init; }

    /// <summary>True if the relaxation stands before the depolarizing (IQM), false if after it (Aer).</summary>
    public bool RelaxationFirst { get; init; }

    /// <summary>Average gate infidelity of the relaxation alone, after scaling; null if relaxation is switched off.</summary>
    public required double? RelaxationInfidelity { get; init; }

    /// <summary>Coherent error after scaling; null if there is none.</summary>
    public NoiseStage? Coherent { get; init; }

    /// <summary>Channels written out in the profile, after scaling, in order.</summary>
    public ImmutableArray<NoiseStage> Custom { get; init; } = [];

    /// <summary>What neighbours suffer.</summary>
    public ImmutableArray<SpectatorNoise> Spectators { get; init; } = [];

    /// <summary>By what factor T1 and T2 are stretched so that the report is met; 1 where they are not.</summary>
    public double CoherenceStretch { get; init; } = 1;

    /// <summary>What exceeds the report before anything depolarizes; null where the report leaves room, or is not given.</summary>
    public ReportExcess? Excess { get; init; }

    /// <summary>1 − average gate fidelity of the whole channel on the operands.</summary>
    public double TotalInfidelity => Coherent is null && Custom.IsEmpty
        ? ErrorMeasures.TotalInfidelity(Lambda, Relaxation.JointProcessFidelity(Relaxations.AsSpan()), Qubits.Length)
        : ErrorMeasures.AverageInfidelity(ToChannel().ProcessFidelity, Qubits.Length);

    /// <summary>True if nothing happens.</summary>
    public bool IsIdentity => Lambda == 0 && Relaxations.All(relaxation => relaxation.IsIdentity)
        && Coherent is null && Custom.IsEmpty && Spectators.IsEmpty;

    /// <summary>
    /// The Pauli transfer matrix of the whole channel on the operands, its parts in their order; in the frame of the gate where a part has
    /// one. Neighbours are left out.
    /// </summary>
    public PauliTransferMatrix ToChannel()
    {
        var derived = PauliTransferMatrix.Create(
            Qubits.Length,
            (row, column) => ((RelaxationFirst ? row : column) == 0 ? 1 : 1 - Lambda) * RelaxationEntry(row, column));
        var start = Coherent is null ? derived : Coherent.Channel.Then(derived);
        return Custom.Aggregate(start, (channel, stage) => channel.Then(
            stage.Channel.Embed(Qubits.Length, [.. stage.Qubits.Select(qubit => Qubits.IndexOf(qubit))])));
    }

    /// <summary>The parts on the operands, one after the other.</summary>
    public IEnumerable<NoiseStage> Stages()
    {
        var depolarizing = Lambda == 0 ? null : new NoiseStage(DepolarizingChannel(), Qubits, "gate");
        var relaxation = Relaxations.Select((one, operand) => (one, operand)).Where(part => !part.one.IsIdentity)
            .Select(part => new NoiseStage(part.one.ToChannel(), [Qubits[part.operand]], "relaxation"));
        IEnumerable<NoiseStage?> derived = RelaxationFirst ? [.. relaxation, depolarizing] : [depolarizing, .. relaxation];
        return ((IEnumerable<NoiseStage?>)[Coherent, .. derived, .. Custom]).OfType<NoiseStage>();
    }

    /// <summary>The depolarizing part alone.</summary>
    public PauliTransferMatrix DepolarizingChannel() => StandardChannels.Depolarizing(Lambda, Qubits.Length);

    private double RelaxationEntry(int row, int column)
    {
        var product = 1.0;
        for (var operand = 0; operand < Relaxations.Length; operand++)
        {
            product *= Entry(Relaxations[operand], (row >> (2 * operand)) & 3, (column >> (2 * operand)) & 3);
        }

        return product;
    }

    private static double Entry(Relaxation relaxation, int row, int column) => (row, column) switch
    {
        (0, 0) => 1,
        (1, 1) or (2, 2) => relaxation.Coherence,
        (3, 3) => relaxation.Decay,
        (3, 0) => relaxation.Shift,
        _ => 0,
    };
}
