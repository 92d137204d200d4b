using System.Xml.Linq;
using QmlBench.Devices;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Tests.Reporting.Drawings;

public sealed class DeviceMapTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Some => ["ibm_manila", "ibm_sherbrooke", "ibm_kingston", "ibm_kyoto", "quantinuum_h1-1_spec", "ionq_aria_spec",
        "ibm_armonk", "template:ring:qubits=7", "template:line:qubits=40", "template:grid", "template:all-to-all:qubits=4"];

    [Theory]
    [MemberData(nameof(Some))]
    public void A_map_is_well_formed_names_every_qubit_and_stays_inside(string name)
    {
        Device device = ShippedDevices.Load(name);
        string text = DeviceMap.Draw(device);
        Assert.Equal(text, DeviceMap.Draw(device));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        XElement root = XDocument.Parse(text).Root!;
        string[] labels = [.. root.Descendants(Svg + "text").Where(t => ((string?)t.Attribute("class"))!.StartsWith("middle", StringComparison.Ordinal)).Select(t => t.Value)];
        Assert.Equal(Enumerable.Range(0, device.QubitCount).Select(q => $"{q}"), labels);
        double width = (double)root.Attribute("width")!, height = (double)root.Attribute("height")!;
        Assert.All(root.Descendants(Svg + "circle"), c =>
        {
            Assert.InRange((double)c.Attribute("cx")!, 16, width - 16);
            Assert.InRange((double)c.Attribute("cy")!, 60, height - 16);
        });
    }

    // Dead couplers of the snapshot: 14 directed cz, that is 7 couplers; kyoto reports error 1 on all 144.
    [Theory]
    [InlineData("ibm_fez", 7)]
    [InlineData("ibm_kyoto", 144)]
    [InlineData("ibm_manila", 0)]
    public void Every_dead_coupler_is_crossed_out(string name, int dead) =>
        Assert.Equal(dead, XDocument.Parse(DeviceMap.Draw(ShippedDevices.Load(name))).Descendants(Svg + "line").Count(l => (string?)l.Attribute("class") == "dead"));

    [Fact]
    public void Couplers_of_one_order_have_an_arrow()
    {
        int Arrows(string name) => XDocument.Parse(DeviceMap.Draw(ShippedDevices.Load(name))).Descendants(Svg + "path").Count(p => (string?)p.Attribute("class") == "arrow");
        Assert.Equal(144, Arrows("ibm_brisbane_2024-02-28"));
        Assert.Equal(0, Arrows("ibm_fez"));
    }

    [Fact]
    public void The_ideal_device_is_not_drawn() => Assert.Throws<ArgumentException>(() => DeviceMap.Draw(Device.Ideal(3)));
}
