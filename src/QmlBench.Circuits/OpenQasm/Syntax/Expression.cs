namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>An expression as written.</summary>
internal abstract record Expression(Place Place);

/// <summary>A whole number.</summary>
internal sealed record IntegerExpression(long Value, Place Place) : Expression(Place);

/// <summary>A real number.</summary>
internal sealed record RealExpression(double Value, Place Place) : Expression(Place);

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanExpression(bool Value, Place Place) : Expression(Place);

/// <summary>A text of zeros and ones, the last one bit 0.</summary>
internal sealed record BitsExpression(string Bits, Place Place) : Expression(Place);

/// <summary>A length of time.</summary>
internal sealed record DurationExpression(DelayTime Value, Place Place) : Expression(Place);

/// <summary>An identifier.</summary>
internal sealed record NameExpression(string Name, Place Place) : Expression(Place);

/// <summary>A physical qubit, <c>$k</c>.</summary>
internal sealed record HardwareQubitExpression(int Qubit, Place Place) : Expression(Place);

/// <summary><c>base[i, …]</c>.</summary>
internal sealed record IndexExpression(Expression Base, IReadOnlyList<Expression> Indices, Place Place) : Expression(Place);

/// <summary><c>start:step:stop</c>; any part may be missing.</summary>
internal sealed record RangeExpression(Expression? Start, Expression? Step, Expression? Stop, Place Place) : Expression(Place);

/// <summary><c>{a, b, …}</c>.</summary>
internal sealed record SetExpression(IReadOnlyList<Expression> Members, Place Place) : Expression(Place);

/// <summary>An operator before its operand.</summary>
internal sealed record UnaryExpression(TokenKind Operator, Expression Operand, Place Place) : Expression(Place);

/// <summary>An operator between its operands.</summary>
internal sealed record BinaryExpression(TokenKind Operator, Expression Left, Expression Right, Place Place) : Expression(Place);

/// <summary>A function or a cast applied to arguments.</summary>
internal sealed record CallExpression(string Name, IReadOnlyList<Expression> Arguments, Place Place) : Expression(Place);

/// <summary><c>measure operand</c>.</summary>
internal sealed record MeasureExpression(Expression Operand, Place Place) : Expression(Place);

/// <summary><c>name[index]</c> with a plain number: one object for what nearly every operand is.</summary>
internal sealed record ElementExpression(string Name, int Index, Place NamePlace, Place Place) : Expression(Place)
{
    /// <summary>The same in the general form.</summary>
    internal IndexExpression General =>
        new(new NameExpression(Name, NamePlace), [new IntegerExpression(Index, new Place(NamePlace.End + 1, Place.End - 1))], Place);
}
