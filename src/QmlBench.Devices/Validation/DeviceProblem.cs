namespace QmlBench.Devices.Validation;

/// <summary>Something wrong with a draft, at a place named by its path of keys.</summary>
/// <param name="Place">Path such as <c>qubits/3/t2</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Suggestion">What was probably meant.</param>
/// <param name="Oddity">The oddity this is an instance of, if real data contain it; else null.</param>
/// <param name="Subject">For an oddity: who has it, <c>3</c> or <c>cx 0->1</c>; for a missing figure: which, <c>T2</c>.</param>
internal sealed record DeviceProblem(
    string Place, string Message, string? Expected = null, string? Suggestion = null, Oddity? Oddity = null, string Subject = "")
{
    /// <summary>Whether this only says what is assumed.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Whether figures are missing rather than bad.</summary>
    public bool LacksFigures { get; init; }

    /// <summary>What was expected, with the way to accept the oddity.</summary>
    public string? Remedy =>
        Oddity is { } oddity ? $"{Expected}, or 'accept: [{OddityNames.Of(oddity)}]' if the data are so" : Expected;
}
