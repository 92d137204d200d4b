using QmlBench.Cli;
using QmlBench.Cli.Output;
using QmlBench.Tests.Devices.Calibration.Ibm;

namespace QmlBench.Tests.Cli;

public sealed class ImportVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_of_a_vendor_become_a_profile_on_stdout()
    {
        string[] files = [Write("c.json", IbmImporterTests.Configuration), Write("p.json", IbmImporterTests.Properties)];
        (int code, string output, string error) = Run(files);
        Assert.Equal(0, code);
        Assert.Contains("\nname: ibm_two_2024-05-27\n", output, StringComparison.Ordinal);
        Assert.Contains("T2 above 2·T1 on 1 qubit(s)", error, StringComparison.Ordinal);
        Assert.Equal(output, Run([.. files, "--format", "ibm"]).Output);
    }

    [Theory]
    [InlineData("{\"a\":1}", null, "nothing in this file shows whose it is; say --format qmlbench|ibm|google|ionq|braket.")]
    [InlineData("{\"a\":1}", "inoq", "--format takes qmlbench, ibm, google, ionq, braket, not 'inoq'. Did you mean 'ionq'?")]
    [InlineData("{\n\"a\":x}", "ionq", "f.json:2:5: not valid JSON")]
    public void What_cannot_be_imported_is_refused(string text, string? format, string expected)
    {
        (int code, string output, string error) = Run([Write("f.json", text), .. format is null ? Array.Empty<string>() : ["--format", format]]);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = Program.Run(["import", .. arguments], new Terminal(output, error, false));
        return (code, output.ToString(), error.ToString());
    }
}
