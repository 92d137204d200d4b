using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Reads protobuf's text format as far as device specifications use it: <c>name: value</c>, <c>name { … }</c>, comments.</summary>
internal static partial class ProtoText
{
    /// <summary>The fields of a text below a nameless one; what cannot be read is reported with its place.</summary>
    public static ProtoField Parse(SourceText source, DiagnosticBag bag)
    {
        var root = new ProtoField("", "", 0);
        var open = new Stack<ProtoField>([root]);
        int at = 0;
        while (Blank().Match(source.Text, at) is { } blank && (at = blank.Index + blank.Length) < source.Text.Length)
        {
            Match token = Field().Match(source.Text, at);
            if (!token.Success || (token.Value == "}" && open.Count == 1))
            {
                bag.Error(source, source.SpanOf(at, 1), "this is no field", "'name: value', 'name {' or the '}' of an open brace");
                return root;
            }
            Take(open, token, at);
            at += token.Length;
        }
        if (open.Count > 1)
            bag.Error(source, source.SpanOf(open.Peek().Offset, open.Peek().Name.Length), $"'{open.Peek().Name}' is not closed", "'}'");
        return root;
    }

    private static void Take(Stack<ProtoField> open, Match token, int at)
    {
        if (token.Value == "}")
        {
            open.Pop();
            return;
        }
        var field = new ProtoField(token.Groups["name"].Value, token.Groups["value"].Value, at);
        open.Peek().Fields.Add(field);
        if (token.Groups["brace"].Success)
            open.Push(field);
    }

    [GeneratedRegex(@"\G(?:\s|#[^\n]*)*")]
    private static partial Regex Blank();

    [GeneratedRegex("""\G(?:}|(?<name>[A-Za-z_][A-Za-z_0-9]*)[ \t]*(?::?[ \t]*(?<brace>{)|:[ \t]*(?:"(?<value>[^"\n]*)"|(?<value>[A-Za-z0-9_.+-]+))))""")]
    private static partial Regex Field();
}
