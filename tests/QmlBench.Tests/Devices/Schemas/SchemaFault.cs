namespace QmlBench.Tests.Devices.Schemas;

/// <summary>Where a value is not what a schema says.</summary>
/// <param name="Path">Keys and indices from the root, each after a slash.</param>
/// <param name="Keyword">The keyword of JSON Schema that is not fulfilled.</param>
/// <param name="Detail">For an unknown key: the key.</param>
/// <param name="Allowed">For an unknown key: the keys that are known.</param>
internal sealed record SchemaFault(string Path, string Keyword, string Detail = "", IReadOnlyList<string>? Allowed = null)
{
    public override string ToString() => $"{Path}: {Keyword} {Detail}";
}
