using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm;

/// <summary>What came of reading a text.</summary>
/// <param name="Circuit">The circuit; null if there were errors.</param>
/// <param name="Diagnostics">Errors and warnings with their places.</param>
/// <param name="Version">Language of the text.</param>
public sealed record QasmResult(Circuit? Circuit, DiagnosticBag Diagnostics, QasmVersion Version);
