namespace QmlBench.Emulation.Waist;

/// <summary>
/// A circuit or a question that cannot be served, and why: it does not fit the device or the limits, a gate is not native, the
/// question was not in the request. The message states rule, offender and remedy, and is fit to be shown to a user.
/// </summary>
public sealed class ExecutionRefusedException : Exception
{
    /// <summary>Creates the refusal.</summary>
    public ExecutionRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the refusal with its cause.</summary>
    public ExecutionRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the refusal without a text.</summary>
    public ExecutionRefusedException()
        : base("The executor cannot serve this.")
    {
    }
}
