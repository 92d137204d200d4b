namespace QmlBench.Devices.Noise;

/// <summary>Errors of neighbours while a gate runs.</summary>
/// <param name="Gate">Name of the native gate.</param>
/// <param name="Sites">Which neighbours suffer where, sorted by site.</param>
public sealed record SpectatorGate(string Gate, ValueList<SpectatorSite> Sites);

/// <summary>The neighbours of one place of a gate.</summary>
/// <param name="Site">Where the gate runs.</param>
/// <param name="Errors">The neighbours, sorted by qubit.</param>
public sealed record SpectatorSite(NoiseSite Site, ValueList<SpectatorError> Errors);

/// <summary>What one neighbour suffers, once per gate.</summary>
/// <param name="Qubit">The neighbour, no operand of the gate.</param>
/// <param name="Depolarizing">Depolarizing of the neighbour alone, or null.</param>
/// <param name="ZzAngle">Angle in radians of RZZ between the neighbour and an operand, or null.</param>
/// <param name="Partner">The operand of that RZZ; null where the gate has one operand.</param>
public sealed record SpectatorError(int Qubit, DepolarizingStrength? Depolarizing, double? ZzAngle, int? Partner);
