using System.Collections.Immutable;
using System.Globalization;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>How zero-noise extrapolation folds and extrapolates.</summary>
public sealed record ZeroNoiseOptions
{
    private const double LargestFactor = 99;

    /// <summary>States the options.</summary>
    /// <param name="extrapolation">The fit.</param>
    /// <param name="factors">Scale factors, each from 1 to 99, all different, as many as the fit needs.</param>
    /// <param name="folding">Which gates are repeated.</param>
    /// <exception cref="ArgumentException">A factor is outside, stands twice, or there are too few.</exception>
    public ZeroNoiseOptions(Extrapolation extrapolation, ImmutableArray<double> factors, FoldMethod folding)
    {
        ArgumentNullException.ThrowIfNull(extrapolation);
        foreach (var factor in factors)
        {
            if (!(factor >= 1 && factor <= LargestFactor))
            {
                throw new ArgumentException(
                    $"A scale factor lies between 1 (the circuit as it is) and {LargestFactor}; {Text(factor)} does not.", nameof(factors));
            }
        }

        if (factors.Distinct().Count() < factors.Length)
        {
            throw new ArgumentException("A scale factor stands twice; give different ones.", nameof(factors));
        }

        if (factors.Length < extrapolation.FewestFactors)
        {
            throw new ArgumentException(
                $"{extrapolation.Name} needs at least {extrapolation.FewestFactors} scale factors; there are {factors.Length}.",
                nameof(factors));
        }

        (Extrapolation, Factors, Folding) = (extrapolation, [.. factors.Order()], folding);
    }

    /// <summary>A straight line through factors 1 and 3, the whole circuit folded.</summary>
    public static ZeroNoiseOptions Default { get; } = new(Extrapolation.Linear, [1, 3], FoldMethod.Global);

    /// <summary>The fit.</summary>
    public Extrapolation Extrapolation { get; }

    /// <summary>Scale factors asked for, ascending.</summary>
    public ImmutableArray<double> Factors { get; }

    /// <summary>Which gates are repeated.</summary>
    public FoldMethod Folding { get; }

    /// <summary>The odd factors 1, 3, 5, …, as few as a fit needs and at least two: odd ones fold every gate alike.</summary>
    public static ImmutableArray<double> UsualFactors(Extrapolation extrapolation)
    {
        ArgumentNullException.ThrowIfNull(extrapolation);
        var count = extrapolation.Degree is { } degree ? degree + 1 : 3;
        return [.. Enumerable.Range(0, count).Select(index => 1.0 + (2 * index))];
    }

    /// <summary>The options as text, for names and identities: <c>linear; 1,3; global</c>.</summary>
    public override string ToString()
    {
        var folding = Folding switch
        {
            FoldMethod.Global => "global",
            FoldMethod.Local => "local",
            _ => "two-qubit",
        };
        return $"{Extrapolation.Name}; {string.Join(',', Factors.Select(Text))}; {folding}";
    }

    private static string Text(double factor) => factor.ToString("R", CultureInfo.InvariantCulture);
}
