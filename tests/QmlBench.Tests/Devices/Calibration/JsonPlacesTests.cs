using QmlBench.Circuits.Source;
using QmlBench.Devices.Calibration;

namespace QmlBench.Tests.Devices.Calibration;

public sealed class JsonPlacesTests
{
    private const string Text = """
        {"näme":"✓","qubits":[
          {"t1":5,"readout_error":0.5},
          [{"name":"T1","value":7},{"name":"T2","value":8}]
         ],
         "gates":[{"gate":"cx","parameters":[{"name":"gate_error","value":-1}]}],
         "t":{"one":{"deep":true}}, "twice":1, "twice":22}
        """;

    [Theory]
    [InlineData("qubits/0/t1", "2:9-2:10")]
    [InlineData("qubits/0/readout/readout_error", "2:27-2:30")]
    [InlineData("qubits/0/unknown", "2:3-2:4")]
    [InlineData("qubits/1/t2/value", "3:49-3:50")]
    [InlineData("gates/cx", "5:11-5:12")]
    [InlineData("gates/0/gate_error/value", "5:67-5:69")]
    [InlineData("deep", "1:1-1:1")]
    [InlineData("one/deep", "6:21-6:25")]
    [InlineData("twice", "6:48-6:50")]
    [InlineData("näme", "1:9-1:12")]
    [InlineData("nowhere/at/all", "1:1-1:1")]
    public void A_path_leads_as_far_as_the_text_has_it(string path, string expected)
    {
        SourceSpan span = new JsonPlaces(new SourceText("f", Text)).SpanOf(path);
        Assert.Equal(expected, $"{span.Start}-{span.End}");
    }
}
