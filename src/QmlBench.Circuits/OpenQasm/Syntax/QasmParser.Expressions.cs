using System.Globalization;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <content>Expressions by precedence climbing.</content>
internal sealed partial class QasmParser
{
    private static int Precedence(TokenKind kind) => kind switch
    {
        TokenKind.Or => 1,
        TokenKind.And => 2,
        TokenKind.BitOr => 3,
        TokenKind.Caret => 4,
        TokenKind.BitAnd => 5,
        TokenKind.Equal or TokenKind.NotEqual => 6,
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 7,
        TokenKind.ShiftLeft or TokenKind.ShiftRight => 8,
        TokenKind.Plus or TokenKind.Minus or TokenKind.Concatenate => 9,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 10,
        TokenKind.Power => 12,
        _ => 0,
    };

    private Expression ReadExpression()
    {
        _operators = 0;
        return ReadBinary(1);
    }

    // OpenQASM 2 writes a power as '^'.
    private TokenKind Operator() => Current.Kind == TokenKind.Caret && Version == QasmVersion.OpenQasm2 ? TokenKind.Power : Current.Kind;

    private Expression ReadBinary(int least)
    {
        Enter();
        Expression left = ReadUnary();
        while (true)
        {
            TokenKind kind = Operator();
            int precedence = Precedence(kind);
            if (precedence == 0 || precedence < least) break;
            if (++_operators > MostOperators) throw new SyntaxFault(PlaceOf(Current), $"An expression may have {MostOperators} operators");
            _at++;
            // A power groups to the right, everything else to the left.
            Expression right = ReadBinary(kind == TokenKind.Power ? precedence : precedence + 1);
            left = new BinaryExpression(kind, left, right, left.Place.To(right.Place));
        }

        _depth--;
        return left;
    }

    private Expression ReadUnary()
    {
        Token token = Current;
        if (token.Kind is not (TokenKind.Minus or TokenKind.Plus or TokenKind.Not or TokenKind.Tilde)) return ReadPostfix();
        if (token.Kind == TokenKind.Plus && _options.Strict) throw Unexpected("an expression");
        _at++;
        Expression operand = ReadBinary(11);
        return new UnaryExpression(token.Kind, operand, PlaceOf(token).To(operand.Place));
    }

    private Expression ReadPostfix()
    {
        Expression expression = ReadAtom();
        while (Current.Kind == TokenKind.LeftBracket)
        {
            IReadOnlyList<Expression> indices = ReadIndices(out Place end);
            expression = new IndexExpression(expression, indices, expression.Place.To(end));
        }

        return expression;
    }

    private List<Expression> ReadIndices(out Place end)
    {
        Enter();
        Take(TokenKind.LeftBracket, "'['");
        var indices = new List<Expression>();
        do indices.Add(Current.Kind == TokenKind.LeftBrace ? ReadSet() : ReadRange());
        while (TryTake(TokenKind.Comma));
        end = PlaceOf(Take(TokenKind.RightBracket, "']'"));
        _depth--;
        return indices;
    }

    private Expression ReadRange()
    {
        int first = _at;
        Expression? start = Current.Kind == TokenKind.Colon ? null : ReadBinary(1);
        if (!TryTake(TokenKind.Colon)) return start!;
        Expression? middle = AtRangeEnd() ? null : ReadBinary(1);
        if (!TryTake(TokenKind.Colon)) return new RangeExpression(start, null, middle, From(first));
        Expression? stop = AtRangeEnd() ? null : ReadBinary(1);
        return new RangeExpression(start, middle, stop, From(first));
    }

    private bool AtRangeEnd() => Current.Kind is TokenKind.Colon or TokenKind.RightBracket or TokenKind.Comma;

    private SetExpression ReadSet()
    {
        int first = _at;
        Enter();
        Take(TokenKind.LeftBrace, "'{'");
        var members = new List<Expression>();
        while (Current.Kind != TokenKind.RightBrace)
        {
            members.Add(ReadBinary(1));
            if (!TryTake(TokenKind.Comma)) break;
        }

        Take(TokenKind.RightBrace, "'}' or ','");
        _depth--;
        return new SetExpression(members, From(first));
    }

    private Expression ReadAtom() => Current.Kind switch
    {
        TokenKind.Identifier => ReadWord(Current),
        TokenKind.LeftParenthesis => ReadParenthesis(),
        TokenKind.Imaginary => throw SyntaxFault.Unsupported(PlaceOf(Current), $"complex numbers ('{SpanOf(Current)}')"),
        _ => ReadLiteral(),
    };

    private Expression ReadParenthesis()
    {
        _at++;
        Expression inner = ReadBinary(1);
        Take(TokenKind.RightParenthesis, "')'");
        return inner;
    }

    private Expression ReadLiteral()
    {
        Token token = Current;
        if (token.Kind is not (TokenKind.Integer or TokenKind.Real or TokenKind.Duration or TokenKind.HardwareQubit or TokenKind.Text))
            throw Unexpected("an expression");
        _at++;
        return token.Kind switch
        {
            TokenKind.Integer => Integer(token),
            TokenKind.Real => Real(token),
            TokenKind.Duration => new DurationExpression(DurationLiteral.Parse(SpanOf(token)), PlaceOf(token)),
            TokenKind.HardwareQubit => HardwareQubit(token),
            _ => new BitsExpression(TextOf(token)[1..^1], PlaceOf(token)),
        };
    }

    private Expression ReadWord(Token token)
    {
        string word = TextOf(token);
        _at++;
        if (word is "true" or "false" && Version == QasmVersion.OpenQasm3) return new BooleanExpression(word == "true", PlaceOf(token));
        if (word == "measure")
            throw new SyntaxFault(PlaceOf(token), "A measurement cannot be part of an expression", "bit = measure qubit;");
        if (word == "durationof") throw SyntaxFault.Unsupported(PlaceOf(token), "durationof");
        if (Current.Kind == TokenKind.LeftParenthesis) return ReadCall(token, word);
        if (Version == QasmVersion.OpenQasm3 && IsType(word)) return ReadCast(token, word);
        if (Version == QasmVersion.OpenQasm3 && ReservedWords.Contains(Version, word) && !IsConstantName(word))
            throw new SyntaxFault(PlaceOf(token), $"Found '{word}'", "an expression");
        return new NameExpression(word, PlaceOf(token));
    }

    private static bool IsType(string word) => word is "int" or "uint" or "float" or "bool" or "bit" or "angle";

    private static bool IsConstantName(string word) => word is "pi" or "π" or "tau" or "τ" or "euler" or "ℇ";

    private CallExpression ReadCast(Token token, string type)
    {
        if (Current.Kind == TokenKind.LeftBracket) ReadIndices(out _);
        if (Current.Kind != TokenKind.LeftParenthesis) throw Unexpected("'(' of a cast");
        return ReadCall(token, type);
    }

    private CallExpression ReadCall(Token token, string name)
    {
        Enter();
        List<Expression> arguments = ReadArguments();
        _depth--;
        return new CallExpression(name, arguments, PlaceOf(token).To(PlaceOf(_tokens[_at - 1])));
    }

    private List<Expression> ReadArguments()
    {
        Take(TokenKind.LeftParenthesis, "'('");
        var arguments = new List<Expression>(3);
        while (Current.Kind != TokenKind.RightParenthesis)
        {
            arguments.Add(ReadBinary(1));
            if (!TryTake(TokenKind.Comma)) break;
            if (Current.Kind == TokenKind.RightParenthesis && _options.Strict) throw Unexpected("an expression");
        }

        Take(TokenKind.RightParenthesis, "')' or ','");
        return arguments;
    }

    private Expression Integer(Token token)
    {
        ReadOnlySpan<char> text = SpanOf(token);
        if (text.Length == 1) return new IntegerExpression(text[0] - '0', PlaceOf(token));
        if (Version == QasmVersion.OpenQasm2 && text[0] == '0' && _options.Strict)
            throw new SyntaxFault(PlaceOf(token), "A whole number does not begin with 0", text.TrimStart('0').ToString());
        if (IntegerLiteral.TryParse(text, out long value)) return new IntegerExpression(value, PlaceOf(token));
        return text.ContainsAny('x', 'X', 'o') || text.ContainsAny('b', 'B', 'O')
            ? throw new SyntaxFault(PlaceOf(token), $"The number {text} is too large", "at most 63 bits")
            : Real(token);
    }

    private RealExpression Real(Token token)
    {
        ReadOnlySpan<char> text = SpanOf(token);
        double value = text.Contains('_')
            ? double.Parse(text.ToString().Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (_options.Strict && Version == QasmVersion.OpenQasm2 && !text.Contains('.'))
            throw new SyntaxFault(PlaceOf(token), $"A real number of OpenQASM 2 has a point, unlike {text}", "1.0e-3");
        if (!double.IsFinite(value)) throw new SyntaxFault(PlaceOf(token), $"The number {text} is too large");
        return new RealExpression(value, PlaceOf(token));
    }

    private HardwareQubitExpression HardwareQubit(Token token)
    {
        if (!int.TryParse(SpanOf(token)[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int qubit)
            || qubit >= _options.Limits.Bits)
            throw new SyntaxFault(PlaceOf(token), $"Physical qubits are numbered below {_options.Limits.Bits}");
        return new HardwareQubitExpression(qubit, PlaceOf(token));
    }
}
