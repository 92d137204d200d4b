using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;

namespace QmlBench.Tests.Circuits.Drawing;

public sealed class ScheduleDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0.0, "0 ns")]
    [InlineData(3.5e-8, "35 ns")]
    [InlineData(9.9999e-7, "1 us")]
    [InlineData(1.25e-6, "1.25 us")]
    [InlineData(2.5e-3, "2.5 ms")]
    [InlineData(1.0, "1 s")]
    [InlineData(5e-11, "0.05 ns")]
    public void Times_are_read_in_the_unit_that_fits(double seconds, string text) => Assert.Equal(text, TimeText.Write(seconds));

    [Fact]
    public void Boxes_are_as_long_as_the_gates_last_in_rows_of_any_width()
    {
        TimedCircuit timed = Ladder(12, 3e-7);
        foreach (int width in (int[])[300, 700, 1200, 100_000])
        {
            // A box that goes over the end of a row is drawn in both; its own x and width are the same.
            var boxes = Boxes(ScheduleSvg.Draw(timed, width)).Distinct().ToList();
            var lengths = boxes.Select(box => box.Width).Distinct().Order().ToList();
            Assert.Equal(2, lengths.Count);
            Assert.Equal(3e-7 / 3e-8, lengths[1] / lengths[0], 0.1);
            Assert.Equal(12, boxes.Count(box => box.Width == lengths[0]));
            Assert.Equal(24, boxes.Count(box => box.Width == lengths[1]));
        }
    }

    [Fact]
    public void Labels_stand_in_the_row_that_shows_them_and_no_line_runs_over_them()
    {
        foreach (int width in (int[])[300, 430, 700])
        {
            XElement[] rows = [.. XDocument.Parse(ScheduleSvg.Draw(Ladder(12, 3e-7), width)).Root!.Elements(Svg + "svg")];
            Assert.InRange(rows.Length, 2, 40);
            foreach (XElement row in rows)
            {
                double[] seen = [.. ((string)row.Attribute("viewBox")!).Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
                XElement[] labels = [.. row.Descendants(Svg + "text").Where(text => (string?)text.Attribute("class") == "ink")];
                Assert.All(labels, label => Assert.InRange(Of(label, "x"), seen[0] + (4 * label.Value.Length), seen[0] + seen[2] - (4 * label.Value.Length)));
                var drawn = row.Descendants().ToList();
                int firstBox = drawn.FindIndex(element => (string?)element.Attribute("class") == "box");
                Assert.True(firstBox < 0 || drawn.FindLastIndex(element => (string?)element.Attribute("class") == "line") < firstBox);
            }
        }
    }

    /// <summary>However long a circuit is for the width, no rest of a few pixels is left for a row of its own, and no row is too wide.</summary>
    [Fact]
    public void The_last_row_is_never_a_rest()
    {
        int folded = 0;
        for (int width = 300; width < 1500; width += 7)
        {
            XElement root = XDocument.Parse(ScheduleSvg.Draw(Ladder(12, 3e-7), width)).Root!;
            XElement[] rows = [.. root.Elements(Svg + "svg")];
            Assert.InRange(Of(root, "width"), 0, width + 1);
            if (rows.Length == 1) continue;
            folded++;
            Assert.InRange(Of(rows[^1], "width"), Math.Min(80.0, Of(rows[0], "width") / 3) - 1, width);
        }

        Assert.True(folded > 20);
    }

    [Fact]
    public void Lines_of_gates_at_the_same_time_stand_beside_each_other()
    {
        Circuit circuit = Circuit.Builder(6).CX(0, 4).CX(1, 2).CX(3, 5).Build();
        var timed = new TimedCircuit(circuit, [0.0, 0.0, 0.0], [3e-7, 3e-7, 3e-7], 3e-7);
        string[] lines = [.. XDocument.Parse(ScheduleSvg.Draw(timed, 900)).Descendants(Svg + "path")
            .Where(path => (string?)path.Attribute("class") == "line" && ((string)path.Attribute("d")!).Contains('V', StringComparison.Ordinal))
            .Select(path => ((string)path.Attribute("d")!)[1..].Split(' ')[0])];
        // The second lies beside the first; the third crosses the first alone.
        Assert.Equal(3, lines.Length);
        Assert.Equal(lines[1], lines[2]);
        Assert.NotEqual(lines[0], lines[1]);
    }

    [Fact]
    public void Operations_are_named_with_their_times_and_wires_with_both_qubits()
    {
        TimedCircuit timed = Small();
        var document = XDocument.Parse(ScheduleSvg.Draw(timed, 900, "a < b"));
        Assert.Equal("a < b", document.Root!.Element(Svg + "title")!.Value);
        string[] tips = [.. document.Descendants(Svg + "g").Elements(Svg + "title").Select(title => title.Value)];
        Assert.Equal(
            [
                "sx $1: 30 ns from 0 ns", "cx $1, $4: 300 ns from 30 ns", "delay $4: 70 ns from 330 ns", "measure $1: 5 us from 400 ns",
                "measure $4: 5 us from 400 ns", "rz(x/2 + π/4) $1: at 30 ns",
            ], tips.Select(tip => tip.Replace("0.5*x", "x/2", StringComparison.Ordinal)));
        string[] texts = [.. document.Descendants(Svg + "text").Select(text => text.Value)];
        Assert.Equal(["$1 q1", "q0", "$4 q0", "q1"], texts.Take(4));
        Assert.Contains("// to 5.4 us", texts);
        Assert.Contains("70 ns", texts);
    }

    [Fact]
    public void Characters_show_the_same_labels_and_waits() => Assert.Equal(
        """
        $1 q1: ─┤sx├──┤rz(0.5*x + π/4)├──●─────────────────┤M├───────
                                         │                  ║
        $4 q0: ──────────────────────────⊕──┤delay 70 ns├───╫───┤M├──
                                                            ║    ║
        c/2:   ═════════════════════════════════════════════╩════╩═══
                                                            0    1

        """,
        CircuitText.Draw(Small()));

    [Fact]
    public void Tints_colour_boxes_and_say_why()
    {
        TimedCircuit timed = Small();
        OperationTint[] tints = [.. Enumerable.Range(0, timed.Circuit.Count).Select(i => new OperationTint(i == 2 ? 0.5 : 0.0, $"cost {i}"))];
        string elements = ScheduleSvg.Elements(timed, 900, tints).Elements;
        Assert.Equal(2, elements.Split("class=\"heat\" fill-opacity=\"0.500\"").Length - 1);
        Assert.Contains("cx $1, $4: 300 ns from 30 ns; cost 2", elements, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ScheduleSvg.Elements(timed, 900, tints[1..]));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Circuit circuit = Circuit.Builder(1).X(0).Build();
        Assert.Throws<ArgumentException>(() => new TimedCircuit(circuit, [], [0.0], 0.0));
        Assert.Throws<ArgumentException>(() => new TimedCircuit(circuit, [double.NaN], [0.0], 0.0));
        var timeless = new TimedCircuit(circuit, [0.0], [0.0], 0.0);
        Assert.True(timeless.IsTimeless);
        Assert.Throws<ArgumentException>(() => ScheduleSvg.Draw(timeless));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScheduleSvg.Draw(Small(), 100));
    }

    private static IEnumerable<(double X, double Y, double Width)> Boxes(string svg) => XDocument.Parse(svg).Descendants(Svg + "rect")
        .Where(rect => (string?)rect.Attribute("class") == "box").Select(rect => (Of(rect, "x"), Of(rect, "y"), Of(rect, "width")));

    private static double Of(XElement rect, string name) => double.Parse(rect.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static TimedCircuit Ladder(int rungs, double long2)
    {
        CircuitBuilder builder = new CircuitBuilder(2).Physical();
        var starts = ImmutableArray.CreateBuilder<double>();
        var durations = ImmutableArray.CreateBuilder<double>();
        double now = 0.0;
        for (int i = 0; i < rungs; i++)
        {
            builder.SX(0).CX(0, 1);
            starts.AddRange(now, now + 3e-8);
            durations.AddRange(3e-8, long2);
            now += 3e-8 + long2;
        }

        return new TimedCircuit(builder.Build(), starts.ToImmutable(), durations.ToImmutable(), now);
    }

    private static TimedCircuit Small()
    {
        CircuitBuilder builder = new CircuitBuilder(5, 2).Physical();
        builder.SX(1).RZ((builder.Parameter("x") / 2) + (Math.PI / 4), 1).CX(1, 4).Delay(DelayTime.Dt(315), 4).Measure(1, 0).Measure(4, 1);
        return new TimedCircuit(builder.Build(), [0, 3e-8, 3e-8, 3.3e-7, 4e-7, 4e-7], [3e-8, 0, 3e-7, 7e-8, 5e-6, 5e-6], 4e-7)
        {
            InitialLayout = [4, 1],
            FinalLayout = [1, 4],
        };
    }
}
