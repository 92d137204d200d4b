using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Techniques;

/// <summary>Techniques one around the other.</summary>
public static class Pipeline
{
    /// <summary>
    /// The device with techniques around it, the first one innermost: <c>readout</c>, <c>zne</c> extrapolates readout-corrected values.
    /// </summary>
    /// <param name="device">The executor.</param>
    /// <param name="techniques">Texts of techniques in the order in which they act on the values; none gives the device itself.</param>
    /// <exception cref="ArgumentException">A text is no technique, or the order is impossible; the message is fit for a user.</exception>
    public static IExecutor Wrap(IExecutor device, IReadOnlyList<string> techniques)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(techniques);
        if (Complaint(techniques) is { } complaint)
        {
            throw new ArgumentException(complaint, nameof(techniques));
        }

        return techniques.Select(TechniqueReader.Read).Aggregate(device, (inner, technique) => technique.Wrap(inner));
    }

    /// <summary>What is wrong with a list of techniques, or null: a text, a technique twice, or readout not first.</summary>
    /// <param name="techniques">Texts of techniques in order.</param>
    public static string? Complaint(IReadOnlyList<string> techniques)
    {
        ArgumentNullException.ThrowIfNull(techniques);
        if (techniques.Select(TechniqueCatalogue.Complaint).FirstOrDefault(complaint => complaint is not null) is { } first)
        {
            return first;
        }

        string[] names = [.. techniques.Select(text => TechniqueReader.Read(text).Name)];
        if (names.Length > 1 && names.Contains("none"))
        {
            return "'none' is the raw value and stands alone.";
        }

        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return $"'{twice.Key}' stands twice in the pipeline {string.Join(" + ", techniques)}; once is enough.";
        }

        return Array.IndexOf(names, "readout") > 0
            ? $"'readout' corrects recorded bits and comes first; write readout before {names[0]}."
            : null;
    }
}
