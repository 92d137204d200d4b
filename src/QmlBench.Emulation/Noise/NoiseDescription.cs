using System.Collections.Immutable;

namespace QmlBench.Emulation.Noise;

/// <summary>What a noise model applies, per gate and place: the content of <c>show DEVICE --noise</c>.</summary>
/// <param name="Device">Name of the profile.</param>
/// <param name="Semantics">Name of the semantics.</param>
/// <param name="Gates">
/// Gates that are not virtual, or have channels written out, sorted by name and operands; then <c>measure</c> and <c>reset</c> where they have noise.
/// </param>
/// <param name="Readout">
/// Readout confusion of every qubit, ascending; perfect ones included. Of a qubit of a group that of its own bit, on average over the others.
/// </param>
/// <param name="ReadTogether">Groups of qubits whose readout errors depend on each other.</param>
/// <param name="Extra">What acts beyond errors and times.</param>
public sealed record NoiseDescription(
    string Device,
    string Semantics,
    ImmutableArray<SiteNoise> Gates,
    ImmutableArray<QubitReadout> Readout,
    ImmutableArray<GroupReadout> ReadTogether,
    ExtraNoise Extra);
