namespace QmlBench.Transpilation;

/// <summary>A circuit cannot be put on a device: too large, no connected place, a gate without a native path, a dead site.</summary>
/// <remarks>The message states the rule, names the offender and the remedy, and is meant for the user; a caller adds the file.</remarks>
public sealed class TranspilationException : Exception
{
    /// <summary>Makes an exception with a general message.</summary>
    public TranspilationException()
        : base("The circuit cannot be compiled for this device.")
    {
    }

    /// <summary>Makes an exception with a message for the user.</summary>
    public TranspilationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message for the user and its cause.</summary>
    public TranspilationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
