using System.Globalization;
using System.Net;
using System.Text;

namespace QmlBench.Circuits.Drawing;

/// <summary>A drawing in SVG elements. All lengths are in pixels.</summary>
internal sealed class SvgCanvas
{
    private const int Row = 40, Box = 28, Gap = 12, Margin = 12, LetterWidth = 8, BlockGap = 20;
    private readonly DrawingPlan _plan;
    private readonly int _width;
    private readonly int[] _columnWidths;
    private readonly int _head;
    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _symbols = new();

    internal SvgCanvas(DrawingPlan plan, int width)
    {
        (_plan, _width) = (plan, width);
        _head = Margin + (plan.Labels.Select(label => label.Length).DefaultIfEmpty().Max() * LetterWidth) + Gap;
        _columnWidths = new int[plan.ColumnCount];
        foreach (DrawnOperation operation in plan.Operations)
        {
            int letters = Math.Max(operation.Marks.Max(mark => mark.Label.Length), operation.Bits.Select(bit => bit.Label.Length)
                .DefaultIfEmpty().Max());
            _columnWidths[operation.Column] = Math.Max(_columnWidths[operation.Column], Math.Max(Box, (letters * LetterWidth) + Gap));
        }
    }

    private int BlockHeight => (_plan.Labels.Length * Row) + BlockGap;

    internal string Draw(string title)
    {
        int column = 0, blocks = 0, widest = 0;
        do
        {
            int last = LastColumn(column);
            widest = Math.Max(widest, DrawBlock(column, last, blocks++ * BlockHeight));
            column = last;
        }
        while (column < _columnWidths.Length);
        int height = (blocks * BlockHeight) + Margin;
        return $"{SvgStyle.Open(widest, height, title)}<g class=\"line\">\n{_lines}</g>\n{_symbols}</svg>\n";
    }

    private int LastColumn(int first)
    {
        int used = _head, last = first;
        while (last < _columnWidths.Length && (last == first || used + _columnWidths[last] + Gap + Margin <= _width))
            used += _columnWidths[last++] + Gap;
        return last;
    }

    private int DrawBlock(int first, int last, int top)
    {
        int right = _head;
        var middles = new int[last - first];
        for (int i = 0; i < middles.Length; i++)
        {
            middles[i] = right + Gap + (_columnWidths[first + i] / 2);
            right += _columnWidths[first + i] + Gap;
        }

        right += Gap;
        for (int wire = 0; wire < _plan.Labels.Length; wire++) DrawWire(wire, right, top);
        foreach (DrawnOperation operation in _plan.Operations)
            if (operation.Column >= first && operation.Column < last) DrawOperation(operation, middles[operation.Column - first], top);
        return right + Margin;
    }

    private static int Y(int wire, int top) => top + Margin + (wire * Row) + (Row / 2);

    private void DrawWire(int wire, int right, int top)
    {
        int y = Y(wire, top);
        Text(_head - Gap, y, _plan.Labels[wire], "text-anchor=\"end\"");
        if (wire < _plan.QubitWires) Line(_head, y, right, y);
        else
        {
            Line(_head, y - 2, right, y - 2);
            Line(_head, y + 2, right, y + 2);
        }
    }

    private void DrawOperation(DrawnOperation operation, int x, int top)
    {
        (int first, int last) = (Y(operation.FirstWire, top), Y(operation.LastQubitWire, top));
        if (operation.IsBarrier)
        {
            foreach (Mark mark in operation.Marks)
                _symbols.Append(
                    $"<path d=\"M{x} {Y(mark.Wire, top) - (Row / 2)}v{Row}\" class=\"cut\" stroke-width=\"4\"/>\n");
            return;
        }

        if (first != last) Line(x, first, x, last);
        foreach ((int wire, string label) in operation.Bits)
        {
            int y = Y(wire, top);
            Line(x - 2, last, x - 2, y);
            Line(x + 2, last, x + 2, y);
            _symbols.Append(operation.Marks[0].Kind == MarkKind.Meter
                ? $"<path d=\"M{x - 6} {y - 8}h12l-6 8z\" class=\"solid\"/>\n"
                : $"<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" class=\"solid\"/>\n");
            Text(x, y + 14, label, "font-size=\"11\"");
        }

        foreach (Mark mark in operation.Marks) DrawMark(mark, x, Y(mark.Wire, top));
    }

    private void DrawMark(Mark mark, int x, int y)
    {
        switch (mark.Kind)
        {
            case MarkKind.Dot:
                _symbols.Append($"<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" class=\"solid\"/>\n");
                break;
            case MarkKind.Plus:
                _symbols.Append(
                    $"<path d=\"M{x - 10} {y}a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M{x - 10} {y}h20"
                    + $"M{x} {y - 10}v20\" class=\"line\"/>\n");
                break;
            case MarkKind.Cross:
                _symbols.Append($"<path d=\"M{x - 6} {y - 6}l12 12M{x - 6} {y + 6}l12 -12\" class=\"line\" stroke-width=\"2\"/>\n");
                break;
            case MarkKind.Meter:
                Frame(x, y, Box);
                _symbols.Append($"<path d=\"M{x - 9} {y + 5}a9 9 0 0 1 18 0M{x} {y + 5}l7 -11\" class=\"line\"/>\n");
                break;
            default:
                Frame(x, y, Math.Max(Box, (mark.Label.Length * LetterWidth) + Gap));
                Text(x, y, mark.Label, "");
                break;
        }
    }

    private void Frame(int x, int y, int width) => _symbols.Append(
        $"<rect x=\"{x - (width / 2)}\" y=\"{y - (Box / 2)}\" width=\"{width}\" height=\"{Box}\" rx=\"3\" "
        + "class=\"box\"/>\n");

    private void Line(int x1, int y1, int x2, int y2) => _lines.Append(
        string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x1} {y1}L{x2} {y2}\"/>\n"));

    private void Text(int x, int y, string text, string attributes) =>
        _symbols.Append($"<text class=\"ink\" x=\"{x}\" y=\"{y}\" {attributes}>{WebUtility.HtmlEncode(text)}</text>\n");
}
