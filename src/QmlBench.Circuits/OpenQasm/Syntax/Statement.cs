namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>A statement as written.</summary>
internal abstract record Statement(Place Place);

/// <summary><c>include "file";</c>.</summary>
internal sealed record IncludeStatement(string File, Place Place) : Statement(Place);

/// <summary><c>#pragma …</c>.</summary>
internal sealed record PragmaStatement(string Text, Place Place) : Statement(Place);

/// <summary><c>qubit[n] name;</c>, <c>qreg name[n];</c>.</summary>
internal sealed record QubitDeclaration(string Name, Expression? Size, Place NamePlace, Place Place) : Statement(Place);

/// <summary><c>bit[n] name = …;</c>, <c>creg name[n];</c>.</summary>
internal sealed record BitDeclaration(string Name, Expression? Size, Expression? Value, Place NamePlace, Place Place) : Statement(Place);

/// <summary><c>input type name;</c>.</summary>
internal sealed record InputDeclaration(string Type, string Name, Place NamePlace, Place Place) : Statement(Place);

/// <summary><c>const type name = value;</c>, or (not constant) a classical variable.</summary>
internal sealed record ValueDeclaration(string Type, bool IsConstant, string Name, Expression? Value, Place NamePlace, Place Place)
    : Statement(Place);

/// <summary><c>let name = qubits;</c>.</summary>
internal sealed record AliasDeclaration(string Name, Expression Value, Place NamePlace, Place Place) : Statement(Place);

/// <summary>A name with its place.</summary>
internal readonly record struct Word(string Text, Place Place);

/// <summary><c>gate name(parameters) qubits { body }</c>; without body it is <c>opaque</c>.</summary>
internal sealed record GateDefinition(Word Name, IReadOnlyList<Word> Parameters, IReadOnlyList<Word> Qubits,
    IReadOnlyList<Statement>? Body, Place Place)
    : Statement(Place);

/// <summary><c>ctrl(n) @</c> and its like.</summary>
internal readonly record struct Modifier(string Name, Expression? Argument, Place Place);

/// <summary>A gate applied to operands.</summary>
internal sealed record GateCall(
    IReadOnlyList<Modifier> Modifiers, Word Name, IReadOnlyList<Expression> Arguments, IReadOnlyList<Expression> Operands, Place Place)
    : Statement(Place);

/// <summary><c>barrier operands;</c>; no operands means all qubits.</summary>
internal sealed record BarrierStatement(IReadOnlyList<Expression> Operands, Place Place) : Statement(Place);

/// <summary><c>delay[time] operands;</c>.</summary>
internal sealed record DelayStatement(Expression Time, IReadOnlyList<Expression> Operands, Place Place) : Statement(Place);

/// <summary><c>reset operand;</c>.</summary>
internal sealed record ResetStatement(Expression Operand, Place Place) : Statement(Place);

/// <summary><c>measure operand -> target;</c>, <c>target = measure operand;</c>; without target the result is thrown away.</summary>
internal sealed record MeasureStatement(Expression Operand, Expression? Target, Place Place) : Statement(Place);

/// <summary><c>target = value;</c> on classical values.</summary>
internal sealed record AssignmentStatement(Expression Target, Expression Value, Place Place) : Statement(Place);

/// <summary><c>if (condition) … else …</c>.</summary>
internal sealed record IfStatement(Expression Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else, Place Place)
    : Statement(Place);

/// <summary><c>for type name in values { … }</c>.</summary>
internal sealed record ForStatement(Word Variable, Expression Values, IReadOnlyList<Statement> Body, Place Place) : Statement(Place);

/// <summary>One case of a switch; no values means default.</summary>
internal sealed record SwitchCase(IReadOnlyList<Expression> Values, IReadOnlyList<Statement> Body);

/// <summary><c>switch (value) { case … }</c>.</summary>
internal sealed record SwitchStatement(Expression Value, IReadOnlyList<SwitchCase> Cases, Place Place) : Statement(Place);

/// <summary><c>box { … }</c> and bare blocks: a scope.</summary>
internal sealed record BlockStatement(IReadOnlyList<Statement> Body, bool IsBox, Place Place) : Statement(Place);
