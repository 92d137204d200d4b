namespace QmlBench.Suites.Definition;

/// <summary>One side of a claim: one case of the suite on the claim's data set.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Device">Label of the device; empty for a classical model.</param>
/// <param name="Mitigation">Name of the mitigation; <c>none</c> for raw values and for classical models.</param>
public sealed record ClaimArm(string Model, string Device, string Mitigation)
{
    /// <summary>The arm in words.</summary>
    public string Label =>
        Model + (Device.Length == 0 ? string.Empty : " on " + Device) + (Mitigation == "none" ? string.Empty : " with " + Mitigation);
}
