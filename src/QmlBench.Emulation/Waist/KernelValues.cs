using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>A kernel matrix with its uncertainty and cost.</summary>
/// <param name="Rows">Number of x rows.</param>
/// <param name="Columns">Number of y rows.</param>
/// <param name="Values">K[i, j], index i · columns + j.</param>
/// <param name="Variances">Variance of each entry, same index; empty when exact.</param>
/// <param name="Spent">What was spent.</param>
/// <param name="Method">How the values were computed.</param>
/// <param name="Notices">Every fallback taken.</param>
public sealed record KernelValues(
    int Rows,
    int Columns,
    ReadOnlyMemory<double> Values,
    ReadOnlyMemory<double> Variances,
    Ledger Spent,
    Method Method,
    ImmutableArray<Notice> Notices);
