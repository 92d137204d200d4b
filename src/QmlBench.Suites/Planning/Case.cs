using QmlBench.Suites.Canonical;
using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Planning;

/// <summary>One point of a suite's grid: a model on a data set, evaluated on a device with a mitigation.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Model">The model.</param>
/// <param name="Device">The device it is evaluated on; null for a classical model.</param>
/// <param name="Mitigation">The mitigation; <see cref="MitigationSpec.None"/> for a classical model.</param>
public sealed record Case(DatasetSpec Dataset, ModelSpec Model, DeviceSpec? Device, MitigationSpec Mitigation)
{
    /// <summary>Label of the device, empty for a classical model.</summary>
    public string DeviceLabel => Device?.Label ?? string.Empty;

    /// <summary>The case in one line, as <c>--only</c> matches it: data set/model/device/mitigation.</summary>
    public string Path => string.Join('/', Dataset.Name, Model.Name, Device is null ? "classical" : DeviceLabel, Mitigation.Name);

    /// <summary>The part of the identity that the case determines.</summary>
    internal CanonicalJson CanonicalDevice(DeviceSpec trainOn) => Device is null
        ? "classical"
        : CanonicalJson.Object(("evaluate_on", Device.Canonical()), ("train_on", trainOn.Canonical()));
}
