using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>A claim: the treatment is better than the control by more than the margin.</summary>
/// <param name="Name">Name, unique in the suite.</param>
/// <param name="Statement">The claim in words.</param>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Metric">Metric compared; where lower is better the difference is taken the other way round.</param>
/// <param name="Treatment">The arm that is said to be better.</param>
/// <param name="Control">The arm it is compared with.</param>
/// <param name="Margin">Margin ε ≥ 0 in units of the metric.</param>
/// <param name="Alpha">Level of the claim before Holm.</param>
/// <param name="Pairs">Number of pairs (data draws) after which there is a verdict.</param>
/// <param name="Expect">Verdict that is expected.</param>
/// <param name="Line">Line of the claim in its file, for messages.</param>
public sealed record ClaimSpec(
    string Name,
    string Statement,
    string Dataset,
    string Metric,
    ClaimArm Treatment,
    ClaimArm Control,
    double Margin,
    double Alpha,
    int Pairs,
    string Expect,
    int Line)
{
    /// <summary>The terms of the claim, for hashes: what must not change silently once there is a verdict.</summary>
    public CanonicalJson Terms() => CanonicalJson.Object(
        ("alpha", Alpha),
        ("control", CanonicalJson.Array([Control.Model, Control.Device, Control.Mitigation])),
        ("dataset", Dataset),
        ("margin", Margin),
        ("metric", Metric),
        ("pairs", Pairs),
        ("treatment", CanonicalJson.Array([Treatment.Model, Treatment.Device, Treatment.Mitigation])));
}
