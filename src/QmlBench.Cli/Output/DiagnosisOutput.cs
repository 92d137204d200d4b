using System.Globalization;
using QmlBench.Circuits.Drawing;
using QmlBench.Emulation.Budgets;

namespace QmlBench.Cli.Output;

/// <summary>What <c>diagnose</c> prints: first what costs most, then the tables.</summary>
internal sealed class DiagnosisOutput
{
    // Half a unit of the last digit shown.
    private const double Least = 5e-7;
    private readonly TextWriter _out;
    private readonly DiagnosisResult _result;
    private readonly NoiseBudget _budget;

    private DiagnosisOutput(TextWriter output, DiagnosisResult result) => (_out, _result, _budget) = (output, result, result.Budget);

    public static void Print(Terminal terminal, DiagnosisResult result, bool json)
    {
        foreach (var notice in result.Budget.Notices)
            terminal.Notice($"{notice.Source}: {notice.Text}");
        if (json)
            JsonOutput.Write(terminal.Out, DiagnosisJson.Of(result));
        else
            new DiagnosisOutput(terminal.Out, result).PrintText();
    }

    private void PrintText()
    {
        Line($"{_budget.Device}: {_result.Program.Native.InitialLayout.Length} qubits on "
            + $"[{string.Join(", ", _result.Program.Native.InitialLayout)}]; {_budget.Method}");
        for (var figure = 0; figure < _budget.Figures.Length; figure++)
            PrintMostCostly(figure);
        Line($"reading: {(_budget.Readout.Qubits.Length == 1 ? "the bit" : $"all {_budget.Readout.Qubits.Length} bits")} right with probability {Number(_budget.Readout.AllRight)}; worst: "
            + string.Join(", ", _budget.Readout.Qubits.OrderByDescending(one => one.Error).Take(3)
                .Select(one => $"${one.Qubit} q{one.Logical} wrong with {Number(one.Error)}")));
        for (var figure = 0; figure < _budget.Figures.Length; figure++)
            PrintTables(figure);
        PrintCoherence();
        PrintRemapping();
    }

    private void PrintMostCostly(int figure)
    {
        var shown = _budget.Figures[figure];
        Line(string.Empty);
        var headline = figure == 0
            ? $"fidelity {Number(shown.Noisy)}{(shown.IsEstimate ? " (estimated)" : string.Empty)}, loss {Number(-shown.Change)}."
            : $"<{shown.Name}> = {Number(shown.Noisy)}, without noise {Number(shown.Ideal)}, change {Signed(shown.Change)}.";
        var costs = _budget.Sources.Any(one => _budget.Cost(one.Share, figure) >= Least);
        Line(costs ? $"{headline} Costs most:" : $"{headline} Nothing costs anything.");
        MostCostly(figure, "source", _budget.Sources, one => one.Share, one => one.Source);
        MostCostly(figure, "qubit", _budget.Qubits, one => one.Share, QubitName);
        MostCostly(figure, "coupler", [.. _budget.Places.Where(one => one.Qubits.Length > 1)], one => one.Share,
            one => BudgetNames.Place(one.Qubits));
        MostCostly(figure, "gate", [.. _budget.Operations.Where(one => one.Name != "idle")], one => one.Share, OperationName);
        MostCostly(figure, "idle window", [.. _budget.Operations.Where(one => one.Name == "idle")], one => one.Share, OperationName);
    }

    private void MostCostly<T>(int figure, string kind, IReadOnlyList<T> entries, Func<T, BudgetShare> share, Func<T, string> name)
    {
        if (entries.Count == 0)
            return;
        var worst = entries.MaxBy(entry => _budget.Cost(share(entry), figure))!;
        var (cost, whole) = (_budget.Cost(share(worst), figure), Math.Abs(_budget.Figures[figure].Change));
        if (cost >= Least)
            Line($"  {kind,-12} {name(worst),-34} {Number(cost)}  ({Fixed(100 * cost / whole, "0.0"),4} %)");
    }

    private void PrintTables(int figure)
    {
        var name = _budget.Figures[figure].Name;
        Table(figure, $"{name} by source", [.. _budget.Sources.Where(one => Acts(one.Share, figure))], one => one.Share, one => one.Source, int.MaxValue);
        // A coupler counts for both its qubits, so the interaction of this table holds what is counted twice.
        Table(figure, $"{name} by qubit, with couplers and reading", _budget.Qubits, one => one.Share, QubitName, _result.Rows);
        Table(figure, $"{name} by place", _budget.Places, one => one.Share, one => BudgetNames.Place(one.Qubits), _result.Rows);
        Table(figure, $"{name} by operation", _budget.Operations, one => one.Share, OperationName, _result.Rows, _budget.Reading);
        Table(figure, $"{name} by layer", _budget.Layers, one => one.Share, LayerName, _result.Rows, _budget.Reading);
    }

    private void Table<T>(
        int figure, string title, IReadOnlyList<T> entries, Func<T, BudgetShare> share, Func<T, string> name, int rows, BudgetShare? beside = null)
    {
        if (entries.Count == 0)
            return;
        Line(string.Empty);
        Line($"{title,-44}  {"alone",9}  {"change",10}    {"removed",9}  {"change",10}");
        foreach (var entry in entries.OrderByDescending(entry => _budget.Cost(share(entry), figure)).Take(rows))
            Row(name(entry), share(entry), figure);
        if (entries.Count > rows)
            Line($"  … and {entries.Count - rows} that cost less (--rows, or --json for all)");
        var all = entries.Select(share).ToList();
        if (beside is not null)
        {
            Row("reading", beside, figure);
            all.Add(beside);
        }

        Row("interaction", string.Empty, _budget.InteractionAlone(all, figure), string.Empty, _budget.InteractionRemoved(all, figure));
        Row("all", string.Empty, _budget.Figures[figure].Change, string.Empty, _budget.Figures[figure].Change);
    }

    // The reading does nothing to a fidelity, and is not listed there.
    private bool Acts(BudgetShare share, int figure) => _budget.ChangeAlone(share, figure) != 0.0 || _budget.ChangeRemoved(share, figure) != 0.0;

    private void Row(string name, BudgetShare share, int figure) => Row(
        name, Number(share.Alone[figure]), _budget.ChangeAlone(share, figure), Number(share.Removed[figure]),
        _budget.ChangeRemoved(share, figure));

    private void Row(string name, string alone, double changeAlone, string removed, double changeRemoved) =>
        Line($"  {name,-42}  {alone,9}  {Signed(changeAlone),10}    {removed,9}  {Signed(changeRemoved),10}");

    private void PrintCoherence()
    {
        Line(string.Empty);
        Line("coherence          T1          T2        busy        idle  exp(-t/T1)  exp(-t/T2)  runs out");
        foreach (var one in _budget.Coherence)
        {
            Line($"  {QubitName(one.Qubit),-9}  {Time(one.T1),9}  {Time(one.T2),10}  {Time(one.BusySeconds),10}  {Time(one.IdleSeconds),10}  "
                + $"{Fixed(one.ExcitationLeft, "0.0000"),10}  {Fixed(one.CoherenceLeft, "0.0000"),10}  "
                + (one.RunsOutSeconds is { } moment ? "at " + TimeText.Write(moment) : "no"));
        }
    }

    private void PrintRemapping()
    {
        if (_result.Present is not { } present)
            return;
        Line(string.Empty);
        Line("remapping                    2q gates   predicted    fidelity   mean read.        gain");
        PrintPlace("as it is", present, present);
        foreach (var place in _result.Better)
            PrintPlace($"[{string.Join(", ", place.Layout)}]", place, present);
        if (_result.Better.IsEmpty)
            Line("  no better place was found");
        Line("  mean read.: all bits right, each with the mean error of its qubit over 0 and 1; gain: in fidelity times that");
    }

    private void PrintPlace(string name, Remapping place, Remapping present) =>
        Line($"  {name,-25}  {place.TwoQubitGates,8}  {Number(place.PredictedFidelity),10}  "
            + $"{(place.Fidelity is { } fidelity ? Number(fidelity) : "-"),10}  {Number(place.PredictedReading),10}  "
            + (ReferenceEquals(place, present) ? string.Empty : Signed(place.Score - present.Score).PadLeft(10)));

    private string QubitName(PlaceShare one) => QubitName(one.Qubits[0]);

    private string QubitName(int qubit) => _result.Program.Native.FinalLayout.IndexOf(qubit) is >= 0 and var logical
        ? $"${qubit} q{logical}" : $"${qubit}";

    private static string OperationName(OperationShare one) =>
        $"{BudgetNames.Operation(one)} at {TimeText.Write(one.StartSeconds)}, {TimeText.Write(one.DurationSeconds)}";

    private static string LayerName(LayerShare one) =>
        $"layer {one.Layer}: {one.Operations} noisy, {TimeText.Write(one.StartSeconds)} to {TimeText.Write(one.EndSeconds)}";

    private static string Time(double seconds) => double.IsFinite(seconds) ? TimeText.Write(seconds) : "-";

    private static string Number(double value) => (Math.Round(value, 6) + 0.0).ToString("0.000000", CultureInfo.InvariantCulture);

    private static string Signed(double value) => (Math.Round(value, 6) + 0.0).ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture);

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private void Line(string text) => _out.WriteLine(text.TrimEnd());
}
