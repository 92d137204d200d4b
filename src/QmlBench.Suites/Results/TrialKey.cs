using QmlBench.Suites.Planning;

namespace QmlBench.Suites.Results;

/// <summary>Who a trial is, in primitives.</summary>
/// <param name="IdentityHash">SHA-256 of what was asked.</param>
/// <param name="Identity">What was asked, canonical JSON.</param>
/// <param name="ResultKey">SHA-256 that decides what is stored.</param>
/// <param name="FitKey">SHA-256 of what determines the fitted model.</param>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Quantum">Whether it runs circuits.</param>
/// <param name="Device">Label of the device; empty for a classical model.</param>
/// <param name="Mitigation">Name of the mitigation.</param>
/// <param name="Draw">Number of the data draw.</param>
/// <param name="Repeat">Number of the train seed.</param>
public sealed record TrialKey(
    string IdentityHash,
    string Identity,
    string ResultKey,
    string FitKey,
    string Dataset,
    string Model,
    bool Quantum,
    string Device,
    string Mitigation,
    int Draw,
    int Repeat)
{
    /// <summary>The trial in one line.</summary>
    public string Path =>
        $"{Dataset}/{Model}/{(Quantum ? Device : "classical")}/{Mitigation}/draw {Draw}" + (Repeat == 0 ? string.Empty : $"/repeat {Repeat}");

    /// <summary>The key of a planned trial.</summary>
    public static TrialKey Of(Trial trial) => new(
        trial.IdentityHash,
        trial.Identity,
        trial.ResultKey,
        trial.FitKey,
        trial.Case.Dataset.Name,
        trial.Case.Model.Name,
        trial.Case.Model.Quantum,
        trial.Case.DeviceLabel,
        trial.Case.Mitigation.Name,
        trial.Draw,
        trial.Repeat);
}
