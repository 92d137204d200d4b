using System.Globalization;

namespace QmlBench.Suites.Claims;

/// <summary>Scores that a test set of a given size cannot give: the sign of rows mixed up.</summary>
/// <remarks>
/// An accuracy on n rows is a whole number of hits over n. A published study's test accuracy of 0.9917 on 60 rows is 238/240: the
/// training rows were scored as test rows.
/// </remarks>
public static class ImpossibleScore
{
    private const double Rounding = 1e-9;   // of a count; far above the rounding of a division, far below one hit

    /// <summary>Why an accuracy cannot be one, or null if it can.</summary>
    /// <param name="accuracy">The accuracy.</param>
    /// <param name="rows">Number n ≥ 1 of rows it was taken on.</param>
    /// <returns>One sentence fit for <see cref="ClaimEvidence.Objections"/>; null if accuracy·n is a whole number from 0 to n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No rows.</exception>
    public static string? OfAccuracy(double accuracy, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var hits = accuracy * rows;
        return hits >= -Rounding && hits <= rows + Rounding && Math.Abs(hits - Math.Round(hits)) <= Rounding * rows
            ? null
            : $"an accuracy of {accuracy.ToString("R", CultureInfo.InvariantCulture)} cannot come from {rows} rows";
    }
}
