namespace QmlBench.Cli;

/// <summary>A verb cannot do what was asked; the message goes to the user as it is and the exit code is 2.</summary>
internal sealed class RefusedException(string message) : Exception(message);
