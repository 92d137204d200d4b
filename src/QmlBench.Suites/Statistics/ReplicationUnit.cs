namespace QmlBench.Suites.Statistics;

/// <summary>What counts as one independent pair.</summary>
public enum ReplicationUnit
{
    /// <summary>
    /// Generated data: the data draw. Splits and train seeds are averaged inside it; <see cref="PairedTInterval"/> applies.
    /// </summary>
    Draw,

    /// <summary>One fixed data set: the split. Train seeds are averaged inside it; <see cref="NadeauBengioInterval"/> applies.</summary>
    Split,
}
