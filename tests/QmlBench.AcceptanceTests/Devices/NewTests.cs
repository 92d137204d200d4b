namespace QmlBench.AcceptanceTests.Devices;

/// <summary><c>new</c>: first files to edit, and the schemas by which editors check them.</summary>
public sealed class NewTests : IDisposable
{
    private const string SchemaName = "device.schema.json";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_schema_it_prints_is_the_shipped_one()
    {
        string shipped = File.ReadAllText(RepositoryRoot.Combine("devices", SchemaName));
        Assert.Equal(shipped, CommandLine.Run("new", "schema").Out);
        var path = _folder[SchemaName];
        Assert.Equal(0, CommandLine.Run("new", "schema", "device", "-o", path).Exit);
        Assert.Equal(shipped, File.ReadAllText(path));
        Assert.Equal(File.ReadAllText(RepositoryRoot.Combine("suites", "suite.schema.json")), CommandLine.Run("new", "schema", "suite").Out);
    }

    [Fact]
    public void A_new_device_is_sound_and_names_the_schema_where_it_lies_beside()
    {
        var path = _folder["mine.yaml"];
        Assert.Equal(0, CommandLine.Run("new", "device", "template:ring:qubits=4", "-o", path).Exit);
        Assert.StartsWith("# Made from template:ring:qubits=4.", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("check", path).Exit);
        File.Delete(path);
        Assert.Equal(0, CommandLine.Run("new", "schema", "-o", _folder[SchemaName]).Exit);
        Assert.Equal(0, CommandLine.Run("new", "device", "template:ring:qubits=4", "-o", path).Exit);
        Assert.StartsWith($"# yaml-language-server: $schema={SchemaName}\n# Made from ", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("check", path).Exit);
    }

    [Fact]
    public void What_cannot_be_made_is_refused_with_the_remedy()
    {
        Assert.Contains("format of files takes device, suite", CommandLine.Run("new", "schema", "devise").Refused(), StringComparison.Ordinal);
        Assert.Contains("a schema file ends in .json", CommandLine.Run("new", "schema", "-o", "x.yaml").Refused(), StringComparison.Ordinal);
        Assert.Contains("a device file ends in .yaml", CommandLine.Run("new", "device", "-o", "x.json").Refused(), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'schema'?", CommandLine.Run("new", "shema").Refused(), StringComparison.Ordinal);
    }
}
