namespace QmlBench.Numerics;

/// <summary>A number held as the unevaluated sum of two doubles, with about 106 significant bits.</summary>
/// <param name="Head">The sum rounded to double, where the operation says "normalised".</param>
/// <param name="Tail">What the head leaves out.</param>
/// <remarks>Error-free transformations after Dekker (1971) and Knuth (TAOCP 2, 4.2.2). None uses fused multiply-add: a processor
/// without it would emulate it slowly, and bits must not depend on it.</remarks>
internal readonly record struct DoubleDouble(double Head, double Tail)
{
    private const double Splitter = 134217729.0; // 2^27 + 1

    /// <summary>The two parts added: the number rounded to double.</summary>
    internal double Rounded => Head + Tail;

    /// <summary>a + b exactly, for any order of magnitude.</summary>
    internal static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double bRounded = sum - a;
        return new(sum, (a - (sum - bRounded)) + (b - bRounded));
    }

    /// <summary>a + b exactly, where a is 0 or |a| ≥ |b|.</summary>
    internal static DoubleDouble SumOrdered(double a, double b)
    {
        double sum = a + b;
        return new(sum, b - (sum - a));
    }

    /// <summary>a = Head + Tail exactly, both with at most 26 significant bits, for |a| &lt; 2⁹⁹⁶.</summary>
    internal static DoubleDouble Split(double a)
    {
        double large = Splitter * a;
        double head = large - (large - a);
        return new(head, a - head);
    }

    /// <summary>a · b exactly, barring underflow of the tail and overflow.</summary>
    internal static DoubleDouble Product(double a, double b)
    {
        double product = a * b;
        var (aHead, aTail) = Split(a);
        var (bHead, bTail) = Split(b);
        return new(product, (((aHead * bHead) - product) + (aHead * bTail) + (aTail * bHead)) + (aTail * bTail));
    }

    /// <summary>Sum with a relative error near 2⁻¹⁰⁴ where nothing cancels; normalised.</summary>
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var sum = Sum(a.Head, b.Head);
        return SumOrdered(sum.Head, sum.Tail + (a.Tail + b.Tail));
    }

    /// <summary>Difference, as the sum with the opposite.</summary>
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + new DoubleDouble(-b.Head, -b.Tail);

    /// <summary>Product with a relative error near 2⁻¹⁰²; normalised.</summary>
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = Product(a.Head, b.Head);
        return SumOrdered(product.Head, product.Tail + ((a.Head * b.Tail) + (a.Tail * b.Head)));
    }

    /// <summary>Quotient with a relative error near 2⁻¹⁰⁰; normalised.</summary>
    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double quotient = a.Head / b.Head;
        var product = Product(quotient, b.Head);
        double rest = ((a.Head - product.Head) - product.Tail) + (a.Tail - (quotient * b.Tail));
        return SumOrdered(quotient, rest / b.Head);
    }

    /// <summary>Square root of a non-negative number, normalised.</summary>
    internal static DoubleDouble SquareRoot(DoubleDouble a)
    {
        if (a.Head <= 0) return default;
        double root = Math.Sqrt(a.Head);
        var square = Product(root, root);
        double rest = ((a.Head - square.Head) - square.Tail) + a.Tail;
        return SumOrdered(root, rest / (2 * root));
    }
}
