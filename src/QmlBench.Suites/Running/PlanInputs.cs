using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Canonical;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;

namespace QmlBench.Suites.Running;

/// <summary>What trials read and run, found in the catalogues and the executors of a suite.</summary>
public sealed class PlanInputs(ExecutorPool executors) : IPlanInputs
{
    /// <inheritdoc/>
    /// <remarks>The hash of what a source gives for a fixed key: a changed table or generator changes it without being told.</remarks>
    public string DataHash(DatasetSpec dataset) => DataDraw.Source(dataset).Draw(StreamKey.Root(0, "probe")).Sha256;

    /// <inheritdoc/>
    public string DeviceHash(DeviceSpec device) => executors.For(device, MitigationSpec.None).Executor.Identity.Hash;

    /// <inheritdoc/>
    public string Versions(Case trialCase)
    {
        var identity = executors.For(trialCase.Device ?? ExecutorPool.IdealDevice, trialCase.Mitigation).Executor.Identity;
        return CanonicalJson.Object(
            ("components", ComponentVersions.Of(trialCase, identity)),
            ("executor", trialCase.Device is null ? "classical" : identity.Hash)).Text;
    }
}
