namespace QmlBench.Simulation.Programs;

/// <summary>The working memory of one thread for one program.</summary>
internal interface IRowWorker
{
    /// <summary>Rows side by side: 1 or 8.</summary>
    int Lanes { get; }

    /// <summary>Threads that share a large state.</summary>
    int Threads { get; set; }

    /// <summary>Whether it holds so much that it is not kept for the next row.</summary>
    bool IsSpacious { get; }

    /// <summary>Binds the program to the given rows.</summary>
    void Bind(ReadOnlySpan<double> rows, int columns);
}
