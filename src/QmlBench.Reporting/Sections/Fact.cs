namespace QmlBench.Reporting.Sections;

/// <summary>A name and what belongs to it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, ready to print.</param>
internal sealed record Fact(string Name, string Value);
