namespace QmlBench.Circuits.Source;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>The input cannot be used.</summary>
    Error,

    /// <summary>The input can be used, but probably says something else than was meant.</summary>
    Warning,

    /// <summary>The input is used as it stands; the reader should know what was assumed.</summary>
    Notice,
}
