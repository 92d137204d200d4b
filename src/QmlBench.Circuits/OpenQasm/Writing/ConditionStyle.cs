namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>How a text says that an operation depends on classical bits.</summary>
internal enum ConditionStyle : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A block under a boolean expression with <c>&amp;&amp;</c>, <c>!</c>, <c>==</c>, <c>!=</c>.</summary>
    Expression,

    /// <summary>Blocks in one another, each under <c>c[0]</c>, <c>!c[0]</c> or <c>register == number</c>.</summary>
    Nested,

    /// <summary><c>if (register == number)</c> before each statement.</summary>
    Statement,
}
