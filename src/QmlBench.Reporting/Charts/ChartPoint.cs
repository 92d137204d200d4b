using QmlBench.Reporting.Analysis;

namespace QmlBench.Reporting.Charts;

/// <summary>One mark with its error bar.</summary>
/// <param name="Series">Index into <see cref="Chart.Series"/>: colour and shape.</param>
/// <param name="Value">Where the mark is, and how far its error bar reaches.</param>
/// <param name="Tip">Text shown when pointed at.</param>
internal sealed record ChartPoint(int Series, Estimate Value, string Tip);
