namespace QmlBench.Devices.Yaml;

/// <summary>A unit: how many of the dimension's base unit it is, as Factor · 10^Exponent exactly.</summary>
/// <param name="Symbol">As written behind a number.</param>
/// <param name="Exponent">Power of ten.</param>
/// <param name="Factor">Whole factor, such as 60 for a minute; 1 for decimal units.</param>
/// <param name="IsPreferred">Whether the writer may choose it.</param>
public sealed record Unit(string Symbol, int Exponent, long Factor = 1, bool IsPreferred = true);
