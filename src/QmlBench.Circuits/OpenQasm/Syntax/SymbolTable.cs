namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Operators and punctuation, longest first.</summary>
internal static class SymbolTable
{
    internal static (TokenKind Kind, int Length) Find(char first, char second, char third) => (first, second, third) switch
    {
        ('*', '*', '=') or ('<', '<', '=') or ('>', '>', '=') => (TokenKind.CompoundAssign, 3),
        ('+' or '-' or '*' or '/' or '%' or '^' or '&' or '|' or '~', '=', _) => (TokenKind.CompoundAssign, 2),
        ('*', '*', _) => (TokenKind.Power, 2),
        ('<', '<', _) => (TokenKind.ShiftLeft, 2),
        ('>', '>', _) => (TokenKind.ShiftRight, 2),
        ('+', '+', _) => (TokenKind.Concatenate, 2),
        ('-', '>', _) => (TokenKind.Arrow, 2),
        ('=', '=', _) => (TokenKind.Equal, 2),
        ('!', '=', _) => (TokenKind.NotEqual, 2),
        ('<', '=', _) => (TokenKind.LessOrEqual, 2),
        ('>', '=', _) => (TokenKind.GreaterOrEqual, 2),
        ('&', '&', _) => (TokenKind.And, 2),
        ('|', '|', _) => (TokenKind.Or, 2),
        _ => (Single(first), 1),
    };

    private static TokenKind Single(char symbol) => symbol switch
    {
        ';' => TokenKind.Semicolon,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '.' => TokenKind.Dot,
        '(' => TokenKind.LeftParenthesis,
        ')' => TokenKind.RightParenthesis,
        '[' => TokenKind.LeftBracket,
        ']' => TokenKind.RightBracket,
        '{' => TokenKind.LeftBrace,
        '}' => TokenKind.RightBrace,
        '@' => TokenKind.At,
        '=' => TokenKind.Assign,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        '^' => TokenKind.Caret,
        '~' => TokenKind.Tilde,
        '!' => TokenKind.Not,
        '&' => TokenKind.BitAnd,
        '|' => TokenKind.BitOr,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        _ => TokenKind.Bad,
    };
}
