using System.Collections.Immutable;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>The noise of one gate at one place, derived from the device's figures.</summary>
/// <remarks>
/// The channel acts after the ideal gate (on <c>measure</c>: before it) and has two parts, depolarizing of all operands together and
/// relaxation of each operand alone.
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

    /// <summary>Average gate infidelity of the relaxation alone; null if relaxation is switched off.</summary>
    public required double? RelaxationInfidelity { get; init; }

    /// <summary>1 − average gate fidelity of the whole channel.</summary>
    public double TotalInfidelity =>
        ErrorMeasures.TotalInfidelity(Lambda, Relaxation.JointProcessFidelity(Relaxations.AsSpan()), Qubits.Length);

    /// <summary>True if nothing happens.</summary>
    public bool IsIdentity => Lambda == 0 && Relaxations.All(relaxation => relaxation.IsIdentity);

    /// <summary>The Pauli transfer matrix of the whole channel, depolarizing and relaxation in their order.</summary>
    public PauliTransferMatrix ToChannel() => PauliTransferMatrix.Create(
        Qubits.Length,
        (row, column) => ((RelaxationFirst ? row : column) == 0 ? 1 : 1 - Lambda) * RelaxationEntry(row, column));

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
