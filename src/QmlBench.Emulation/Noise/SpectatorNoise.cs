namespace QmlBench.Emulation.Noise;

/// <summary>What a neighbour suffers while a gate runs, after scaling.</summary>
/// <param name="Qubit">The neighbour.</param>
/// <param name="Lambda">Depolarizing λ of the neighbour; 0 for none.</param>
/// <param name="ZzAngle">Angle of RZZ with the partner; 0 for none.</param>
/// <param name="Partner">The operand of that RZZ.</param>
public sealed record SpectatorNoise(int Qubit, double Lambda, double ZzAngle, int Partner);
