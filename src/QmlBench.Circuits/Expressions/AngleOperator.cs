namespace QmlBench.Circuits.Expressions;

/// <summary>Operators of two operands in an angle that is not affine.</summary>
internal enum AngleOperator : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}
