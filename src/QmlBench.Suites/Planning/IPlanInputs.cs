using QmlBench.Suites.Definition;

namespace QmlBench.Suites.Planning;

/// <summary>Hashes of what a trial reads and versions of what it runs: the part of a result key that is not asked but found.</summary>
public interface IPlanInputs
{
    /// <summary>SHA-256 of the table, or name and version of the generator.</summary>
    string DataHash(DatasetSpec dataset);

    /// <summary>SHA-256 of the device's figures.</summary>
    string DeviceHash(DeviceSpec device);

    /// <summary>Behaviour versions of the components a case runs through, as canonical text.</summary>
    string Versions(Case trialCase);
}
