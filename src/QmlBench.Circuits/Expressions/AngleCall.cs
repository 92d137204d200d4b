using QmlBench.Numerics;

namespace QmlBench.Circuits.Expressions;

/// <summary>A function applied to an angle.</summary>
internal sealed class AngleCall(AngleFunction function, Angle argument) : AngleNode(argument.Depth + 1, argument.NodeCount + 1L)
{
    internal AngleFunction Function { get; } = function;

    internal Angle Argument { get; } = argument;

    internal override int HighestParameter => Argument.HighestParameter;

    public override bool Equals(AngleNode? other) =>
        ReferenceEquals(this, other) || (other is AngleCall call && call.Function == Function && call.Argument == Argument);

    public override int GetHashCode() => HashCode.Combine(Function, Argument);

    internal static double Value(AngleFunction function, double x) => function switch
    {
        AngleFunction.Sin => Elementary.Sin(x),
        AngleFunction.Cos => Elementary.Cos(x),
        AngleFunction.Tan => Elementary.Tan(x),
        AngleFunction.Arcsin => Elementary.Asin(x),
        AngleFunction.Arccos => Elementary.Acos(x),
        AngleFunction.Arctan => Elementary.Atan(x),
        AngleFunction.Exp => Elementary.Exp(x),
        AngleFunction.Log => Elementary.Log(x),
        AngleFunction.Sqrt => Math.Sqrt(x),
        _ => throw new InvalidOperationException($"Bug in QmlBench: angle function {function} has no value."),
    };

    internal override double Evaluate(ReadOnlySpan<double> values) => Value(Function, Argument.Evaluate(values));

    internal override void AddGradient(ReadOnlySpan<double> values, double weight, Span<double> gradient) =>
        Argument.AddGradient(values, weight * Slope(Function, Argument.Evaluate(values)), gradient);

    internal override bool DependsOn(int parameter) => Argument.DependsOn(parameter);

    internal override Angle Remap(ReadOnlySpan<int> newIndexOfOld) => Angle.Apply(Function, Argument.Remap(newIndexOfOld));

    internal override Angle Substitute(ReadOnlySpan<Angle> replacements) => Angle.Apply(Function, Argument.Substitute(replacements));

    private static double Slope(AngleFunction function, double x) => function switch
    {
        AngleFunction.Sin => Elementary.Cos(x),
        AngleFunction.Cos => -Elementary.Sin(x),
        AngleFunction.Tan => 1.0 / (Elementary.Cos(x) * Elementary.Cos(x)),
        AngleFunction.Arcsin => 1.0 / Math.Sqrt((1.0 - x) * (1.0 + x)),
        AngleFunction.Arccos => -1.0 / Math.Sqrt((1.0 - x) * (1.0 + x)),
        AngleFunction.Arctan => 1.0 / (1.0 + (x * x)),
        AngleFunction.Exp => Elementary.Exp(x),
        AngleFunction.Log => 1.0 / x,
        AngleFunction.Sqrt => 0.5 / Math.Sqrt(x),
        _ => throw new InvalidOperationException($"Bug in QmlBench: angle function {function} has no derivative."),
    };
}
