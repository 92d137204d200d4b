namespace QmlBench.Suites.Results;

/// <summary>Where results are kept. Thread-safe: trials end on several threads.</summary>
public interface IResultStore : IDisposable
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>Whether the result of a key is stored.</summary>
    bool Has(string resultKey);

    /// <summary>The stored result of a key, or null. A failed trial is not a result.</summary>
    TrialResult? Find(string resultKey);

    /// <summary>Whether any result of this identity is stored, under whatever result key.</summary>
    bool HasIdentity(string identityHash);

    /// <summary>Writes a trial in one transaction.</summary>
    void Append(TrialResult result);

    /// <summary>Writes or completes a run with its claims; verdicts that differ from the last of their claim are appended to its history.</summary>
    void Record(RunRecord run);

    /// <summary>All runs, oldest first.</summary>
    IReadOnlyList<RunRecord> Runs();

    /// <summary>The run of that name or of a prefix that fits one run; <c>latest</c> is the last finished one; null when there is none.</summary>
    RunRecord? FindRun(string name);

    /// <summary>The verdicts of every claim in the order they were recorded.</summary>
    IReadOnlyList<VerdictEntry> VerdictHistory();
}
