using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Recursive-descent parser of OpenQASM 2 and 3. A statement that is wrong is reported and left out; reading goes on after it.
/// </summary>
internal sealed partial class QasmParser
{
    private const int MostOperators = 1000;
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly QasmOptions _options;
    private readonly List<Token> _tokens;
    private readonly HashSet<string> _wordPool = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private int _at;
    private int _depth;
    private int _operators;
    private int _errors;

    internal QasmParser(SourceText source, DiagnosticBag diagnostics, QasmOptions options)
    {
        _source = source;
        _diagnostics = diagnostics;
        _options = options;
        _words = _wordPool.GetAlternateLookup<ReadOnlySpan<char>>();
        _tokens = new QasmLexer(source, diagnostics).Run();
        foreach (Token token in _tokens) HighestHardwareQubit = Math.Max(HighestHardwareQubit, HardwareQubitIn(token));
        ReadVersion();
    }

    internal QasmVersion Version { get; private set; }

    /// <summary>Highest physical qubit named, or −1.</summary>
    internal int HighestHardwareQubit { get; } = -1;

    private Token Current => _tokens[_at];

    /// <summary>The next statement that can be understood, or null at the end. One at a time, so that a long text leaves little in memory.
    /// </summary>
    internal Statement? Next()
    {
        while (Current.Kind != TokenKind.End && _errors < _options.Limits.Errors)
            if (TryRead(topLevel: true) is { } statement) return statement;
        return null;
    }

    private Statement? TryRead(bool topLevel)
    {
        int start = _at, depth = _depth;
        try
        {
            return ReadStatement(topLevel);
        }
        catch (SyntaxFault fault)
        {
            Report(fault);
            _depth = depth;
            Recover(start);
            return null;
        }
    }

    // The highest physical qubit a token names; a pragma may name qubits that nothing else does.
    private int HardwareQubitIn(Token token)
    {
        if (token.Kind is not (TokenKind.HardwareQubit or TokenKind.Pragma)) return -1;
        ReadOnlySpan<char> text = SpanOf(token);
        int highest = -1;
        for (int at = text.IndexOf('$'); at >= 0;)
        {
            int end = at + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (int.TryParse(text[(at + 1)..end], out int qubit) && qubit < _options.Limits.Bits) highest = Math.Max(highest, qubit);
            int next = text[end..].IndexOf('$');
            at = next < 0 ? -1 : end + next;
        }

        return highest;
    }

    private void Report(SyntaxFault fault)
    {
        _errors++;
        _diagnostics.Error(
            _source, _source.SpanOf(fault.Place.Start, fault.Place.Length), fault.Message, fault.Expected, fault.Suggestion);
    }

    // To the end of the statement: a semicolon, or the brace that closes the blocks opened in it.
    private void Recover(int start)
    {
        int braces = 0;
        for (int i = start; i < _at; i++) braces += Braces(_tokens[i].Kind);
        braces = Math.Max(braces, 0);
        while (Current.Kind != TokenKind.End)
        {
            TokenKind kind = Current.Kind;
            if (kind == TokenKind.RightBrace && braces == 0) return;
            braces += Braces(kind);
            _at++;
            if (braces == 0 && kind is TokenKind.Semicolon or TokenKind.RightBrace or TokenKind.Pragma or TokenKind.Annotation) return;
        }
    }

    private static int Braces(TokenKind kind) => kind switch { TokenKind.LeftBrace => 1, TokenKind.RightBrace => -1, _ => 0 };

    private void ReadVersion()
    {
        Version = GuessVersion();
        if (!IsWord("OPENQASM"))
        {
            if (_options.Strict && Version == QasmVersion.OpenQasm2)
                Report(new SyntaxFault(PlaceOf(Current), "The version is missing", "OPENQASM 2.0;"));
            return;
        }

        int start = _at;
        try
        {
            _at++;
            Version = VersionOf(Current);
            _at++;
            Take(TokenKind.Semicolon, "';' after the version");
        }
        catch (SyntaxFault fault)
        {
            Report(fault);
            Recover(start);
        }
    }

    private QasmVersion VersionOf(Token number)
    {
        if (number.Kind is not (TokenKind.Integer or TokenKind.Real)) throw Unexpected("a version such as 2.0 or 3.0");
        string text = TextOf(number);
        if (_options.Strict && text == "2")
            throw new SyntaxFault(PlaceOf(number), "The version of OpenQASM 2 is written in full", "2.0");
        return text switch
        {
            "2" or "2.0" => QasmVersion.OpenQasm2,
            "3" or "3.0" or "3.1" => QasmVersion.OpenQasm3,
            _ => throw new SyntaxFault(PlaceOf(number), $"OpenQASM {text} is not a version this program reads", "2.0, 3.0 or 3.1"),
        };
    }

    // A text without a version is OpenQASM 2 if it uses words that only that language has at the start of a program.
    private QasmVersion GuessVersion()
    {
        for (int i = 0; i < Math.Min(_tokens.Count, 200); i++)
        {
            if (_tokens[i].Kind == TokenKind.Identifier && TextOf(_tokens[i]) is "qreg" or "creg" or "opaque") return QasmVersion.OpenQasm2;
            if (_tokens[i].Kind == TokenKind.Text && TextOf(_tokens[i]).Contains("qelib1.inc", StringComparison.Ordinal))
                return QasmVersion.OpenQasm2;
            if (_tokens[i].Kind == TokenKind.Identifier && TextOf(_tokens[i]) is "qubit" or "bit" or "input") return QasmVersion.OpenQasm3;
        }

        return QasmVersion.OpenQasm3;
    }

    private static Place PlaceOf(Token token) => new(token.Start, token.End);

    private Place From(int firstToken) => new(_tokens[firstToken].Start, _tokens[Math.Max(firstToken, _at - 1)].End);

    private ReadOnlySpan<char> SpanOf(Token token) => _source.Text.AsSpan(token.Start, token.Length);

    private string TextOf(Token token)
    {
        ReadOnlySpan<char> span = SpanOf(token);
        if (_words.TryGetValue(span, out string? word)) return word;
        word = span.ToString();
        _wordPool.Add(word);
        return word;
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Identifier && SpanOf(Current).SequenceEqual(word);

    private bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind) return false;
        _at++;
        return true;
    }

    private bool TryTakeWord(string word)
    {
        if (!IsWord(word)) return false;
        _at++;
        return true;
    }

    private Token Take(TokenKind kind, string expected)
    {
        Token token = Current;
        if (token.Kind != kind) throw Unexpected(expected);
        _at++;
        return token;
    }

    private Word TakeName(string expected)
    {
        Token token = Take(TokenKind.Identifier, expected);
        string text = TextOf(token);
        if (_options.Strict && Version == QasmVersion.OpenQasm2 && !char.IsAsciiLetterLower(text[0]))
            throw new SyntaxFault(PlaceOf(token), $"The name '{text}' does not begin with a small letter, as OpenQASM 2 demands", expected);
        if (ReservedWords.Contains(Version, text))
            throw new SyntaxFault(PlaceOf(token), $"'{text}' is a reserved word and cannot be a name here", expected);
        return new Word(text, PlaceOf(token));
    }

    private SyntaxFault Unexpected(string expected)
    {
        Token token = Current;
        string found = token.Kind switch
        {
            TokenKind.End => "the end of the file",
            TokenKind.Pragma => "a pragma",
            TokenKind.Annotation => "an annotation",
            _ => $"'{SpanOf(token)}'",
        };
        return new SyntaxFault(PlaceOf(token), $"Found {found}", expected);
    }

    private void Enter()
    {
        if (++_depth > _options.Limits.Nesting)
            throw new SyntaxFault(PlaceOf(Current), $"Nesting is deeper than {_options.Limits.Nesting} levels");
    }
}
