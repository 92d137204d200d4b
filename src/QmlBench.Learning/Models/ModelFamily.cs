namespace QmlBench.Learning.Models;

/// <summary>The side of a comparison a model stands on.</summary>
public enum ModelFamily
{
    /// <summary>Evaluates circuits on an executor.</summary>
    Quantum,

    /// <summary>Runs no circuit.</summary>
    Classical,
}
