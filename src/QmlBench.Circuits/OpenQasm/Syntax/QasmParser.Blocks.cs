namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <content>Statements that hold statements.</content>
internal sealed partial class QasmParser
{
    private List<Statement> ReadBlock()
    {
        Enter();
        Take(TokenKind.LeftBrace, "'{'");
        var statements = new List<Statement>();
        while (Current.Kind is not (TokenKind.RightBrace or TokenKind.End) && _errors < _options.Limits.Errors)
            if (TryRead(topLevel: false) is { } statement) statements.Add(statement);
        Take(TokenKind.RightBrace, "'}'");
        _depth--;
        return statements;
    }

    private List<Statement> ReadBody()
    {
        if (Current.Kind == TokenKind.LeftBrace && !IsVersion2) return ReadBlock();
        Enter();
        Statement statement = ReadStatement(topLevel: false) ?? throw Unexpected("a statement");
        _depth--;
        return [statement];
    }

    private IfStatement ReadIf()
    {
        int first = _at++;
        Take(TokenKind.LeftParenthesis, "'('");
        Expression condition = ReadExpression();
        Take(TokenKind.RightParenthesis, "')'");
        Place place = From(first);
        List<Statement> then = ReadBody();
        List<Statement> otherwise = !IsVersion2 && TryTakeWord("else") ? ReadBody() : [];
        return new IfStatement(condition, then, otherwise, place);
    }

    private ForStatement ReadFor()
    {
        int first = _at++;
        Token type = Take(TokenKind.Identifier, "the type of the loop variable");
        if (TextOf(type) is not ("int" or "uint" or "float" or "bit"))
            throw new SyntaxFault(PlaceOf(type), $"'{TextOf(type)}' is not the type of a loop variable", "int or uint");
        ReadSize();
        Word variable = TakeName("the loop variable");
        if (!TryTakeWord("in")) throw Unexpected("'in'");
        Expression values = Current.Kind switch
        {
            TokenKind.LeftBrace => ReadSet(),
            TokenKind.LeftBracket => ReadLoopRange(),
            _ => throw SyntaxFault.Unsupported(PlaceOf(Current), "loops over anything but a range [a:b] or a set {a, b}"),
        };
        Place place = From(first);
        return new ForStatement(variable, values, ReadBody(), place);
    }

    private RangeExpression ReadLoopRange()
    {
        List<Expression> indices = ReadIndices(out Place end);
        return indices is [RangeExpression { Start: not null, Stop: not null } range]
            ? range
            : throw new SyntaxFault(end, "A loop runs over a range with both ends", "[first:last] or [first:step:last]");
    }

    private SwitchStatement ReadSwitch()
    {
        int first = _at++;
        Take(TokenKind.LeftParenthesis, "'('");
        Expression value = ReadExpression();
        Take(TokenKind.RightParenthesis, "')'");
        Place place = From(first);
        Take(TokenKind.LeftBrace, "'{'");
        Enter();
        var cases = new List<SwitchCase>();
        while (TryTakeWord("case"))
        {
            var values = new List<Expression>();
            do values.Add(ReadExpression());
            while (TryTake(TokenKind.Comma));
            cases.Add(new SwitchCase(values, ReadBlock()));
        }

        if (TryTakeWord("default")) cases.Add(new SwitchCase([], ReadBlock()));
        Take(TokenKind.RightBrace, "'case', 'default' or '}'");
        _depth--;
        return new SwitchStatement(value, cases, place);
    }

    private BlockStatement ReadBox()
    {
        int first = _at++;
        if (Current.Kind == TokenKind.LeftBracket) throw SyntaxFault.Unsupported(PlaceOf(Current), "a box with a duration");
        return new BlockStatement(ReadBlock(), IsBox: true, From(first));
    }
}
