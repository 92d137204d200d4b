using QmlBench.Numerics;

namespace QmlBench.Circuits.Expressions;

/// <summary>Two angles joined by an operator; made only by <see cref="Combine"/>, which folds constants.</summary>
internal sealed class AngleBinary : AngleNode
{
    private AngleBinary(AngleOperator @operator, Angle left, Angle right)
        : base(Math.Max(left.Depth, right.Depth) + 1, 1L + left.NodeCount + right.NodeCount)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    internal AngleOperator Operator { get; }

    internal Angle Left { get; }

    internal Angle Right { get; }

    internal override int HighestParameter => Math.Max(Left.HighestParameter, Right.HighestParameter);

    public override bool Equals(AngleNode? other) => ReferenceEquals(this, other)
        || (other is AngleBinary binary && binary.Operator == Operator && binary.Left == Left && binary.Right == Right);

    public override int GetHashCode() => HashCode.Combine(Operator, Left, Right);

    internal static Angle Combine(AngleOperator @operator, Angle left, Angle right) => left.IsConstant && right.IsConstant
        ? Angle.Of(Value(@operator, left.Constant, right.Constant))
        : new Angle(new AngleBinary(@operator, left, right));

    internal override double Evaluate(ReadOnlySpan<double> values) => Value(Operator, Left.Evaluate(values), Right.Evaluate(values));

    internal override void AddGradient(ReadOnlySpan<double> values, double weight, Span<double> gradient)
    {
        (double left, double right) = Slopes(values);
        if (!Left.IsConstant) Left.AddGradient(values, weight * left, gradient);
        if (!Right.IsConstant) Right.AddGradient(values, weight * right, gradient);
    }

    internal override bool DependsOn(int parameter) => Left.DependsOn(parameter) || Right.DependsOn(parameter);

    internal override Angle Remap(ReadOnlySpan<int> newIndexOfOld) =>
        new(new AngleBinary(Operator, Left.Remap(newIndexOfOld), Right.Remap(newIndexOfOld)));

    internal override Angle Substitute(ReadOnlySpan<Angle> replacements)
    {
        Angle left = Left.Substitute(replacements);
        Angle right = Right.Substitute(replacements);
        return Operator switch
        {
            AngleOperator.Add => left + right,
            AngleOperator.Subtract => left - right,
            AngleOperator.Multiply => left * right,
            AngleOperator.Divide => left / right,
            _ => Angle.Power(left, right),
        };
    }

    private static double Value(AngleOperator @operator, double left, double right) => @operator switch
    {
        AngleOperator.Add => left + right,
        AngleOperator.Subtract => left - right,
        AngleOperator.Multiply => left * right,
        AngleOperator.Divide => left / right,
        AngleOperator.Power => Power(left, right),
        _ => throw new InvalidOperationException($"Bug in QmlBench: angle operator {@operator} has no value."),
    };

    // Small whole exponents by multiplication: exact for squares, and defined for negative bases.
    private static double Power(double value, double exponent)
    {
        if (exponent != Math.Floor(exponent) || Math.Abs(exponent) > 64.0) return Elementary.Pow(value, exponent);
        double product = 1.0;
        for (int i = 0; i < (int)Math.Abs(exponent); i++) product *= value;
        return exponent < 0.0 ? 1.0 / product : product;
    }

    private (double Left, double Right) Slopes(ReadOnlySpan<double> values)
    {
        double left = Left.Evaluate(values);
        double right = Right.Evaluate(values);
        return Operator switch
        {
            AngleOperator.Add => (1.0, 1.0),
            AngleOperator.Subtract => (1.0, -1.0),
            AngleOperator.Multiply => (right, left),
            AngleOperator.Divide => (1.0 / right, -left / (right * right)),
            _ => (right * Power(left, right - 1.0), Right.IsConstant ? 0.0 : Power(left, right) * Elementary.Log(left)),
        };
    }
}
