namespace QmlBench.Devices.Calibration.Google;

/// <summary>A field of a protobuf text: a name with a value, or with fields of its own.</summary>
internal sealed record ProtoField(string Name, string Value, int Offset)
{
    /// <summary>Fields in braces, in order.</summary>
    public List<ProtoField> Fields { get; } = [];

    /// <summary>The fields of a name.</summary>
    public IEnumerable<ProtoField> All(string name) => Fields.Where(f => f.Name == name);
}
