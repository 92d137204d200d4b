using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Analysis;

/// <summary>One line of a comparison on a data set: a model, where its circuits ran, what was done about the noise.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Quantum">Whether it runs circuits.</param>
/// <param name="Device">Label of the device; empty for a classical model.</param>
/// <param name="Mitigation">Name of the mitigation.</param>
internal sealed record Arm(string Model, bool Quantum, string Device, string Mitigation) : IComparable<Arm>
{
    /// <summary>The device without noise.</summary>
    public const string Ideal = "ideal";

    /// <summary>No mitigation.</summary>
    public const string Raw = "none";

    /// <summary>The device in words.</summary>
    public string DeviceText => Quantum ? Device : "classical computer";

    /// <summary>The mitigation in words.</summary>
    public string MitigationText => !Quantum ? "–" : Mitigation == Raw ? "none (raw)" : Mitigation;

    /// <summary>Whether these are values as the device gave them.</summary>
    public bool IsRaw => Mitigation == Raw;

    /// <summary>Whether the device has no noise.</summary>
    public bool IsIdeal => Quantum && Device == Ideal;

    /// <summary>The arm a trial belongs to.</summary>
    public static Arm Of(TrialKey key) => new(key.Model, key.Quantum, key.Device, key.Mitigation);

    /// <summary>Quantum models first, by name; the ideal device and raw values before the others.</summary>
    public int CompareTo(Arm? other)
    {
        if (other is null)
            return 1;
        var byKind = other.Quantum.CompareTo(Quantum);
        if (byKind != 0) return byKind;
        var byModel = string.CompareOrdinal(Model, other.Model);
        if (byModel != 0) return byModel;
        var byDevice = First(Device, other.Device, Ideal);
        return byDevice != 0 ? byDevice : First(Mitigation, other.Mitigation, Raw);
    }

    /// <summary>Ordinal order with one name before all others.</summary>
    public static int First(string left, string right, string first) =>
        left == right ? 0 : left == first ? -1 : right == first ? 1 : string.CompareOrdinal(left, right);
}
