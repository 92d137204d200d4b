using System.Collections.Immutable;

namespace QmlBench.Mitigation.Techniques;

/// <summary>Every technique by its name on the command line and in suites.</summary>
public static class TechniqueCatalogue
{
    /// <summary>The techniques, in the order in which they are listed.</summary>
    public static ImmutableArray<TechniqueEntry> All { get; } =
    [
        new("none", "The raw value.", "none", true),
        new(
            "readout",
            "Calibrates the readout of every qubit with |0…0⟩ and |1…1⟩ and inverts it; first in a pipeline.",
            "readout",
            true),
        new(
            "zne",
            "Zero-noise extrapolation: runs the compiled circuit folded to several scale factors and extrapolates to 0.",
            "zne[:linear|richardson|polyD[:FACTORS[:global|local|two-qubit]]], default zne:linear:1,3:global",
            true),
        new(
            "cdr",
            "Clifford data regression: learns exact from noisy values on near-Clifford versions of the compiled circuit, row by row.",
            "cdr[:circuits=N,fraction=F], default cdr:circuits=10,fraction=0.5",
            false),
    ];

    /// <summary>What is wrong with the text of a technique, with a suggestion where one is near; null when nothing is.</summary>
    /// <param name="text">One technique, such as <c>zne:linear:1,3</c>.</param>
    public static string? Complaint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            TechniqueReader.Read(text);
            return null;
        }
        catch (TechniqueSyntaxException problem)
        {
            return problem.Message;
        }
    }
}
