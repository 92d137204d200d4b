using QmlBench.Circuits.Source;
using QmlBench.Devices.Calibration;

namespace QmlBench.Tests.Devices.Calibration;

public sealed class CalibrationFormatsTests
{
    [Theory]
    [InlineData("{\"schema\":\"qmlbench.calibration/1\"}", CalibrationFormat.QmlBench)]
    [InlineData("{\"backend_name\":\"x\",\"qubits\":[]}", CalibrationFormat.Ibm)]
    [InlineData("{\"backend\":\"qpu.aria-1\"}", CalibrationFormat.Ionq)]
    [InlineData("{\"oneQubitProperties\":{}}", CalibrationFormat.Braket)]
    [InlineData("{\"metrics\":{\"metrics\":[]}}", CalibrationFormat.Google)]
    [InlineData("valid_qubits: \"3_2\"", CalibrationFormat.Google)]
    [InlineData("{\"figures\":[]}", null)]
    [InlineData("[]", null)]
    [InlineData("{\"\\ud800\":1}", null)]
    [InlineData("not JSON", null)]
    public void A_file_shows_its_format(string text, CalibrationFormat? expected) =>
        Assert.Equal(expected, CalibrationFormats.Of(new SourceText("f.json", text), new DiagnosticBag()));

    [Fact]
    public void Names_and_formats_go_together()
    {
        Assert.Equal(Enum.GetValues<CalibrationFormat>(), CalibrationFormats.Names.Select(CalibrationFormats.Named));
        Assert.All(CalibrationFormats.Names, name => Assert.Equal(name, CalibrationFormats.Named(name).ToString().ToLowerInvariant()));
    }

    [Fact]
    public void Another_name_is_refused_with_the_nearest()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => CalibrationFormats.Named("imb"));
        Assert.StartsWith("The format is one of qmlbench, ibm, google, ionq, braket, not 'imb'. Did you mean 'ibm'?", refusal.Message, StringComparison.Ordinal);
    }
}
