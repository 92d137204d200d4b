using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace QmlBench.Circuits.Drawing;

/// <summary>The operations of a time axis as SVG elements; x runs from the start of the circuit.</summary>
internal sealed class ScheduleMarks
{
    private const double EdgePixels = 1.0;
    private const double LanePixels = 8;
    private const int Lanes = 9;
    private const int Box = 28, IdleBox = 16, LetterWidth = 8, SmallLetter = 6;
    private readonly TimedCircuit _timed;
    private readonly TimeScale _scale;
    private readonly OperationMarks _symbols;
    private readonly IReadOnlyList<OperationTint>? _tints;
    private readonly (double X, int First, int Last)?[] _lines;

    internal ScheduleMarks(TimedCircuit timed, int[] qubits, TimeScale scale, IReadOnlyList<OperationTint>? tints)
    {
        (_timed, _scale, _tints) = (timed, scale, tints);
        _symbols = new OperationMarks(timed.Circuit, qubits, timed);
        _lines = Lines();
    }

    /// <summary>Appends what lies between two pixels: lines between operands under boxes, so that no label is struck out, thin marks on
    /// top.</summary>
    internal void Append(StringBuilder svg, double from, double to)
    {
        int[] shown = [.. Enumerable.Range(0, _timed.Circuit.Count).Where(i => Left(i) <= to + EdgePixels && Right(i) >= from - EdgePixels)];
        foreach (int i in shown)
            if (_lines[i] is { } line)
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{line.X:F1} {Y(line.First)}V{Y(line.Last)}\"/>\n");
        foreach (bool thin in (ReadOnlySpan<bool>)[false, true])
            foreach (int i in shown)
                if (IsThin(i) == thin) One(svg, i, from, to);
    }

    private double Left(int index) => _scale.Left(_timed.StartSeconds[index]);

    private double Right(int index) => _scale.Left(_timed.StartSeconds[index] + _timed.DurationSeconds[index]);

    private bool IsThin(int index) => Right(index) - Left(index) < 1.0;

    private static int Y(int wire) => (wire * ScheduleCanvas.Row) + (ScheduleCanvas.Row / 2);

    // Where the line between the operands of each gate stands: in its middle, or beside it where another line runs there.
    private (double X, int First, int Last)?[] Lines()
    {
        var lines = new (double X, int First, int Last)?[_timed.Circuit.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            ImmutableArray<Mark> marks = _symbols.Of(_timed.Circuit[i], i).Marks;
            if (marks.Length < 2 || _timed.Circuit[i].Kind != OperationKind.Gate) continue;
            (int first, int last) = (marks.Min(mark => mark.Wire), marks.Max(mark => mark.Wire));
            double middle = (Left(i) + Right(i)) / 2, most = ((Right(i) - Left(i)) / 2) - 4;
            double free = Enumerable.Range(0, Lanes).Select(lane => (lane % 2 == 0 ? -1 : 1) * ((lane + 1) / 2) * LanePixels)
                .Where(shift => Math.Abs(shift) <= Math.Max(0, most))
                .FirstOrDefault(shift => !lines.Any(other => other is { } line && Math.Abs(line.X - middle - shift) < LanePixels - 1
                    && Math.Max(line.First, first) < Math.Min(line.Last, last)));
            lines[i] = (middle + free, first, last);
        }

        return lines;
    }

    private void One(StringBuilder svg, int index, double from, double to)
    {
        Operation operation = _timed.Circuit[index];
        ImmutableArray<Mark> marks = _symbols.Of(operation, index).Marks;
        if (marks.IsEmpty) return;
        svg.Append("<g><title>").Append(WebUtility.HtmlEncode(Tip(index))).Append("</title>");
        foreach (Mark mark in marks) Symbol(svg, operation.Kind, mark, index, (Math.Max(Left(index), from), Math.Min(Right(index), to)));
        svg.Append("</g>\n");
    }

    // What is written in a box stands in the part of it that this row shows.
    private void Symbol(StringBuilder svg, OperationKind kind, Mark mark, int index, (double From, double To) seen)
    {
        (int y, double left) = (Y(mark.Wire), Left(index));
        if (kind == OperationKind.Barrier)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"cut\" stroke-width=\"2\" d=\"M{left:F1} {y - (ScheduleCanvas.Row / 2)}v{ScheduleCanvas.Row}\"/>");
        else if (IsThin(index))
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"solid\" x=\"{left - 1:F1}\" y=\"{y - 9}\" width=\"2\" height=\"18\"/>");
        else if (kind == OperationKind.Delay)
            Frame(svg, "idle", IdleBox, seen, y, index, TimeText.Write(_timed.DurationSeconds[index]), SmallLetter);
        else
            Frame(svg, "box", Box, seen, y, index, LabelOf(mark, seen.To - seen.From), LetterWidth);
        if (kind == OperationKind.Measure && !IsThin(index)) Meter(svg, seen, y, index);
    }

    private void Frame(
        StringBuilder svg, string style, int height, (double From, double To) seen, int y, int index, string label, int letter)
    {
        (double left, double right) = (Left(index), Right(index));
        string place = string.Create(
            CultureInfo.InvariantCulture, $"x=\"{left:F1}\" y=\"{y - (height / 2)}\" width=\"{right - left:F1}\" height=\"{height}\" rx=\"3\"");
        svg.Append("<rect class=\"").Append(style).Append("\" ").Append(place).Append("/>");
        if (_tints?[index].Strength is > 0.0 and double strength)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"heat\" fill-opacity=\"{Math.Min(1.0, strength):F3}\" {place}/>");
        if (label.Length * letter > seen.To - seen.From - 2) return;
        // On strong colour grey letters are hard to read.
        string tone = style == "idle" && !(_tints?[index].Strength > 0.25) ? "quiet" : "ink", size = letter == SmallLetter ? " font-size=\"10\"" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{tone}\"{size} x=\"{(seen.From + seen.To) / 2:F1}\" y=\"{y}\">{WebUtility.HtmlEncode(label)}</text>");
    }

    // The whole label where it fits, else the name without its angles.
    private static string LabelOf(Mark mark, double width)
    {
        string label = mark.Kind switch
        {
            MarkKind.Dot => "●",
            MarkKind.Plus => "⊕",
            MarkKind.Cross => "×",
            MarkKind.Meter => "",
            _ => mark.Label,
        };
        int angles = label.IndexOf('(', StringComparison.Ordinal);
        return angles > 0 && label.Length * LetterWidth > width - 2 ? label[..angles] : label;
    }

    private void Meter(StringBuilder svg, (double From, double To) seen, int y, int index)
    {
        (double left, double right) = (Left(index), Right(index));
        if (seen.To - seen.From < 20 && seen != (left, right)) return;
        double x = (seen.From + seen.To) / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{x - 9:F1} {y + 5}a9 9 0 0 1 18 0M{x:F1} {y + 5}l7 -11\"/>");
        bool cut = _scale.IsCut && _timed.StartSeconds[index] >= _timed.GatesEndSeconds
            && right >= _scale.Length - 1.0 && right - left > 12.0;
        if (cut) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{right - 10:F1}\" y=\"{y}\">//</text>");
    }

    private string Tip(int index)
    {
        Operation operation = _timed.Circuit[index];
        string name = operation.Kind == OperationKind.Gate ? _symbols.Name(operation) : operation.Kind.ToString().ToLowerInvariant();
        string places = string.Join(", ", operation.Qubits.ToArray().Select(qubit => $"${qubit}"));
        string times = _timed.DurationSeconds[index] == 0.0
            ? $"at {TimeText.Write(_timed.StartSeconds[index])}"
            : $"{TimeText.Write(_timed.DurationSeconds[index])} from {TimeText.Write(_timed.StartSeconds[index])}";
        string more = _tints?[index].Tip is { Length: > 0 } tip ? $"; {tip}" : "";
        return $"{name} {places}: {times}{more}";
    }
}
