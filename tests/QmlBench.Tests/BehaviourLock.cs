using System.Security.Cryptography;
using System.Text;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests;

/// <summary>Holds a component's version and the hash of a small probe's output together: the output changes only with the version.</summary>
internal static class BehaviourLock
{
    public static void Holds(
        IReadOnlyDictionary<string, (int Version, string Hash)> locked, IEnumerable<ComponentVersion> versions, string component, string probe)
    {
        var version = versions.Single(one => one.Component == component).Version;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(probe)))[..16];
        Assert.True(
            locked[component] == (version, hash),
            $"{component} is locked at {locked[component]} and gives ({version}, {hash}). If the change is meant, raise its version.");
    }
}
