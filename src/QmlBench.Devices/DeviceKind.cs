namespace QmlBench.Devices;

/// <summary>What kind of figures a profile holds.</summary>
public enum DeviceKind
{
    /// <summary>Values measured on one day on one device; written <c>calibration</c>.</summary>
    Calibration,

    /// <summary>Typical values that a vendor publishes; written <c>specification</c>.</summary>
    Specification,

    /// <summary>Values chosen by somebody, for "what if" studies; written <c>template</c>.</summary>
    Template,

    /// <summary>The built-in device without noise; never in a file.</summary>
    Ideal,
}
