using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;

namespace QmlBench.Tests.Suites;

/// <summary>The same hashes for every data set, device and case.</summary>
internal sealed class FixedInputs : IPlanInputs
{
    public string DataHash(DatasetSpec dataset) => "d";

    public string DeviceHash(DeviceSpec device) => "h";

    public string Versions(Case trialCase) => "v";
}
