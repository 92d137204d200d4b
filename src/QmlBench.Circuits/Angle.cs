using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using QmlBench.Circuits.Expressions;

namespace QmlBench.Circuits;

/// <summary>
/// A real number in radians that may depend on the parameters of one circuit: affine, <c>c0 + Σ ci·θi</c>, wherever that is possible,
/// and an expression tree where it is not.
/// </summary>
/// <remarks>
/// <para>A parameter is known by its index in <see cref="Circuit.Parameters"/>; an angle therefore has a meaning only together with a
/// circuit. Affine angles keep their terms sorted by parameter without zero coefficients, so that equal angles compare equal.</para>
/// <para>Arithmetic keeps the affine form where it can: sums, differences, and products and quotients with a constant. Constants
/// fold. Two doubles of storage; evaluating allocates nothing.</para>
/// </remarks>
public readonly struct Angle : IEquatable<Angle>
{
    /// <summary>Sums of expressions deeper than this are joined in pairs, so that long ones stay within the limits of depth.</summary>
    private const int DeepSum = 100;

    private readonly double _offset;
    private readonly object? _tail; // null: constant; AffineTerm[]: affine; AngleNode: expression

    private Angle(double offset, object? tail)
    {
        _offset = offset + 0.0; // −0 becomes 0, so that equal angles have equal bits
        _tail = tail;
    }

    internal Angle(AngleNode node)
        : this(0.0, node)
    {
    }

    /// <summary>The angle 0.</summary>
    public static Angle Zero => default;

    /// <summary>True if no parameter occurs.</summary>
    public bool IsConstant => _tail is null;

    /// <summary>The value of a constant angle, in radians.</summary>
    /// <exception cref="InvalidOperationException">The angle depends on a parameter.</exception>
    public double Constant => _tail is null
        ? _offset
        : throw new InvalidOperationException("This angle depends on a parameter and has no constant value. Bind the circuit first.");

    /// <summary>True if the angle is <c>Offset + Σ Terms</c>; constants are affine.</summary>
    public bool IsAffine => _tail is not AngleNode;

    /// <summary>The terms of the affine form, by ascending parameter.</summary>
    /// <exception cref="InvalidOperationException">The angle is not affine.</exception>
    public ReadOnlySpan<AffineTerm> Terms => _tail switch
    {
        null => [],
        AffineTerm[] terms => terms,
        _ => throw new InvalidOperationException("This angle is not affine in its parameters; ask IsAffine first."),
    };

    /// <summary>The constant of the affine form, in radians.</summary>
    /// <exception cref="InvalidOperationException">The angle is not affine.</exception>
    public double Offset => IsAffine
        ? _offset
        : throw new InvalidOperationException("This angle is not affine in its parameters; ask IsAffine first.");

    internal AngleNode? Node => _tail as AngleNode;

    /// <summary>Highest index of a parameter that occurs; −1 for a constant.</summary>
    public int HighestParameter => _tail switch
    {
        null => -1,
        AffineTerm[] terms => terms[^1].Parameter,
        _ => ((AngleNode)_tail).HighestParameter,
    };

    internal int Depth => Node?.Depth ?? 0;

    internal int NodeCount => Node?.NodeCount ?? 1;

    /// <summary>A constant angle.</summary>
    /// <param name="constant">Radians.</param>
    public static Angle Of(double constant) => new(constant, null);

    /// <summary>The parameter of the given index itself.</summary>
    /// <param name="index">Index into <see cref="Circuit.Parameters"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static Angle Parameter(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(0.0, new[] { new AffineTerm(index, 1.0) });
    }

    /// <summary>The affine angle <c>offset + Σ terms</c>; terms of one parameter are added up, zero terms dropped.</summary>
    /// <param name="offset">Constant part in radians.</param>
    /// <param name="terms">Terms in any order.</param>
    public static Angle Affine(double offset, params ReadOnlySpan<AffineTerm> terms)
    {
        Angle sum = Of(offset);
        foreach (AffineTerm term in terms) sum += term.Coefficient * Parameter(term.Parameter);
        return sum;
    }

    /// <summary>The function applied to an angle; constants fold.</summary>
    /// <exception cref="ArgumentException">The expression would be deeper or larger than the limits of an angle allow.</exception>
    public static Angle Apply(AngleFunction function, Angle argument) => argument.IsConstant
        ? Of(AngleCall.Value(function, argument._offset))
        : new(new AngleCall(function, argument));

    /// <summary><paramref name="value"/> to the power <paramref name="exponent"/>; constants fold, exponent 1 gives the value
    /// itself.</summary>
    /// <exception cref="ArgumentException">The expression would be deeper or larger than the limits of an angle allow.</exception>
    public static Angle Power(Angle value, Angle exponent)
    {
        if (exponent.IsConstant && exponent._offset == 1.0) return value;
        return AngleBinary.Combine(AngleOperator.Power, value, exponent);
    }

    /// <summary>A constant angle, in radians.</summary>
    public static implicit operator Angle(double constant) => Of(constant);

    /// <summary>The angle itself.</summary>
    public static Angle operator +(Angle value) => value;

    /// <summary>The opposite angle.</summary>
    public static Angle operator -(Angle value)
    {
        if (value.IsAffine) return AffineArithmetic.Scale(value, -1.0);
        return value.Node is AngleBinary { Operator: AngleOperator.Multiply, Left: { IsConstant: true } factor } product
            ? -factor._offset * product.Right
            : -1.0 * value;
    }

    /// <summary>The sum; affine if both are.</summary>
    public static Angle operator +(Angle left, Angle right)
    {
        if (left.IsAffine && right.IsAffine) return AffineArithmetic.Add(left, right, 1.0);
        if (left.IsConstant && left._offset == 0.0) return right;
        if (right.IsConstant && right._offset == 0.0) return left;
        if (left.Depth > DeepSum && left.Node is AngleBinary { Operator: AngleOperator.Add } sum && sum.Right.Depth <= right.Depth)
            return sum.Left + (sum.Right + right);
        return AngleBinary.Combine(AngleOperator.Add, left, right);
    }

    /// <summary>The difference; affine if both are.</summary>
    public static Angle operator -(Angle left, Angle right)
    {
        if (left.IsAffine && right.IsAffine) return AffineArithmetic.Add(left, right, -1.0);
        if (left.IsConstant && left._offset == 0.0) return -right;
        if (right.IsConstant && right._offset == 0.0) return left;
        return left == right ? Zero : AngleBinary.Combine(AngleOperator.Subtract, left, right);
    }

    /// <summary>The product; affine if one factor is constant and the other affine.</summary>
    public static Angle operator *(Angle left, Angle right)
    {
        if (left.IsConstant && right.IsAffine) return AffineArithmetic.Scale(right, left._offset);
        if (right.IsConstant && left.IsAffine) return AffineArithmetic.Scale(left, right._offset);
        if (right.IsConstant) (left, right) = (right, left);
        if (left.IsConstant && left._offset == 1.0) return right;
        return left.IsConstant && left._offset == 0.0 ? Zero : AngleBinary.Combine(AngleOperator.Multiply, left, right);
    }

    /// <summary>The quotient; affine if the divisor is constant and the dividend affine.</summary>
    public static Angle operator /(Angle left, Angle right)
    {
        if (right.IsConstant && left.IsAffine) return AffineArithmetic.Divide(left, right._offset);
        return right.IsConstant && right._offset == 1.0 ? left : AngleBinary.Combine(AngleOperator.Divide, left, right);
    }

    /// <summary>Structural equality.</summary>
    public static bool operator ==(Angle left, Angle right) => left.Equals(right);

    /// <summary>Structural inequality.</summary>
    public static bool operator !=(Angle left, Angle right) => !left.Equals(right);

    internal static Angle FromAffine(double offset, AffineTerm[]? terms) => new(offset, terms is { Length: > 0 } ? terms : null);

    /// <summary>The value in radians. Affine terms are added by ascending parameter, the constant last.</summary>
    /// <param name="values">Values in the order of <see cref="Circuit.Parameters"/>.</param>
    /// <exception cref="IndexOutOfRangeException">Fewer values than parameters.</exception>
    public double Evaluate(ReadOnlySpan<double> values)
    {
        if (_tail is null) return _offset;
        if (_tail is not AffineTerm[] terms) return ((AngleNode)_tail).Evaluate(values);
        double sum = terms[0].Coefficient * values[terms[0].Parameter];
        for (int i = 1; i < terms.Length; i++) sum += terms[i].Coefficient * values[terms[i].Parameter];
        return sum + _offset;
    }

    /// <summary>Adds <c>weight · ∂/∂θi</c> of this angle to <c>gradient[i]</c> for every parameter.</summary>
    /// <param name="values">Values in the order of <see cref="Circuit.Parameters"/>.</param>
    /// <param name="weight">Factor of the derivative, for chaining.</param>
    /// <param name="gradient">Receives the sums; as long as <paramref name="values"/>.</param>
    public void AddGradient(ReadOnlySpan<double> values, double weight, Span<double> gradient)
    {
        if (_tail is AffineTerm[] terms)
            foreach (AffineTerm term in terms) gradient[term.Parameter] += weight * term.Coefficient;
        else Node?.AddGradient(values, weight, gradient);
    }

    /// <summary>True if the parameter of the given index occurs.</summary>
    public bool DependsOn(int parameter)
    {
        if (_tail is not AffineTerm[] terms) return Node?.DependsOn(parameter) ?? false;
        foreach (AffineTerm term in terms)
            if (term.Parameter == parameter) return true;
        return false;
    }

    /// <summary>The same expression with parameter <c>i</c> renamed to <c>newIndexOfOld[i]</c>.</summary>
    public Angle Remap(ReadOnlySpan<int> newIndexOfOld)
    {
        if (_tail is null) return this;
        if (_tail is not AffineTerm[] terms) return Node!.Remap(newIndexOfOld);
        Angle sum = Zero;
        foreach (AffineTerm term in terms) sum += FromAffine(0.0, [new(newIndexOfOld[term.Parameter], term.Coefficient)]);
        return sum + _offset;
    }

    /// <summary>The expression with every parameter <c>i</c> replaced by <c>replacements[i]</c>.</summary>
    /// <exception cref="ArgumentException">The expression would be deeper or larger than the limits of an angle allow.</exception>
    public Angle Substitute(ReadOnlySpan<Angle> replacements)
    {
        if (_tail is null) return this;
        if (_tail is not AffineTerm[] terms) return Node!.Substitute(replacements);
        Angle sum = terms[0].Coefficient * replacements[terms[0].Parameter];
        for (int i = 1; i < terms.Length; i++) sum += terms[i].Coefficient * replacements[terms[i].Parameter];
        return sum + _offset;
    }

    /// <summary>The expression as OpenQASM 3 text: shortest round-trip numbers, multiples of pi as such.</summary>
    /// <param name="names">Names of the parameters, as in <see cref="Circuit.Parameters"/>.</param>
    public string ToText(IReadOnlyList<string> names) => new AngleText(names, AngleSyntax.OpenQasm3).Write(this);

    /// <summary>The expression for a message: like <see cref="ToText"/>, but numbers that are not finite are written too.</summary>
    /// <param name="names">Names of the parameters, as in <see cref="Circuit.Parameters"/>.</param>
    public string Describe(IReadOnlyList<string> names) => new AngleText(names, AngleSyntax.OpenQasm3, MessageNumber).Write(this);

    /// <inheritdoc/>
    public bool Equals(Angle other)
    {
        if (_tail is AngleNode node) return other._tail is AngleNode otherNode && node.Equals(otherNode);
        return other._tail is not AngleNode && _offset.Equals(other._offset) && Terms.SequenceEqual(other.Terms);
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Angle other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _tail switch
    {
        null => _offset.GetHashCode(),
        AffineTerm[] terms => HashCode.Combine(_offset, terms.Length, terms[0]),
        _ => _tail.GetHashCode(),
    };

    /// <summary>The text with parameters named θ0, θ1, …; for messages and the debugger.</summary>
    public override string ToString() => new AngleText(null, AngleSyntax.OpenQasm3, MessageNumber).Write(this);

    private static string MessageNumber(double value) =>
        double.IsFinite(value) ? NumberText.Write(value) : value.ToString(CultureInfo.InvariantCulture);
}
