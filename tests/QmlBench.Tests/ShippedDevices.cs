using QmlBench.Devices;

namespace QmlBench.Tests;

/// <summary>The profiles of this repository: tests on them run on any clone.</summary>
internal static class ShippedDevices
{
    /// <summary>The library; one for all tests, because its drift model is estimated once.</summary>
    public static DeviceLibrary Library { get; } = new(Path.Combine(RepositoryRoot.Path, "devices"));

    public static Device Load(string name) => Library.Load(name, 1);
}
