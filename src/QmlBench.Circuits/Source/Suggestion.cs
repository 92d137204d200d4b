namespace QmlBench.Circuits.Source;

/// <summary>Finds the word that was probably meant.</summary>
public static class Suggestion
{
    /// <summary>The candidate nearest to a name, or null when none is near enough to be worth saying.</summary>
    /// <remarks>Nearness is the Damerau–Levenshtein distance (insert, delete, replace, swap of neighbours; optimal string
    /// alignment), letters compared without case. A candidate counts if at most a third of the longer word differs, but one edit
    /// is always allowed on words of two or more letters. Failing that, the shortest candidate that begins with the name
    /// (three letters or more). Ties go to the earlier candidate in ordinal order, so the answer does not depend on the order
    /// in which candidates come.</remarks>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <returns>The nearest candidate, or null.</returns>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] sorted = [.. candidates.Order(StringComparer.Ordinal)];
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in sorted)
        {
            int distance = Distance(name, candidate);
            if (distance <= CutOff(name, candidate) && distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }
        return best ?? Completion(name, sorted);
    }

    /// <summary>Damerau–Levenshtein distance in the optimal string alignment form, without regard to case.</summary>
    /// <param name="left">One word.</param>
    /// <param name="right">The other word.</param>
    /// <returns>Number of edits.</returns>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        string a = left.ToLowerInvariant(), b = right.ToLowerInvariant();
        var rows = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
                rows[i, j] = Cell(rows, a, b, i, j);
        return rows[a.Length, b.Length];
    }

    private static int Cell(int[,] rows, string a, string b, int i, int j)
    {
        int replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int best = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }

    private static int CutOff(string name, string candidate)
    {
        int longer = Math.Max(name.Length, candidate.Length);
        return longer < 2 ? 0 : Math.Max(1, longer / 3);
    }

    private static string? Completion(string name, string[] candidates) =>
        name.Length < 3
            ? null
            : candidates.Where(c => c.StartsWith(name, StringComparison.OrdinalIgnoreCase)).MinBy(c => c.Length);
}
