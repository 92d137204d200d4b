using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace QmlBench.Circuits.Drawing;

/// <summary>The operations of a time axis as SVG elements; x runs from the start of the circuit.</summary>
internal sealed class ScheduleMarks
{
    private const double EdgePixels = 1.0;
    private const int Box = 28, IdleBox = 16, LetterWidth = 8, SmallLetter = 6;
    private readonly TimedCircuit _timed;
    private readonly TimeScale _scale;
    private readonly OperationMarks _symbols;
    private readonly IReadOnlyList<OperationTint>? _tints;

    internal ScheduleMarks(TimedCircuit timed, int[] qubits, TimeScale scale, IReadOnlyList<OperationTint>? tints)
    {
        (_timed, _scale, _tints) = (timed, scale, tints);
        _symbols = new OperationMarks(timed.Circuit, qubits, timed);
    }

    /// <summary>Appends what lies between two pixels, boxes first so that thin marks stand over them.</summary>
    internal void Append(StringBuilder svg, double from, double to)
    {
        foreach (bool thin in (ReadOnlySpan<bool>)[false, true])
            for (int i = 0; i < _timed.Circuit.Count; i++)
                if (IsThin(i) == thin && Left(i) <= to + EdgePixels && Right(i) >= from - EdgePixels) One(svg, i);
    }

    private double Left(int index) => _scale.Left(_timed.StartSeconds[index]);

    private double Right(int index) => _scale.Left(_timed.StartSeconds[index] + _timed.DurationSeconds[index]);

    private bool IsThin(int index) => Right(index) - Left(index) < 1.0;

    private static int Y(int wire) => (wire * ScheduleCanvas.Row) + (ScheduleCanvas.Row / 2);

    private void One(StringBuilder svg, int index)
    {
        Operation operation = _timed.Circuit[index];
        ImmutableArray<Mark> marks = _symbols.Of(operation, index).Marks;
        if (marks.IsEmpty) return;
        svg.Append("<g><title>").Append(WebUtility.HtmlEncode(Tip(index))).Append("</title>");
        (double left, double right) = (Left(index), Right(index));
        if (marks.Length > 1 && operation.Kind == OperationKind.Gate)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{(left + right) / 2:F1} {Y(marks[0].Wire)}V{Y(marks[^1].Wire)}\"/>");
        foreach (Mark mark in marks) Symbol(svg, operation.Kind, mark, left, right, index);
        svg.Append("</g>\n");
    }

    private void Symbol(StringBuilder svg, OperationKind kind, Mark mark, double left, double right, int index)
    {
        int y = Y(mark.Wire);
        if (kind == OperationKind.Barrier)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"cut\" stroke-width=\"2\" d=\"M{left:F1} {y - (ScheduleCanvas.Row / 2)}v{ScheduleCanvas.Row}\"/>");
        else if (IsThin(index))
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"solid\" x=\"{left - 1:F1}\" y=\"{y - 9}\" width=\"2\" height=\"18\"/>");
        else if (kind == OperationKind.Delay)
            Frame(svg, "idle", IdleBox, left, right, y, index, TimeText.Write(_timed.DurationSeconds[index]), SmallLetter);
        else
            Frame(svg, "box", Box, left, right, y, index, LabelOf(mark, right - left), LetterWidth);
        if (kind == OperationKind.Measure && !IsThin(index)) Meter(svg, left, right, y, index);
    }

    private void Frame(
        StringBuilder svg, string style, int height, double left, double right, int y, int index, string label, int letter)
    {
        string place = string.Create(
            CultureInfo.InvariantCulture, $"x=\"{left:F1}\" y=\"{y - (height / 2)}\" width=\"{right - left:F1}\" height=\"{height}\" rx=\"3\"");
        svg.Append("<rect class=\"").Append(style).Append("\" ").Append(place).Append("/>");
        if (_tints?[index].Strength is > 0.0 and double strength)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"heat\" fill-opacity=\"{Math.Min(1.0, strength):F3}\" {place}/>");
        if (label.Length * letter > right - left - 2) return;
        // On strong colour grey letters are hard to read.
        string tone = style == "idle" && !(_tints?[index].Strength > 0.25) ? "quiet" : "ink", size = letter == SmallLetter ? " font-size=\"10\"" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{tone}\"{size} x=\"{(left + right) / 2:F1}\" y=\"{y}\">{WebUtility.HtmlEncode(label)}</text>");
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

    private void Meter(StringBuilder svg, double left, double right, int y, int index)
    {
        double x = (left + right) / 2;
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
