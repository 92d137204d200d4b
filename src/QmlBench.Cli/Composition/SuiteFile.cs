using QmlBench.Suites.Definition;

namespace QmlBench.Cli.Composition;

/// <summary>A suite with the text it was read from.</summary>
/// <param name="Suite">The suite, with the seed that is used.</param>
/// <param name="Text">The file.</param>
internal sealed record SuiteFile(Suite Suite, string Text);
