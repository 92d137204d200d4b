namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>A number in an expression: whole numbers keep their own arithmetic, everything else is an angle.</summary>
internal readonly record struct Number
{
    private readonly Angle _real;

    private Number(bool isInteger, long integer, Angle real)
    {
        IsInteger = isInteger;
        Integer = integer;
        _real = real;
    }

    internal bool IsInteger { get; }

    internal long Integer { get; }

    internal Angle Real => IsInteger ? Angle.Of(Integer) : _real;

    internal bool IsConstant => IsInteger || _real.IsConstant;

    internal static Number Of(long value) => new(true, value, default);

    internal static Number Of(Angle value) => new(false, 0, value);
}
