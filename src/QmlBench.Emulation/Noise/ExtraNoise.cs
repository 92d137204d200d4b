using System.Collections.Immutable;
using QmlBench.Devices.Noise;

namespace QmlBench.Emulation.Noise;

/// <summary>What a model applies beyond errors and times of gates and qubits, after scaling; part of a <see cref="NoiseDescription"/>.</summary>
public sealed record ExtraNoise
{
    /// <summary>Names of the sources that act, in the order of documentation.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>What the profile describes and nothing switches on.</summary>
    public required ImmutableArray<UnusedFigures> Unused { get; init; }

    /// <summary>Factor on every angle, rate and time: the noise scale.</summary>
    public required double AngleFactor { get; init; }

    /// <summary>Coherent errors as the profile has them, by gate and operands.</summary>
    public required ImmutableArray<CoherentDescription> Coherent { get; init; }

    /// <summary>ZZ rates as the profile has them, of the pairs asked; empty where crosstalk does not act.</summary>
    public required ImmutableArray<StaticZz> StaticZz { get; init; }

    /// <summary>Gates that cancel the crosstalk of their first operand.</summary>
    public required ImmutableArray<string> Echoed { get; init; }

    /// <summary>Channels written out for waiting, by qubit.</summary>
    public required ImmutableArray<NoiseStage> Idle { get; init; }

    /// <summary>The time in seconds that one application of <see cref="Idle"/> stands for; null: one application per delay.</summary>
    public required double? IdlePer { get; init; }
}

/// <summary>The coherent error of a gate at a place.</summary>
/// <param name="Gate">Name of the gate.</param>
/// <param name="Qubits">Device qubits in the order of operands.</param>
/// <param name="Error">Its angles, before scaling.</param>
/// <param name="Infidelity">1 − average gate fidelity of this error alone, after scaling.</param>
public sealed record CoherentDescription(string Gate, ImmutableArray<int> Qubits, CoherentError Error, double Infidelity);
