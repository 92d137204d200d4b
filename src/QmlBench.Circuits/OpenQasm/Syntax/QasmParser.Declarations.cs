namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <content>Declarations.</content>
internal sealed partial class QasmParser
{
    private Statement ReadOldRegister(bool isQubit)
    {
        int first = _at++;
        Word name = TakeName("the name of a register");
        Take(TokenKind.LeftBracket, "'[' and the size");
        Expression size = ReadExpression();
        Take(TokenKind.RightBracket, "']'");
        Take(TokenKind.Semicolon, "';'");
        return isQubit
            ? new QubitDeclaration(name.Text, size, name.Place, From(first))
            : new BitDeclaration(name.Text, size, null, name.Place, From(first));
    }

    private QubitDeclaration ReadQubits()
    {
        int first = _at++;
        Expression? size = ReadSize();
        Word name = TakeName("the name of the qubits");
        Take(TokenKind.Semicolon, "';'");
        return new QubitDeclaration(name.Text, size, name.Place, From(first));
    }

    private BitDeclaration ReadBits()
    {
        int first = _at++;
        Expression? size = ReadSize();
        Word name = TakeName("the name of the bits");
        Expression? value = null;
        if (TryTake(TokenKind.Assign))
        {
            Token token = Current;
            if (TryTakeWord("measure"))
            {
                Expression operand = ReadOperand();
                value = new MeasureExpression(operand, PlaceOf(token).To(operand.Place));
            }
            else value = ReadExpression();
        }

        Take(TokenKind.Semicolon, "';'");
        return new BitDeclaration(name.Text, size, value, name.Place, From(first));
    }

    private Expression? ReadSize()
    {
        if (!TryTake(TokenKind.LeftBracket)) return null;
        Expression size = ReadExpression();
        Take(TokenKind.RightBracket, "']'");
        return size;
    }

    private InputDeclaration ReadInput()
    {
        int first = _at++;
        Token type = Take(TokenKind.Identifier, "the type of the input");
        string text = TextOf(type);
        if (text is not ("float" or "angle"))
            throw SyntaxFault.Unsupported(PlaceOf(type), $"inputs of type {text}; float and angle are read");
        ReadSize();
        Word name = TakeName("the name of the input");
        Take(TokenKind.Semicolon, "';'");
        return new InputDeclaration(text, name.Text, name.Place, From(first));
    }

    private ValueDeclaration ReadConstant()
    {
        int first = _at++;
        Token type = Take(TokenKind.Identifier, "the type of the constant");
        string text = TextOf(type);
        if (text is not ("int" or "uint" or "float" or "angle" or "bool" or "duration"))
            throw SyntaxFault.Unsupported(PlaceOf(type), $"constants of type {text}");
        return ReadValue(first, text, isConstant: true);
    }

    private ValueDeclaration ReadVariable()
    {
        int first = _at;
        Token type = Take(TokenKind.Identifier, "a type");
        return ReadValue(first, TextOf(type), isConstant: false);
    }

    private ValueDeclaration ReadValue(int first, string type, bool isConstant)
    {
        if (type is "bool" or "duration" && Current.Kind == TokenKind.LeftBracket) throw Unexpected($"a name: {type} has no size");
        ReadSize();
        Word name = TakeName("a name");
        Expression? value = null;
        if (isConstant || Current.Kind == TokenKind.Assign)
        {
            Take(TokenKind.Assign, "'=' and the value");
            value = ReadExpression();
        }

        Take(TokenKind.Semicolon, "';'");
        return new ValueDeclaration(type, isConstant, name.Text, value, name.Place, From(first));
    }

    private AliasDeclaration ReadAlias()
    {
        int first = _at++;
        Word name = TakeName("the name of the alias");
        Take(TokenKind.Assign, "'='");
        Expression value = ReadExpression();
        Take(TokenKind.Semicolon, "';'");
        return new AliasDeclaration(name.Text, value, name.Place, From(first));
    }

    private GateDefinition ReadGate(bool topLevel)
    {
        int first = _at++;
        if (!topLevel) throw new SyntaxFault(PlaceOf(_tokens[first]), "A gate is defined outside of blocks");
        (Word name, List<Word> parameters, List<Word> qubits) = ReadGateHead();
        Place place = From(first);
        if (Current.Kind != TokenKind.LeftBrace) throw Unexpected("'{' and the body of the gate");
        return new GateDefinition(name, parameters, qubits, ReadBlock(), place);
    }

    private GateDefinition ReadOpaque()
    {
        int first = _at++;
        (Word name, List<Word> parameters, List<Word> qubits) = ReadGateHead();
        Take(TokenKind.Semicolon, "';'");
        return new GateDefinition(name, parameters, qubits, null, From(first));
    }

    private (Word Name, List<Word> Parameters, List<Word> Qubits) ReadGateHead()
    {
        Word name = TakeName("the name of a gate");
        var parameters = new List<Word>();
        if (TryTake(TokenKind.LeftParenthesis))
        {
            if (Current.Kind != TokenKind.RightParenthesis)
                do parameters.Add(TakeName("the name of a parameter"));
                while (TryTake(TokenKind.Comma));
            Take(TokenKind.RightParenthesis, "')' or ','");
        }

        if (Current.Kind != TokenKind.Identifier)
            throw new SyntaxFault(name.Place, $"Gate '{name.Text}' acts on no qubits", "the names of its qubits after the parameters");
        var qubits = new List<Word>();
        do qubits.Add(TakeName("the name of a qubit"));
        while (TryTake(TokenKind.Comma));
        return (name, parameters, qubits);
    }
}
