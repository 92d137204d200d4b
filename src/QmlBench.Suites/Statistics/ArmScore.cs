namespace QmlBench.Suites.Statistics;

/// <summary>One score of one arm of a comparison, with the three seeds it belongs to.</summary>
/// <param name="Draw">Index of the data draw (always 0 for a fixed data set).</param>
/// <param name="Split">Index of the train/test split inside the draw.</param>
/// <param name="TrainSeed">Index of the train seed inside the split.</param>
/// <param name="Value">The metric, recomputed from stored predictions.</param>
public readonly record struct ArmScore(int Draw, int Split, int TrainSeed, double Value);
