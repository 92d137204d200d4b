namespace QmlBench.Suites.Statistics;

/// <summary>What the signed-rank test does with differences of exactly 0.</summary>
public enum ZeroRule
{
    /// <summary>Wilcoxon: zeros are dropped before ranking.</summary>
    Wilcox,

    /// <summary>Pratt: zeros are ranked with the others, then their ranks are dropped.</summary>
    Pratt,

    /// <summary>Zeros are ranked, and their ranks count half to either side.</summary>
    ZSplit,
}
