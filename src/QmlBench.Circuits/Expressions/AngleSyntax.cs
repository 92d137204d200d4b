namespace QmlBench.Circuits.Expressions;

/// <summary>How an expression is spelt.</summary>
internal enum AngleSyntax : byte
{
    /// <summary><c>**</c>, <c>log</c>, <c>arcsin</c>.</summary>
    OpenQasm3,

    /// <summary><c>^</c>, <c>ln</c>, <c>asin</c>.</summary>
    OpenQasm2,
}
