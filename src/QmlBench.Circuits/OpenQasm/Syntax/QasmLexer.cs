using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Splits a text into tokens. What is no token is reported once and skipped.</summary>
internal sealed class QasmLexer(SourceText source, DiagnosticBag diagnostics)
{
    private static readonly string[] TimeUnits = ["dt", "ns", "us", "µs", "μs", "ms", "s"];
    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = new(source.Text.Length / 3);
    private int _at;

    internal List<Token> Run()
    {
        while (true)
        {
            SkipSpace();
            if (_at >= _text.Length) break;
            Next();
        }

        _tokens.Add(new Token(TokenKind.End, _text.Length, 0));
        return _tokens;
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > 127 && (char.IsLetter(c) || char.IsSurrogate(c)));

    private static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c) || (c > 127 && char.IsLetterOrDigit(c));

    private char Ahead(int distance) => _at + distance < _text.Length ? _text[_at + distance] : '\0';

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (char.IsWhiteSpace(c)) _at++;
            else if (c == '/' && Ahead(1) == '/') SkipLine();
            else if (c == '/' && Ahead(1) == '*') SkipComment();
            else return;
        }
    }

    private void SkipLine()
    {
        while (_at < _text.Length && _text[_at] != '\n') _at++;
    }

    private void SkipComment()
    {
        int end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) Report(_at, 2, "This comment is never closed", "*/");
        _at = end < 0 ? _text.Length : end + 2;
    }

    private void Next()
    {
        char c = _text[_at];
        if (IsWordStart(c)) Word();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Ahead(1)))) Number();
        else if (c == '$') HardwareQubit();
        else if (c is '"' or '\'') Quoted(c);
        else if (c == '#') Pragma();
        else if (c == '@' && IsWordStart(Ahead(1)) && AtStatementStart()) Line(TokenKind.Annotation);
        else Symbol(c);
    }

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, _at, length));
        _at += length;
    }

    private void Word()
    {
        int end = _at;
        while (end < _text.Length && IsWordPart(_text[end])) end++;
        if (end - _at == 6 && string.CompareOrdinal(_text, _at, "pragma", 0, 6) == 0 && AtStatementStart()) Line(TokenKind.Pragma);
        else Add(TokenKind.Identifier, end - _at);
    }

    // '@' also joins modifiers to gates; an annotation stands where a statement begins.
    private bool AtStatementStart() =>
        _tokens.Count == 0 || _tokens[^1].Kind is TokenKind.Semicolon or TokenKind.LeftBrace or TokenKind.RightBrace
            or TokenKind.Pragma or TokenKind.Annotation;

    private void Pragma()
    {
        if (string.CompareOrdinal(_text, _at, "#pragma", 0, 7) == 0)
        {
            Line(TokenKind.Pragma);
            return;
        }

        Report(_at, 1, "'#' begins nothing", "#pragma");
        Add(TokenKind.Bad, 1);
    }

    private void Line(TokenKind kind)
    {
        int end = _text.IndexOf('\n', _at);
        if (end < 0) end = _text.Length;
        Add(kind, end - _at);
    }

    private void HardwareQubit()
    {
        int end = _at + 1;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end == _at + 1)
        {
            Report(_at, 1, "'$' is not followed by the number of a physical qubit", "$0, $1, …");
            Add(TokenKind.Bad, 1);
        }
        else Add(TokenKind.HardwareQubit, end - _at);
    }

    private void Quoted(char quote)
    {
        int end = _text.AsSpan(_at + 1).IndexOfAny(quote, '\n');
        if (end < 0 || _text[_at + 1 + end] == '\n')
        {
            int length = end < 0 ? _text.Length - _at : end + 1;
            Report(_at, length, "This text in quotes is never closed", null);
            Add(TokenKind.Bad, length);
        }
        else Add(TokenKind.Text, end + 2);
    }

    private void Number()
    {
        int end = NumberScanner.Scan(_text, _at, out TokenKind kind);
        int suffix = end;
        while (suffix < _text.Length && (IsWordPart(_text[suffix]) || _text[suffix] == '.')) suffix++;
        if (suffix > end)
        {
            kind = SuffixKind(_text.AsSpan(end, suffix - end));
            if (kind == TokenKind.Bad)
                Report(_at, suffix - _at, $"'{_text[_at..suffix]}' is not a number", null);
            Add(kind, suffix - _at);
        }
        else if (kind == TokenKind.Bad)
        {
            Report(_at, end - _at, $"'{_text[_at..end]}' is not a number", null);
            Add(kind, end - _at);
        }
        else if (_tokens.Count > 0 && _tokens[^1].Kind == TokenKind.LeftBracket && SpacedUnit(end) is { } unitEnd)
            Add(TokenKind.Duration, unitEnd - _at);
        else Add(kind, end - _at);
    }

    private static TokenKind SuffixKind(ReadOnlySpan<char> suffix)
    {
        foreach (string unit in TimeUnits)
            if (suffix.SequenceEqual(unit)) return TokenKind.Duration;
        return suffix is "im" or "j" ? TokenKind.Imaginary : TokenKind.Bad;
    }

    // delay[100 ns]: a unit after a space, closed by the bracket.
    private int? SpacedUnit(int end)
    {
        int start = end;
        while (start < _text.Length && _text[start] == ' ') start++;
        foreach (string unit in TimeUnits)
        {
            int after = start + unit.Length;
            if (string.CompareOrdinal(_text, start, unit, 0, unit.Length) == 0 && after < _text.Length && _text[after] == ']') return after;
        }

        return null;
    }

    private void Symbol(char c)
    {
        (TokenKind kind, int length) = SymbolTable.Find(c, Ahead(1), Ahead(2));
        if (kind == TokenKind.Bad) Report(_at, 1, $"The character '{c}' has no meaning here", null);
        Add(kind, length);
    }

    private void Report(int start, int length, string message, string? expected) =>
        diagnostics.Error(source, source.SpanOf(start, length), message, expected);
}
