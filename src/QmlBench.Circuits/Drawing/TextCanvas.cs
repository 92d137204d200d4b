using System.Text;

namespace QmlBench.Circuits.Drawing;

/// <summary>A drawing in characters: two lines a wire, the wire itself and the space under it.</summary>
internal sealed class TextCanvas
{
    private readonly DrawingPlan _plan;
    private readonly int _width;
    private readonly int[] _columnWidths;
    private readonly int _head;

    internal TextCanvas(DrawingPlan plan, int width)
    {
        (_plan, _width) = (plan, width);
        _head = plan.Labels.Select(label => label.Length).DefaultIfEmpty().Max() + 2;
        _columnWidths = new int[plan.ColumnCount];
        foreach (DrawnOperation operation in plan.Operations)
        {
            int needed = Math.Max(
                operation.Marks.Max(mark => Symbol(mark).Length), operation.Bits.Select(bit => bit.Label.Length).DefaultIfEmpty().Max());
            _columnWidths[operation.Column] = Math.Max(_columnWidths[operation.Column], needed);
        }
    }

    internal string Draw()
    {
        var text = new StringBuilder();
        int column = 0;
        do
        {
            int last = LastColumn(column);
            if (column > 0) text.Append('\n');
            DrawBlock(column, last, text);
            column = last;
        }
        while (column < _columnWidths.Length);
        return text.ToString();
    }

    private static string Symbol(Mark mark) => mark.Kind switch
    {
        MarkKind.Box => $"┤{mark.Label}├",
        MarkKind.Meter => "┤M├",
        MarkKind.Dot => "●",
        MarkKind.Plus => "⊕",
        MarkKind.Cross => "×",
        _ => "░",
    };

    // As many columns as fit, at least one.
    private int LastColumn(int first)
    {
        int used = _head, last = first;
        while (last < _columnWidths.Length && (last == first || used + _columnWidths[last] + 3 <= _width))
            used += _columnWidths[last++] + 2;
        return last;
    }

    private void DrawBlock(int first, int last, StringBuilder text)
    {
        int width = _head + 1;
        var starts = new int[last - first];
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = width;
            width += _columnWidths[first + i] + 2;
        }

        var lines = new char[2 * _plan.Labels.Length][];
        for (int wire = 0; wire < _plan.Labels.Length; wire++)
        {
            char line = wire < _plan.QubitWires ? '─' : '═';
            lines[2 * wire] = [.. (_plan.Labels[wire] + ":").PadRight(_head), .. new string(line, width - _head)];
            lines[(2 * wire) + 1] = new string(' ', width).ToCharArray();
            if (last < _columnWidths.Length) lines[2 * wire][^1] = '»';
            if (first > 0) lines[2 * wire][_head] = '«';
        }

        foreach (DrawnOperation operation in _plan.Operations)
            if (operation.Column >= first && operation.Column < last)
                DrawOperation(operation, starts[operation.Column - first], _columnWidths[operation.Column], lines);
        foreach (char[] line in lines) text.Append(new string(line).TrimEnd()).Append('\n');
    }

    private void DrawOperation(DrawnOperation operation, int start, int width, char[][] lines)
    {
        int middle = start + (width / 2);
        char vertical = operation.IsBarrier ? '░' : '│';
        if (operation.Bits.IsEmpty || operation.FirstWire != operation.LastQubitWire)
            Vertical(operation.FirstWire, operation.LastQubitWire, middle, vertical, '┼', lines);
        if (!operation.Bits.IsEmpty) Vertical(operation.LastQubitWire, operation.LastWire, middle, '║', '╫', lines);
        foreach (Mark mark in operation.Marks) Put(Symbol(mark), 2 * mark.Wire, start, width, lines);
        foreach ((int wire, string label) in operation.Bits)
        {
            lines[2 * wire][middle] = operation.Marks[0].Kind == MarkKind.Meter ? '╩' : '■';
            Put(label, (2 * wire) + 1, start, width, lines);
        }
    }

    private void Vertical(int from, int to, int x, char line, char crossing, char[][] lines)
    {
        for (int y = (2 * from) + 1; y < 2 * to; y++)
        {
            bool onWire = y % 2 == 0;
            lines[y][x] = !onWire || line == '░' ? line : y / 2 < _plan.QubitWires ? crossing : '╬';
        }
    }

    private static void Put(string text, int y, int start, int width, char[][] lines)
    {
        int x = start + ((width - text.Length + 1) / 2);
        // A symbol of one character stands on the vertical line.
        if (text.Length == 1) x = start + (width / 2);
        text.CopyTo(lines[y].AsSpan(x));
    }
}
