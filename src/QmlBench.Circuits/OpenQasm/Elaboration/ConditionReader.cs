using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Reads conditions on classical bits.</summary>
internal sealed class ConditionReader(
    Func<Expression, int[]?> bitsOf, ExpressionEvaluator evaluator, Action<Severity, Place, string> tell, bool registersOnly)
{
    private const int MostOrderedBits = 8;

    internal Branches Read(Expression expression)
    {
        if (bitsOf(expression) is { } bits) return registersOnly ? throw NotVersion2(expression) : NotZero(bits, expression.Place);
        switch (expression)
        {
            case UnaryExpression { Operator: TokenKind.Not or TokenKind.Tilde } negation when !registersOnly:
                return Read(negation.Operand).Not(negation.Place);
            case BinaryExpression { Operator: TokenKind.And } both when !registersOnly:
                return Read(both.Left).And(Read(both.Right), both.Place);
            case BinaryExpression { Operator: TokenKind.Or } either when !registersOnly:
                return Read(either.Left).Or(Read(either.Right), either.Place);
            case BinaryExpression { Operator: TokenKind.Equal } equal when !registersOnly || equal.Left is NameExpression:
                return Equality(equal.Left, equal.Right, equal.Place);
            case BinaryExpression { Operator: TokenKind.NotEqual } different when !registersOnly:
                return Equality(different.Left, different.Right, different.Place).Not(different.Place);
            case BinaryExpression order when IsOrder(order.Operator) && !registersOnly:
                return Order(order);
            case BooleanExpression boolean:
                return Branches.Of(boolean.Value);
            default:
                return registersOnly ? throw NotVersion2(expression) : Branches.Of(Constant(expression) != 0);
        }
    }

    internal Branches Equality(Expression left, Expression right, Place place)
    {
        if (bitsOf(left) is not { } bits) (bits, right) = (bitsOf(right), left);
        if (bits is null) return Branches.Of(Constant(left) == Constant(right));
        if (right is BitsExpression text) return Pattern(bits, text);
        if (bitsOf(right) is { } others) return SameBits(bits, others, place);
        return Equal(bits, Constant(right), place);
    }

    private static SyntaxFault NotVersion2(Expression expression) =>
        new(expression.Place, "A condition of OpenQASM 2 compares a whole register with a number", "register == number");

    private long Constant(Expression expression)
    {
        Number number = evaluator.Number(expression);
        return number.IsInteger
            ? number.Integer
            : throw SyntaxFault.Unsupported(expression.Place, "a condition that is not made of classical bits and whole numbers");
    }

    private static Branches NotZero(int[] bits, Place place) =>
        bits.Length == 1 ? Branches.Of(new ConditionTerm([bits[0]], 1, false)) : Terms(bits, 0).Not(place);

    private Branches Equal(int[] bits, long value, Place place)
    {
        if (value < 0 || (bits.Length < 63 && value >> bits.Length != 0))
        {
            tell(Severity.Warning, place, $"{bits.Length} bits never have the value {value}");
            return Branches.Never;
        }

        return Terms(bits, (ulong)value);
    }

    // A comparison holds 64 bits; longer registers are compared piece by piece.
    private static Branches Terms(int[] bits, ulong value)
    {
        var terms = new List<ConditionTerm>();
        for (int start = 0; start < bits.Length; start += 64)
            terms.Add(new ConditionTerm([.. bits.Skip(start).Take(64)], start == 0 ? value : 0, false));
        return Branches.Of([.. terms]);
    }

    private static Branches Pattern(int[] bits, BitsExpression text)
    {
        string digits = text.Bits.Replace("_", "", StringComparison.Ordinal);
        if (digits.Length != bits.Length || digits.Any(digit => digit is not ('0' or '1')))
            throw new SyntaxFault(text.Place, $"This is compared with {bits.Length} classical bits", $"{bits.Length} digits 0 or 1");
        var terms = new List<ConditionTerm>();
        for (int start = 0; start < bits.Length; start += 64)
        {
            ulong value = 0;
            for (int i = start; i < Math.Min(start + 64, bits.Length); i++)
                if (digits[digits.Length - 1 - i] == '1') value |= 1UL << (i - start);
            terms.Add(new ConditionTerm([.. bits.Skip(start).Take(64)], value, false));
        }

        return Branches.Of([.. terms]);
    }

    private static Branches SameBits(int[] left, int[] right, Place place)
    {
        if (left.Length != right.Length || left.Length > 4)
            throw SyntaxFault.Unsupported(place, "comparing registers with each other beyond 4 bits of equal size");
        Branches result = Branches.Never;
        for (ulong value = 0; value < 1UL << left.Length; value++)
            result = result.Or(Terms(left, value).And(Terms(right, value), place), place);
        return result;
    }

    private Branches Order(BinaryExpression order)
    {
        TokenKind kind = order.Operator;
        (Expression left, Expression right) = (order.Left, order.Right);
        if (bitsOf(left) is not { } bits)
        {
            bits = bitsOf(right);
            if (bits is null) return Branches.Of(Constant(order) != 0);
            (right, kind) = (left, Mirrored(kind));
        }

        long bound = Constant(right);
        if (bits.Length > MostOrderedBits)
            throw SyntaxFault.Unsupported(order.Place, $"ordering registers of more than {MostOrderedBits} bits");
        Branches result = Branches.Never;
        for (long value = 0; value < 1L << bits.Length; value++)
            if (Holds(kind, value, bound)) result = result.Or(Terms(bits, (ulong)value), order.Place);
        return result;
    }

    private static bool IsOrder(TokenKind kind) =>
        kind is TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual;

    private static TokenKind Mirrored(TokenKind kind) => kind switch
    {
        TokenKind.Less => TokenKind.Greater,
        TokenKind.LessOrEqual => TokenKind.GreaterOrEqual,
        TokenKind.Greater => TokenKind.Less,
        _ => TokenKind.LessOrEqual,
    };

    private static bool Holds(TokenKind kind, long left, long right) => kind switch
    {
        TokenKind.Less => left < right,
        TokenKind.LessOrEqual => left <= right,
        TokenKind.Greater => left > right,
        _ => left >= right,
    };
}
