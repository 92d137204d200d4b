using System.Globalization;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <content>Statements.</content>
internal sealed partial class QasmParser
{
    private bool IsVersion2 => Version == QasmVersion.OpenQasm2;

    private Statement? ReadStatement(bool topLevel)
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return ReadWordStatement(token, topLevel);
            case TokenKind.Pragma:
                _at++;
                return new PragmaStatement(SpanOf(token).TrimEnd().ToString(), PlaceOf(token));
            case TokenKind.Annotation:
                _at++;
                _diagnostics.Notice(_source, _source.SpanOf(token.Start, token.Length),
                    "This annotation means nothing here and is left out");
                return null;
            case TokenKind.Semicolon when !_options.Strict && topLevel && IsVersion2:
                _at++;
                return null;
            case TokenKind.LeftBrace when !IsVersion2:
                return new BlockStatement(ReadBlock(), IsBox: false, PlaceOf(token));
            default:
                throw Unexpected("a statement");
        }
    }

    private Statement ReadWordStatement(Token token, bool topLevel)
    {
        string word = TextOf(token);
        Statement? common = word switch
        {
            "include" => ReadInclude(topLevel),
            "qreg" => ReadOldRegister(isQubit: true),
            "creg" => ReadOldRegister(isQubit: false),
            "gate" => ReadGate(topLevel),
            "barrier" => ReadBarrier(),
            "reset" => ReadReset(),
            "measure" => ReadMeasure(),
            "if" => ReadIf(),
            "opaque" when IsVersion2 => ReadOpaque(),
            "OPENQASM" => throw new SyntaxFault(PlaceOf(token), "The version stands at the beginning of the text, once"),
            _ => null,
        };
        return common ?? (IsVersion2 ? ReadCallOrAssignment() : ReadVersion3(token, word));
    }

    private Statement ReadVersion3(Token token, string word) => word switch
    {
        "qubit" => ReadQubits(),
        "bit" => ReadBits(),
        "input" => ReadInput(),
        "const" => ReadConstant(),
        "int" or "uint" or "float" or "bool" => ReadVariable(),
        "let" => ReadAlias(),
        "delay" => ReadDelay(),
        "for" => ReadFor(),
        "switch" => ReadSwitch(),
        "box" => ReadBox(),
        "ctrl" or "negctrl" or "inv" or "pow" or "gphase" => ReadGateCall(),
        _ => ReservedWords.Unsupported(word) is { } feature ? throw SyntaxFault.Unsupported(PlaceOf(token), feature)
            : ReadCallOrAssignment(),
    };

    private IncludeStatement ReadInclude(bool topLevel)
    {
        int first = _at++;
        if (!topLevel) throw new SyntaxFault(PlaceOf(_tokens[first]), "An include stands outside of blocks");
        Token file = Take(TokenKind.Text, "a file name in quotes");
        Take(TokenKind.Semicolon, "';'");
        return new IncludeStatement(TextOf(file)[1..^1], PlaceOf(file));
    }

    private BarrierStatement ReadBarrier()
    {
        int first = _at++;
        Expression[] operands = Current.Kind == TokenKind.Semicolon ? [] : ReadOperands();
        Take(TokenKind.Semicolon, "';' or ','");
        return new BarrierStatement(operands, From(first));
    }

    private DelayStatement ReadDelay()
    {
        int first = _at++;
        Take(TokenKind.LeftBracket, "'[' and a time");
        Expression time = ReadExpression();
        Take(TokenKind.RightBracket, "']'");
        Expression[] operands = Current.Kind == TokenKind.Semicolon ? [] : ReadOperands();
        Take(TokenKind.Semicolon, "';' or ','");
        return new DelayStatement(time, operands, From(first));
    }

    private ResetStatement ReadReset()
    {
        int first = _at++;
        Expression operand = ReadOperand();
        Take(TokenKind.Semicolon, "';'");
        return new ResetStatement(operand, From(first));
    }

    private MeasureStatement ReadMeasure()
    {
        int first = _at++;
        Expression operand = ReadOperand();
        Expression? target = null;
        if (IsVersion2 || Current.Kind != TokenKind.Semicolon)
        {
            Take(TokenKind.Arrow, IsVersion2 ? "'->'" : "'->' or ';'");
            target = ReadOperand();
        }

        Take(TokenKind.Semicolon, "';'");
        return new MeasureStatement(operand, target, From(first));
    }

    private Expression ReadOperand()
    {
        Token token = Current;
        if (token.Kind == TokenKind.HardwareQubit)
        {
            _at++;
            return HardwareQubit(token);
        }

        if (token.Kind != TokenKind.Identifier) throw Unexpected("a qubit or a register");
        string word = TextOf(token);
        if (ReservedWords.Contains(Version, word)) throw new SyntaxFault(PlaceOf(token), $"Found '{word}'", "a qubit or a register");
        _at++;
        if (ReadElement(token, word) is { } element) return element;
        Expression operand = new NameExpression(word, PlaceOf(token));
        while (Current.Kind == TokenKind.LeftBracket)
        {
            List<Expression> indices = ReadIndices(out Place end);
            operand = new IndexExpression(operand, indices, operand.Place.To(end));
        }

        return operand;
    }

    // Nearly every operand of a long program is name[number].
    private ElementExpression? ReadElement(Token name, string word)
    {
        if (Current.Kind != TokenKind.LeftBracket || _tokens[_at + 1].Kind != TokenKind.Integer
            || _tokens[_at + 2].Kind != TokenKind.RightBracket
            || _tokens[_at + 3].Kind == TokenKind.LeftBracket || _tokens[_at + 1].Length > 9
            || !int.TryParse(SpanOf(_tokens[_at + 1]), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
            return null;
        _at += 3;
        return new ElementExpression(word, index, new Place(name.Start, name.End), new Place(name.Start, _tokens[_at - 1].End));
    }

    private Expression[] ReadOperands()
    {
        Expression first = ReadOperand();
        if (!TryTake(TokenKind.Comma)) return [first];
        var operands = new List<Expression>(2) { first };
        do
        {
            if (Current.Kind == TokenKind.Semicolon && IsVersion2 && !_options.Strict) break;
            operands.Add(ReadOperand());
        }
        while (TryTake(TokenKind.Comma));
        return [.. operands];
    }

    // 'name …' is a gate; 'name =' and 'name[i] =' assign.
    private Statement ReadCallOrAssignment()
    {
        int ahead = _at + 1;
        if (_tokens[ahead].Kind == TokenKind.LeftBracket)
        {
            while (_tokens[ahead].Kind is not (TokenKind.RightBracket or TokenKind.Semicolon or TokenKind.End)) ahead++;
            ahead = Math.Min(ahead + 1, _tokens.Count - 1);
        }

        return _tokens[ahead].Kind switch
        {
            TokenKind.Assign when !IsVersion2 => ReadAssignment(),
            TokenKind.CompoundAssign when !IsVersion2 =>
                throw SyntaxFault.Unsupported(PlaceOf(_tokens[ahead]), "arithmetic on classical variables"),
            _ => ReadGateCall(),
        };
    }

    private Statement ReadAssignment()
    {
        int first = _at;
        Expression target = ReadOperand();
        Take(TokenKind.Assign, "'='");
        if (TryTakeWord("measure"))
        {
            Expression operand = ReadOperand();
            Take(TokenKind.Semicolon, "';'");
            return new MeasureStatement(operand, target, From(first));
        }

        Expression value = ReadExpression();
        Take(TokenKind.Semicolon, "';'");
        return new AssignmentStatement(target, value, From(first));
    }

    private GateCall ReadGateCall()
    {
        int first = _at;
        Modifier[] modifiers = IsVersion2 ? [] : ReadModifiers();
        Token token = Take(TokenKind.Identifier, "the name of a gate");
        string name = TextOf(token);
        if (name is not ("gphase" or "U" or "CX") && ReservedWords.Contains(Version, name))
            throw new SyntaxFault(PlaceOf(token), $"Found '{name}'", "the name of a gate");
        _operators = 0;
        IReadOnlyList<Expression> arguments = Current.Kind == TokenKind.LeftParenthesis ? ReadArguments() : [];
        if (Current.Kind == TokenKind.LeftBracket) throw SyntaxFault.Unsupported(PlaceOf(Current), "a duration on a gate");
        Expression[] operands = Current.Kind == TokenKind.Semicolon ? [] : ReadOperands();
        Take(TokenKind.Semicolon, operands.Length == 0 ? "a qubit or a register" : "';' or ','");
        return new GateCall(modifiers, new Word(name, PlaceOf(token)), arguments, operands, From(first));
    }

    private bool AtModifier() => IsWord("ctrl") || IsWord("negctrl") || IsWord("inv") || IsWord("pow");

    private Modifier[] ReadModifiers()
    {
        if (!AtModifier()) return [];
        var modifiers = new List<Modifier>();
        while (AtModifier())
        {
            Token token = Current;
            string name = TextOf(token);
            _at++;
            Expression? argument = null;
            if (name != "inv" && TryTake(TokenKind.LeftParenthesis))
            {
                argument = ReadExpression();
                Take(TokenKind.RightParenthesis, "')'");
            }

            if (name == "pow" && argument is null) throw Unexpected("'(' and the exponent");
            Take(TokenKind.At, "'@'");
            modifiers.Add(new Modifier(name, argument, PlaceOf(token)));
        }

        return [.. modifiers];
    }
}
