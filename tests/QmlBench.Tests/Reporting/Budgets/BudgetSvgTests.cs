using System.Xml.Linq;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Budgets;
using QmlBench.Reporting.Budgets;
using QmlBench.Tests.Emulation.Budgets;

namespace QmlBench.Tests.Reporting.Budgets;

public sealed class BudgetSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0, 300)]
    [InlineData(0, 1200)]
    [InlineData(1, 900)]
    public void The_drawing_is_well_formed_and_colours_every_cost(int figure, int width)
    {
        var observables = new ObservableSet(Observable.Parse("ZZI", 3));
        Circuit circuit = Circuit.Builder(3, 3).H(0).CX(0, 1).CX(1, 2).MeasureAll().Build();
        NoiseBudget budget = Diagnosed.Of(circuit, "ibm_manila_2024-05-27", null, observables).Budget;
        string text = BudgetSvg.Draw(budget, figure, width, "a < b");
        XElement root = XDocument.Parse(text).Root!;
        Assert.StartsWith("a < b", root.Element(Svg + "title")!.Value, StringComparison.Ordinal);
        string[] tips = [.. root.Descendants(Svg + "title").Select(title => title.Value)];
        Assert.All(budget.Operations, one => Assert.Contains(tips, tip => tip.Contains("; costs ", StringComparison.Ordinal)
            && tip.StartsWith(one.Name == "idle" ? "delay" : one.Name, StringComparison.Ordinal)));
        Assert.All(budget.Sources, one => Assert.Contains(tips, tip => tip.StartsWith($"{one.Source} taken out: ", StringComparison.Ordinal)));
        Assert.Contains(tips, tip => tip.StartsWith("interaction alone: ", StringComparison.Ordinal));
        string full = string.Concat(root.Descendants(Svg + "rect").Where(rect => (string?)rect.Attribute("class") == "heat")
            .Select(rect => (string?)rect.Attribute("fill-opacity")));
        Assert.Contains("1.000", full, StringComparison.Ordinal);
        Assert.Contains(root.Descendants(Svg + "text"), label => label.Value == (figure == 0 ? "loss of fidelity" : "loss of ZZI"));
        foreach (string panel in new[] { "By source", "By qubit and coupler", "By layer" })
            Assert.Equal(budget.Figures.Length, root.Descendants(Svg + "text").Count(label => label.Value == panel));
        Assert.All(budget.Figures, one => Assert.Contains(
            root.Descendants(Svg + "text"), label => label.Value.StartsWith($"{one.Name}: ", StringComparison.Ordinal)));
        Assert.Equal(text, BudgetSvg.Draw(budget, figure, width, "a < b"));
    }

    [Fact]
    public void Where_coherence_runs_out_is_written_beside_the_circuit()
    {
        Circuit circuit = Circuit.Builder(2).H(0).CX(0, 1).Delay(DelayTime.Seconds(200e-6), 0).Build();
        NoiseBudget budget = Diagnosed.Of(circuit, "ibm_manila_2024-05-27").Budget;
        string text = BudgetSvg.Draw(budget);
        Assert.Contains(budget.Coherence, one => one.RunsOutSeconds is not null);
        Assert.All(budget.Coherence.Where(one => one.RunsOutSeconds is not null), one => Assert.Contains($"coherence of ${one.Qubit} runs out at ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_that_is_not_there_is_refused()
    {
        NoiseBudget budget = Diagnosed.Of(Circuit.Builder(1).X(0).Build(), "ibm_manila_2024-05-27").Budget;
        Assert.Throws<ArgumentOutOfRangeException>(() => BudgetSvg.Draw(budget, 1));
    }
}
