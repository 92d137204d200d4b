using System.Xml.Linq;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;
using QmlBench.Circuits.Gates;

namespace QmlBench.Tests.Circuits.Drawing;

public sealed class CircuitDrawingTests
{
    [Fact]
    public void A_small_circuit_in_characters()
    {
        CircuitBuilder builder = Circuit.Builder(3, 2);
        Circuit circuit = builder.H(0).CX(0, 2).RZ((builder.Parameter("x") / 2) + (Math.PI / 4), 1).Barrier().ECR(2, 1).Swap(0, 1)
            .Delay(DelayTime.Seconds(1e-7), 2).Measure(0, 0).Add(StandardGates.X, [], [1], new Condition([0, 1], 2)).Build();
        Assert.Equal(
            """
            q[0]: ─┤h├──●─────────────────────░─────────────────×────────┤M├───────
                        │                     ░                 │         ║
            q[1]: ──────┼──┤rz(0.5*x + π/4)├──░──┤ecr:1├────────×─────────╫───┤x├──
                        │                     ░     │                     ║    ║
            q[2]: ──────⊕─────────────────────░──┤ecr:0├──┤delay 100ns├───╫────╫───
                                                                          ║    ║
            c/2:  ════════════════════════════════════════════════════════╩════■═══
                                                                          0    =2

            """,
            CircuitText.Draw(circuit));
    }

    [Fact]
    public void Lines_are_folded_to_the_width_and_nothing_is_lost() => Property.Holds(RandomCircuits.Any, circuit =>
    {
        const int width = 60;
        string narrow = CircuitText.Draw(circuit, width), wide = CircuitText.Draw(circuit, 100_000);
        Assert.Equal(Symbols(wide), Symbols(narrow));
        int longest = wide.Split('\n').SelectMany(line => line.Split('├')).Max(part => part.Length - part.LastIndexOf('┤'));
        Assert.All(narrow.Split('\n'), line => Assert.True(line.Length <= Math.Max(width, longest + 20), line));
    }, 60);

    [Fact]
    public void Svg_is_well_formed_and_names_every_gate() => Property.Holds(RandomCircuits.Any, circuit =>
    {
        string svg = CircuitSvg.Draw(circuit, 600, "a < b & c");
        XDocument document = XDocument.Parse(svg);
        XNamespace svgNamespace = "http://www.w3.org/2000/svg";
        Assert.Equal("a < b & c", document.Root!.Element(svgNamespace + "title")!.Value);
        string[] labels = [.. document.Descendants(svgNamespace + "text").Select(text => text.Value)];
        for (int i = 0; i < circuit.Count; i++)
            if (circuit[i].Kind == OperationKind.Gate && circuit[i].Gate.ControlCount == 0 && circuit[i].Gate != StandardGates.Swap)
            {
                string name = circuit[i].Gate.Name;
                Assert.Contains(labels, label => label.StartsWith(name, StringComparison.Ordinal));
            }
    }, 60);

    [Fact]
    public void Idle_qubits_of_a_device_are_left_out()
    {
        string text = CircuitText.Draw(new CircuitBuilder(127, 1).Physical().SX(126).ECR(126, 3).Measure(3, 0).Build());
        Assert.Equal(6, text.Split('\n').Length - 1);
        Assert.StartsWith("$3:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_circuit_is_drawn_as_wires()
    {
        Assert.Equal("q[0]: ─\n\n", CircuitText.Draw(Circuit.Builder(1).Build()));
        Assert.Equal("", CircuitText.Draw(Circuit.Builder(0).Build()));
        Assert.NotNull(XDocument.Parse(CircuitSvg.Draw(Circuit.Builder(0).Build())).Root);
        Assert.Throws<ArgumentOutOfRangeException>(() => CircuitText.Draw(Circuit.Builder(0).Build(), 5));
    }

    private static int Symbols(string text) => text.Count(c => c is '┤' or '●' or '⊕' or '×' or '╩' or '■');
}
