using System.Globalization;
using System.Text;

namespace QmlBench.Circuits.Drawing;

/// <summary>A time axis in SVG elements: rows of equal length, one under the other.</summary>
internal sealed class ScheduleCanvas
{
    internal const int Row = 40;
    private const int Margin = 12, LetterWidth = 8, AxisRoom = 34, BlockGap = 14;

    // The last row is at least this long, so that no final measurement is cut in two.
    private const double LeastRow = 80.0;
    private readonly TimedCircuit _timed;
    private readonly int[] _qubits;
    private readonly TimeScale _scale;
    private readonly ScheduleMarks _marks;
    private readonly int _head, _tail;
    private readonly double _room;
    private readonly StringBuilder _svg = new();

    internal ScheduleCanvas(TimedCircuit timed, int width, IReadOnlyList<OperationTint>? tints)
    {
        _timed = timed;
        _qubits = [.. timed.Circuit.ActiveQubits()];
        _head = Margin + (_qubits.Select(qubit => timed.Label(qubit).Length).DefaultIfEmpty().Max() * LetterWidth) + Margin;
        _tail = Margin + (timed.FinalLayout.IsEmpty ? 0 : LetterWidth * (timed.FinalLayout.Length > 10 ? 4 : 3));
        _room = width - _head - _tail;
        _scale = new TimeScale(timed, _room);
        _marks = new ScheduleMarks(timed, _qubits, _scale, tints);
    }

    private int WiresHeight => _qubits.Length * Row;

    internal (string Elements, int Width, int Height) Draw()
    {
        double length = Math.Max(_scale.Length, 1.0);
        double row = _room - Math.Min(LeastRow, _room / 4);
        int blocks = length <= _room ? 1 : 1 + (int)Math.Ceiling((length - _room) / row);
        int blockHeight = WiresHeight + AxisRoom + BlockGap;
        for (int block = 0; block < blocks; block++)
        {
            bool isLast = block == blocks - 1;
            Block(block * row, isLast ? length : (block + 1) * row, Margin + (block * blockHeight), isLast);
        }

        int used = (int)Math.Ceiling(_head + Math.Max(blocks > 1 ? row : 0.0, length - ((blocks - 1) * row)) + _tail);
        return (_svg.ToString(), Math.Max(used, ScheduleSvg.LeastWidth), Margin + (blocks * blockHeight));
    }

    private void Block(double from, double to, int top, bool isLast)
    {
        for (int wire = 0; wire < _qubits.Length; wire++) Labels(wire, top + (wire * Row) + (Row / 2), to - from, isLast);
        // A half pixel more, or the frames at the very start and end would be cut in half.
        _svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{_head - 1}\" y=\"{top}\" width=\"{to - from + 2:F1}\" height=\"{WiresHeight + AxisRoom}\" "
            + $"viewBox=\"{from - 1:F1} 0 {to - from + 2:F1} {WiresHeight + AxisRoom}\">\n");
        Axis(from, to);
        for (int wire = 0; wire < _qubits.Length; wire++)
        {
            int y = (wire * Row) + (Row / 2);
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{from:F1} {y}H{to:F1}\"/>\n");
        }

        _marks.Append(_svg, from, to);
        _svg.Append("</svg>\n");
        if (_scale.IsCut && to >= _scale.Length - 1.0) Cut(to - from, top + WiresHeight + 30);
    }

    // Outside the row, which would cut the note off where it is shorter.
    private void Cut(double length, int y)
    {
        string note = $"// to {TimeText.Write(_timed.EndSeconds)}";
        bool fits = length >= note.Length * LetterWidth;
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"quiet\" font-size=\"11\" text-anchor=\"{(fits ? "end" : "start")}\" "
            + $"x=\"{_head + (fits ? length : 0.0):F1}\" y=\"{y}\">{note}</text>\n");
    }

    private void Labels(int wire, int y, double length, bool isLast)
    {
        int qubit = _qubits[wire];
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{_head - Margin}\" y=\"{y}\" text-anchor=\"end\">{_timed.Label(qubit)}</text>\n");
        string logical = TimedCircuit.Logical(_timed.FinalLayout, qubit);
        if (isLast && logical.Length > 0)
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"quiet\" x=\"{_head + length + 6:F1}\" y=\"{y}\" text-anchor=\"start\">{logical}</text>\n");
    }

    private void Axis(double from, double to)
    {
        double step = _scale.TickSeconds(), until = _scale.TrueUntil(_timed);
        (double unit, string name) = TimeText.UnitOf(step);
        double end = Math.Min(to, _scale.Left(until));
        if (end > from) _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{from:F1} {WiresHeight + 4}H{end:F1}\"/>\n");
        for (long tick = 0; tick * step <= until * (1.0 + 1e-9); tick++)
        {
            double x = _scale.Left(tick * step);
            if (x < from - 1.0 || x > to + 1.0) continue;
            // A label at an edge of the row stands inside it.
            string anchor = x - from < 30.0 ? "start" : to - x < 30.0 ? "end" : "middle";
            string text = (tick * step / unit).ToString("0.###", CultureInfo.InvariantCulture) + " " + name;
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{x:F1} 0V{WiresHeight + 8}\"/>"
                + $"<text class=\"quiet\" font-size=\"11\" text-anchor=\"{anchor}\" x=\"{x:F1}\" y=\"{WiresHeight + 18}\">{text}</text>\n");
        }
    }
}
