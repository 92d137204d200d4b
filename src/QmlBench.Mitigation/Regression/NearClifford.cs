using QmlBench.Numerics.Randomness;

namespace QmlBench.Mitigation.Regression;

/// <summary>Near-Clifford versions of a list of rz angles.</summary>
/// <remarks>
/// An angle is Clifford when it is a multiple of π/2. Of N others round(fraction·N) are kept (halves to even, at least one, so that the
/// versions differ), chosen uniformly without replacement; the rest goes to the nearest multiple of π/2 (Czarnik et al., Quantum 5, 592).
/// </remarks>
public static class NearClifford
{
    private const double QuarterTurn = Math.PI / 2;
    private const double Tolerance = 1e-9;

    /// <summary>Nearest number of quarter turns; a tie goes to the even one.</summary>
    public static double QuarterTurns(double angle) => Math.Round(angle / QuarterTurn, MidpointRounding.ToEven);

    /// <summary>Whether rz of this angle is a Clifford gate.</summary>
    public static bool IsClifford(double angle) => Math.Abs(angle - (QuarterTurns(angle) * QuarterTurn)) <= Tolerance;

    /// <summary>Number of angles a version keeps.</summary>
    /// <param name="others">Number N of angles that are not Clifford.</param>
    /// <param name="fraction">Part kept, 0 to 1.</param>
    public static int Kept(int others, double fraction) =>
        others == 0 ? 0 : Math.Max(1, (int)Math.Round(fraction * others, MidpointRounding.ToEven));

    /// <summary>Writes one version.</summary>
    /// <param name="angles">The angles.</param>
    /// <param name="fraction">Part of the non-Clifford angles that is kept.</param>
    /// <param name="stream">Chooses them.</param>
    /// <param name="version">Receives the version.</param>
    public static void Write(ReadOnlySpan<double> angles, double fraction, RandomStream stream, Span<double> version)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var others = new List<int>();
        for (var index = 0; index < angles.Length; index++)
        {
            version[index] = QuarterTurns(angles[index]) * QuarterTurn;
            if (!IsClifford(angles[index]))
            {
                others.Add(index);
            }
        }

        var order = stream.Permutation(others.Count);
        for (var kept = 0; kept < Kept(others.Count, fraction); kept++)
        {
            version[others[order[kept]]] = angles[others[order[kept]]];
        }
    }
}
