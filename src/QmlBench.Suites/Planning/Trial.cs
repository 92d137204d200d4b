namespace QmlBench.Suites.Planning;

/// <summary>One run of a case: one data draw, one train seed.</summary>
/// <param name="Case">The case.</param>
/// <param name="Draw">Number of the data draw, from 0.</param>
/// <param name="Repeat">Number of the train seed inside the draw, from 0.</param>
/// <param name="Identity">What the user asked, as canonical JSON.</param>
/// <param name="IdentityHash">SHA-256 of the identity: fixes the streams and the order of the digest.</param>
/// <param name="FitKey">SHA-256 of what determines the fitted model: trials that share it share one training.</param>
/// <param name="ResultKey">SHA-256 of identity, limits, inputs and behaviour versions: decides what is stored.</param>
public sealed record Trial(
    Case Case, int Draw, int Repeat, string Identity, string IdentityHash, string FitKey, string ResultKey)
{
    /// <summary>The trial in one line.</summary>
    public string Path => $"{Case.Path}/draw {Draw}" + (Repeat == 0 ? string.Empty : $"/repeat {Repeat}");
}
