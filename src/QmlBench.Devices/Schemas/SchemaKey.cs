namespace QmlBench.Devices.Schemas;

/// <summary>A key of a mapping in a schema.</summary>
/// <param name="Name">The key, as files write it.</param>
/// <param name="Description">What it means, for the reader of a file.</param>
/// <param name="Value">What may stand behind it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
public sealed record SchemaKey(string Name, string Description, SchemaShape Value, bool IsRequired)
{
    /// <summary>A key that may be left out.</summary>
    /// <param name="name">The key.</param>
    /// <param name="description">What it means.</param>
    /// <param name="value">What may stand behind it.</param>
    public static SchemaKey Optional(string name, string description, SchemaShape value) => new(name, description, value, false);

    /// <summary>A key that must be there.</summary>
    /// <param name="name">The key.</param>
    /// <param name="description">What it means.</param>
    /// <param name="value">What may stand behind it.</param>
    public static SchemaKey Required(string name, string description, SchemaShape value) => new(name, description, value, true);
}
