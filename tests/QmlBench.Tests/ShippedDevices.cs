using QmlBench.Devices;

namespace QmlBench.Tests;

/// <summary>The profiles of this repository: tests on them run on any clone.</summary>
internal static class ShippedDevices
{
    private static readonly DeviceLibrary Library = new(Path.Combine(RepositoryRoot.Path, "devices"));

    public static Device Load(string name) => Library.Load(name, 1);
}
