using System.Security.Cryptography;
using System.Text;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Wrapping;

/// <summary>Identities of wrapped executors.</summary>
internal static class WrappedIdentity
{
    /// <summary>The identity of an executor with a technique around it.</summary>
    /// <param name="inner">Identity of the executor.</param>
    /// <param name="technique">Name of the technique and of its component.</param>
    /// <param name="options">All options that determine results.</param>
    /// <param name="version">Behaviour version of the technique.</param>
    public static ExecutorIdentity Of(ExecutorIdentity inner, string technique, string options, int version)
    {
        var text = $"qmlbench/mitigation/v1\n{technique}\n{options}\n{inner.Hash}\n";
        var name = options.Length == 0 ? technique : $"{technique}({options})";
        return new(
            $"{name} on {inner.Name}",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            [.. inner.Versions.Append(new(technique, version)).OrderBy(one => one.Component, StringComparer.Ordinal)]);
    }
}
