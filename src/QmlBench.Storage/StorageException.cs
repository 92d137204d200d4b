namespace QmlBench.Storage;

/// <summary>A results database that cannot be used, with the remedy; the message is fit to be shown to a user.</summary>
public sealed class StorageException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StorageException()
        : base("The results database cannot be used.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public StorageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
