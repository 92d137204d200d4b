using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>A row of <c>trial</c> with its case and its fitted model.</summary>
internal sealed class TrialRow
{
    public const string Select =
        """
        SELECT trial.id, result_key AS ResultKey, identity_hash AS IdentityHash, identity, trial.fit_key AS FitKey, dataset, "case".model,
               quantum, device, mitigation, draw, repeat, train_samples AS TrainSamples, test_samples AS TestSamples,
               data_hash AS DataHash, split_hash AS SplitHash, device_hash AS DeviceHash, executor, versions, method, why, notices,
               coalesce((SELECT content FROM artefact WHERE artefact.fit_key = trial.fit_key AND kind = 'model'), '') AS FittedModel
        FROM trial JOIN "case" ON "case".id = case_id
        WHERE result_key = @resultKey
        """;

    public long Id { get; set; }

    public string ResultKey { get; set; } = string.Empty;

    public string IdentityHash { get; set; } = string.Empty;

    public string Identity { get; set; } = string.Empty;

    public string FitKey { get; set; } = string.Empty;

    public string Dataset { get; set; } = string.Empty;

    public string Model { get; set; } = string.Empty;

    public long Quantum { get; set; }

    public string Device { get; set; } = string.Empty;

    public string Mitigation { get; set; } = string.Empty;

    public long Draw { get; set; }

    public long Repeat { get; set; }

    public long TrainSamples { get; set; }

    public long TestSamples { get; set; }

    public string DataHash { get; set; } = string.Empty;

    public string SplitHash { get; set; } = string.Empty;

    public string DeviceHash { get; set; } = string.Empty;

    public string Executor { get; set; } = string.Empty;

    public string Versions { get; set; } = string.Empty;

    public string Method { get; set; } = string.Empty;

    public string Why { get; set; } = string.Empty;

    public string Notices { get; set; } = "[]";

    public string FittedModel { get; set; } = string.Empty;

    public TrialKey Key() => new(
        IdentityHash, Identity, ResultKey, FitKey, Dataset, Model, Quantum != 0, Device, Mitigation, (int)Draw, (int)Repeat);

    public TrialProvenance Provenance() => new(
        DataHash, SplitHash, DeviceHash, Executor, Versions, Method, Why, JsonSerializer.Deserialize<ImmutableArray<string>>(Notices));
}
