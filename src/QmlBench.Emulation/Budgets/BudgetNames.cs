using System.Collections.Immutable;

namespace QmlBench.Emulation.Budgets;

/// <summary>What the entries of a budget are called.</summary>
public static class BudgetNames
{
    /// <summary>Device qubits as <c>$3</c> or <c>$3-$5</c>.</summary>
    public static string Place(ImmutableArray<int> qubits) => string.Join('-', qubits.Select(qubit => $"${qubit}"));

    /// <summary>An operation as <c>cx $3-$5</c>.</summary>
    public static string Operation(OperationShare operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return $"{operation.Name} {Place(operation.Qubits)}";
    }
}
