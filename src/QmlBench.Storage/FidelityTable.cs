using Dapper;
using Microsoft.Data.Sqlite;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>Predicted and simulated fidelity of the compiled circuit of a trial.</summary>
internal static class FidelityTable
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, long id, CircuitFidelity fidelity) =>
        connection.Execute(
            "INSERT INTO fidelity VALUES (@id, @Sample, @Qubits, @TwoQubitGates, @Predicted, @Simulated, @Why)",
            new
            {
                id,
                fidelity.Sample,
                fidelity.Qubits,
                fidelity.TwoQubitGates,
                fidelity.Predicted,
                fidelity.Simulated,
                fidelity.Why,
            },
            transaction);

    public static CircuitFidelity? Read(SqliteConnection connection, long id) => connection.QuerySingleOrDefault<FidelityRow>(
        "SELECT sample, qubits, two_qubit_gates AS TwoQubitGates, predicted, simulated, why FROM fidelity WHERE trial_id = @id", new { id })
        ?.Fidelity();

    private sealed record FidelityRow(long Sample, long Qubits, long TwoQubitGates, double Predicted, double? Simulated, string Why)
    {
        public CircuitFidelity Fidelity() => new((int)Sample, (int)Qubits, (int)TwoQubitGates, Predicted, Simulated, Why);
    }
}
