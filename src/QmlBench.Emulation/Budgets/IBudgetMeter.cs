using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>Computes some figures of a circuit with parts of its noise.</summary>
internal interface IBudgetMeter
{
    /// <summary>The figures, with all noise and without any.</summary>
    ImmutableArray<BudgetFigure> Figures { get; }

    /// <summary>The figures with some of the channels and some of the readings noisy.</summary>
    /// <param name="chosen">Which channels, by source and device qubits.</param>
    /// <param name="recorded">Which logical qubits are read with their errors.</param>
    double[] With(Func<string, ImmutableArray<int>, bool> chosen, Func<int, bool> recorded);

    /// <summary>Shares of all operations and layers that have noise.</summary>
    BudgetShares Shares();
}
