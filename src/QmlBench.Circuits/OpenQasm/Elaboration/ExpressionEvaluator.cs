using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Computes numeric expressions; parameters stay symbols.</summary>
internal sealed class ExpressionEvaluator(Func<NameExpression, Symbol> find, QasmVersion version, Action<Severity, Place, string> tell)
{
    internal Number Number(Expression expression) => expression switch
    {
        IntegerExpression integer => Elaboration.Number.Of(integer.Value),
        RealExpression real => Elaboration.Number.Of(Circuits.Angle.Of(real.Value)),
        BooleanExpression boolean => Elaboration.Number.Of(boolean.Value ? 1 : 0),
        NameExpression name => Named(name),
        UnaryExpression unary => Unary(unary),
        BinaryExpression binary => Binary(binary),
        CallExpression call => BuiltIn(call),
        IndexExpression { Base: NameExpression name, Indices: [{ } index] } => Bit(name, index),
        _ => throw new SyntaxFault(expression.Place, "This is not a number", "a number"),
    };

    internal Angle Angle(Expression expression)
    {
        Angle angle = Number(expression).Real;
        if (angle.IsConstant && !double.IsFinite(angle.Constant))
            throw new SyntaxFault(expression.Place, $"The value of this expression is {angle.Constant}", "a finite number");
        return angle;
    }

    internal long Integer(Expression expression)
    {
        Number number = Number(expression);
        if (number.IsInteger) return number.Integer;
        throw new SyntaxFault(expression.Place, "This must be a whole number that is known when the text is read", "a whole number");
    }

    private Number Named(NameExpression name)
    {
        double? constant = name.Name switch
        {
            "pi" => Math.PI,
            "π" when version == QasmVersion.OpenQasm3 => Math.PI,
            "tau" or "τ" when version == QasmVersion.OpenQasm3 => Math.Tau,
            "euler" or "ℇ" when version == QasmVersion.OpenQasm3 => Math.E,
            _ => null,
        };
        if (constant is { } value) return Elaboration.Number.Of(Circuits.Angle.Of(value));
        return find(name) switch
        {
            NumberSymbol number => number.Value,
            VariableSymbol { Value: { } assigned } => assigned,
            { } other => throw new SyntaxFault(name.Place, $"'{name.Name}' is {other.Kind}, not a number", "a number"),
        };
    }

    // A whole number is also a row of bits, the first one least significant.
    private Number Bit(NameExpression name, Expression index)
    {
        Number number = Named(name);
        long place = Integer(index);
        if (!number.IsInteger) throw new SyntaxFault(name.Place, "Only a whole number has bits", "a whole number");
        return place is >= 0 and < 64
            ? Elaboration.Number.Of(number.Integer >> (int)place & 1)
            : throw new SyntaxFault(index.Place, $"A whole number has no bit {place}", "0 to 63");
    }

    private Number Unary(UnaryExpression unary)
    {
        Number operand = Number(unary.Operand);
        return unary.Operator switch
        {
            TokenKind.Plus => operand,
            TokenKind.Minus => operand.IsInteger ? Elaboration.Number.Of(unchecked(-operand.Integer))
                : Elaboration.Number.Of(-operand.Real),
            TokenKind.Tilde when operand.IsInteger => Elaboration.Number.Of(~operand.Integer),
            TokenKind.Not when operand.IsInteger => Elaboration.Number.Of(operand.Integer == 0 ? 1 : 0),
            _ => throw new SyntaxFault(unary.Place, "This operator does not apply to an angle"),
        };
    }

    private Number Binary(BinaryExpression binary)
    {
        Number left = Number(binary.Left), right = Number(binary.Right);
        if (left.IsInteger && right.IsInteger) return Integers(binary, left.Integer, right.Integer);
        return Reals(binary, left.Real, right.Real);
    }

    private static Number Reals(BinaryExpression binary, Angle left, Angle right)
    {
        try
        {
            return Elaboration.Number.Of(binary.Operator switch
            {
                TokenKind.Plus => left + right,
                TokenKind.Minus => left - right,
                TokenKind.Star => left * right,
                TokenKind.Slash when right == Circuits.Angle.Zero => throw new SyntaxFault(binary.Place, "Division by zero"),
                TokenKind.Slash => left / right,
                TokenKind.Power => Circuits.Angle.Power(left, right),
                _ => throw new SyntaxFault(binary.Place, "This operator does not apply to real numbers"),
            });
        }
        catch (ArgumentException tooLarge)
        {
            throw new SyntaxFault(binary.Place, tooLarge.Message);
        }
    }

    private Number Integers(BinaryExpression binary, long left, long right)
    {
        switch (binary.Operator)
        {
            case TokenKind.Slash when version == QasmVersion.OpenQasm2:
                return right == 0 ? throw new SyntaxFault(binary.Place, "Division by zero")
                    : Elaboration.Number.Of(Circuits.Angle.Of((double)left / right));
            case TokenKind.Slash or TokenKind.Percent when right == 0:
                throw new SyntaxFault(binary.Place, "Division by zero");
            case TokenKind.Slash:
                if (left % right != 0)
                    tell(Severity.Warning, binary.Place,
                        $"Both numbers are whole, so the quotient is {left / right}; write {left}.0/{right} for a real one");
                return Elaboration.Number.Of(left / right);
            case TokenKind.Power:
                return Elaboration.Number.Of(Circuits.Angle.Power(Circuits.Angle.Of(left), Circuits.Angle.Of(right))) is { } power
                    && right >= 0 && Math.Abs(power.Real.Constant) < 1L << 53 ? Elaboration.Number.Of((long)power.Real.Constant) : power;
            default:
                return Elaboration.Number.Of(Wrapping(binary, left, right));
        }
    }

    private static long Wrapping(BinaryExpression binary, long left, long right) => binary.Operator switch
    {
        TokenKind.Plus => unchecked(left + right),
        TokenKind.Minus => unchecked(left - right),
        TokenKind.Star => unchecked(left * right),
        TokenKind.Percent => right == -1 ? 0 : left % right,
        TokenKind.BitAnd => left & right,
        TokenKind.BitOr => left | right,
        TokenKind.Caret => left ^ right,
        TokenKind.ShiftLeft => right is >= 0 and < 64 ? left << (int)right : 0,
        TokenKind.ShiftRight => right is >= 0 and < 64 ? left >> (int)right : 0,
        TokenKind.Equal => left == right ? 1 : 0,
        TokenKind.NotEqual => left != right ? 1 : 0,
        TokenKind.Less => left < right ? 1 : 0,
        TokenKind.LessOrEqual => left <= right ? 1 : 0,
        TokenKind.Greater => left > right ? 1 : 0,
        TokenKind.GreaterOrEqual => left >= right ? 1 : 0,
        TokenKind.And => left != 0 && right != 0 ? 1 : 0,
        TokenKind.Or => left != 0 || right != 0 ? 1 : 0,
        _ => throw new SyntaxFault(binary.Place, "This operator does not apply to numbers"),
    };

    private Number BuiltIn(CallExpression call)
    {
        Number[] arguments = [.. call.Arguments.Select(Number)];
        (string name, int count) = (call.Name, arguments.Length);
        if (Function(name) is { } function && count == 1) return Elaboration.Number.Of(Applied(call, function, arguments[0].Real));
        return (name, count) switch
        {
            ("float" or "angle", 1) => Elaboration.Number.Of(arguments[0].Real),
            ("int" or "uint" or "bool" or "bit", 1) when arguments[0].IsConstant => Truncated(call, arguments[0]),
            ("pow", 2) when version == QasmVersion.OpenQasm3 =>
                Elaboration.Number.Of(Circuits.Angle.Power(arguments[0].Real, arguments[1].Real)),
            ("mod", 2) when arguments[0].IsInteger && arguments[1] is { IsInteger: true, Integer: > 0 } =>
                Elaboration.Number.Of(((arguments[0].Integer % arguments[1].Integer) + arguments[1].Integer) % arguments[1].Integer),
            ("floor", 1) when arguments[0].IsConstant => Elaboration.Number.Of(Circuits.Angle.Of(Math.Floor(arguments[0].Real.Constant))),
            ("ceiling", 1) when arguments[0].IsConstant =>
                Elaboration.Number.Of(Circuits.Angle.Of(Math.Ceiling(arguments[0].Real.Constant))),
            _ => throw Unknown(call),
        };
    }

    private SyntaxFault Unknown(CallExpression call)
    {
        string[] names = version == QasmVersion.OpenQasm2
            ? ["sin", "cos", "tan", "exp", "ln", "sqrt"]
            : ["sin", "cos", "tan", "arcsin", "arccos", "arctan", "exp", "log", "sqrt", "pow", "mod", "floor", "ceiling"];
        return Function(call.Name) is not null || names.Contains(call.Name)
            ? new SyntaxFault(call.Place, $"'{call.Name}' does not take these arguments")
            : new SyntaxFault(call.Place, $"There is no function '{call.Name}'", string.Join(", ", names),
                Suggestion.Nearest(call.Name, names));
    }

    private static Angle Applied(CallExpression call, AngleFunction function, Angle argument)
    {
        try
        {
            return Circuits.Angle.Apply(function, argument);
        }
        catch (ArgumentException tooLarge)
        {
            throw new SyntaxFault(call.Place, tooLarge.Message);
        }
    }

    private static Number Truncated(CallExpression call, Number argument)
    {
        double value = Math.Truncate(argument.Real.Constant);
        if (!(Math.Abs(value) < 1L << 62)) throw new SyntaxFault(call.Place, "This number does not fit a whole number");
        return Elaboration.Number.Of(call.Name == "bool" ? argument.Real.Constant != 0.0 ? 1 : 0 : (long)value);
    }

    private AngleFunction? Function(string name) => (name, version) switch
    {
        ("sin", _) => AngleFunction.Sin,
        ("cos", _) => AngleFunction.Cos,
        ("tan", _) => AngleFunction.Tan,
        ("exp", _) => AngleFunction.Exp,
        ("sqrt", _) => AngleFunction.Sqrt,
        ("ln", QasmVersion.OpenQasm2) or ("log", QasmVersion.OpenQasm3) => AngleFunction.Log,
        ("arcsin", QasmVersion.OpenQasm3) or ("asin", QasmVersion.OpenQasm2) => AngleFunction.Arcsin,
        ("arccos", QasmVersion.OpenQasm3) or ("acos", QasmVersion.OpenQasm2) => AngleFunction.Arccos,
        ("arctan", QasmVersion.OpenQasm3) or ("atan", QasmVersion.OpenQasm2) => AngleFunction.Arctan,
        _ => null,
    };
}
