using QmlBench.Numerics.Randomness;

namespace QmlBench.Learning.Datasets;

/// <summary>Something data sets are drawn from: a generator, which gives a new one at each draw, or a fixed table.</summary>
public interface IDatasetSource
{
    /// <summary>Name, as suites write it.</summary>
    string Name { get; }

    /// <summary>One line for lists: what it is and where from.</summary>
    string Description { get; }

    /// <summary>
    /// True if each draw is an independent sample of a population; false if every draw is the same table, so that trials
    /// differ by their split alone and need the corrected interval.
    /// </summary>
    bool IsGenerated { get; }

    /// <summary>The data set of one draw.</summary>
    /// <param name="data">Key of the draw's <c>data</c> stream: from the suite seed, the data set and the draw.</param>
    Dataset Draw(StreamKey data);
}
