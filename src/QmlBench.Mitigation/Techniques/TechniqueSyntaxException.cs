namespace QmlBench.Mitigation.Techniques;

/// <summary>A text that is no technique. The message names the text, the rule and the remedy.</summary>
internal sealed class TechniqueSyntaxException : Exception
{
    public TechniqueSyntaxException(string message)
        : base(message)
    {
    }

    public TechniqueSyntaxException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public TechniqueSyntaxException()
        : base("This is no technique.")
    {
    }
}
