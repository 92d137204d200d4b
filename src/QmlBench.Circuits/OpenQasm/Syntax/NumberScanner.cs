namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Finds where a number ends: decimal, binary, octal, hexadecimal, with single underscores between digits.</summary>
internal static class NumberScanner
{
    internal static int Scan(string text, int start, out TokenKind kind)
    {
        if (text[start] == '0' && start + 1 < text.Length && char.ToLowerInvariant(text[start + 1]) is 'b' or 'o' or 'x')
            return Based(text, start, out kind);
        int at = Digits(text, start, char.IsAsciiDigit, out bool good);
        kind = TokenKind.Integer;
        if (at < text.Length && text[at] == '.')
        {
            kind = TokenKind.Real;
            at = Digits(text, at + 1, char.IsAsciiDigit, out bool fraction);
            good &= fraction;
        }

        if (Exponent(text, at) is { } end)
        {
            kind = TokenKind.Real;
            at = end;
        }

        if (!good) kind = TokenKind.Bad;
        return at;
    }

    private static int Based(string text, int start, out TokenKind kind)
    {
        Func<char, bool> digit = char.ToLowerInvariant(text[start + 1]) switch
        {
            'b' => c => c is '0' or '1',
            'o' => c => c is >= '0' and <= '7',
            _ => char.IsAsciiHexDigit,
        };
        int end = Digits(text, start + 2, digit, out bool good);
        kind = good && end > start + 2 ? TokenKind.Integer : TokenKind.Bad;
        return end;
    }

    private static int? Exponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E')) return null;
        int digits = at + 1;
        if (digits < text.Length && text[digits] is '+' or '-') digits++;
        if (digits >= text.Length || !char.IsAsciiDigit(text[digits])) return null;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits;
    }

    private static int Digits(string text, int start, Func<char, bool> isDigit, out bool good)
    {
        int at = start;
        good = true;
        while (at < text.Length && (isDigit(text[at]) || text[at] == '_'))
        {
            // An underscore stands between two digits.
            if (text[at] == '_' && (at == start || text[at - 1] == '_' || at + 1 >= text.Length || !isDigit(text[at + 1]))) good = false;
            at++;
        }

        return at;
    }
}
