namespace QmlBench.Learning.Models;

/// <summary>A model that could not be fitted although data and settings were valid: it diverged or did not reach its condition.</summary>
public sealed class TrainingFailedException : Exception
{
    /// <summary>Creates the failure; the message names model, condition and remedy.</summary>
    public TrainingFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the failure with its cause.</summary>
    public TrainingFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates the failure without a text.</summary>
    public TrainingFailedException()
        : base("The model could not be fitted.")
    {
    }
}
