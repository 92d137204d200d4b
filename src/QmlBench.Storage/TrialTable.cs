using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>Trials with everything that hangs on them.</summary>
internal static class TrialTable
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, TrialResult result)
    {
        // Two runs may compute one trial at the same time. Their results are the same bits, so the first one to write has written both.
        if (InsertTrial(connection, transaction, result) is not { } id)
            return;
        InsertRows(connection, transaction, id, result);
        if (result.Fidelity is { } fidelity)
            FidelityTable.Write(connection, transaction, id, fidelity);
        InsertCost(connection, transaction, id, "training", result.Training);
        InsertCost(connection, transaction, id, "evaluation", result.Evaluation);
        connection.Execute(
            "INSERT OR IGNORE INTO artefact VALUES (@FitKey, 'model', @FittedModel)",
            new { result.Key.FitKey, result.FittedModel },
            transaction);
    }

    public static TrialResult? Read(SqliteConnection connection, string resultKey)
    {
        var row = connection.QuerySingleOrDefault<TrialRow>(TrialRow.Select, new { resultKey });
        if (row is null)
            return null;
        var id = new { row.Id };
        return new(
            row.Key(),
            null,
            [.. connection.Query<PredictionRow>(PredictionRow.Select, id).Select(one => one.Prediction())],
            [.. connection.Query<MeasurementRow>("SELECT name, value FROM measurement WHERE trial_id = @Id ORDER BY position", id)
                .Select(metric => new MetricValue(metric.Name, metric.Value ?? double.NaN))],
            [.. connection.Query<TuningRow>(
                "SELECT configuration, folds, mean, chosen FROM tuning WHERE trial_id = @Id ORDER BY position", id).Select(point => point.Point())],
            (int)row.TrainSamples,
            (int)row.TestSamples,
            row.FittedModel,
            ReadCost(connection, row.Id, "training"),
            ReadCost(connection, row.Id, "evaluation"),
            row.Provenance())
        {
            Fidelity = FidelityTable.Read(connection, row.Id),
        };
    }

    private static long? InsertTrial(SqliteConnection connection, SqliteTransaction transaction, TrialResult result)
    {
        var key = result.Key;
        var from = result.Provenance;
        connection.Execute(
            "INSERT OR IGNORE INTO \"case\" (dataset, model, quantum, device, mitigation) VALUES (@Dataset, @Model, @Quantum, @Device, @Mitigation)",
            key,
            transaction);
        return connection.ExecuteScalar<long?>(
            """
            INSERT INTO trial (result_key, identity_hash, identity, fit_key, case_id, draw, repeat, train_samples, test_samples,
                               data_hash, split_hash, device_hash, executor, versions, method, why, notices)
            SELECT @ResultKey, @IdentityHash, @Identity, @FitKey, id, @Draw, @Repeat, @TrainSamples, @TestSamples,
                   @DataHash, @SplitHash, @DeviceHash, @Executor, @Versions, @Method, @Why, @Notices
            FROM "case" WHERE dataset = @Dataset AND model = @Model AND quantum = @Quantum AND device = @Device AND mitigation = @Mitigation
            ON CONFLICT (result_key) DO NOTHING
            RETURNING id
            """,
            new
            {
                key.ResultKey,
                key.IdentityHash,
                key.Identity,
                key.FitKey,
                key.Draw,
                key.Repeat,
                result.TrainSamples,
                result.TestSamples,
                from.DataHash,
                from.SplitHash,
                from.DeviceHash,
                from.Executor,
                from.Versions,
                from.Method,
                from.Why,
                Notices = JsonSerializer.Serialize(from.Notices),
                key.Dataset,
                key.Model,
                key.Quantum,
                key.Device,
                key.Mitigation,
            },
            transaction);
    }

    private static void InsertRows(SqliteConnection connection, SqliteTransaction transaction, long id, TrialResult result)
    {
        connection.Execute(
            "INSERT INTO prediction VALUES (@id, @Position, @Sample, @Truth, @Predicted, @Decision, @StandardError, @IdealDecision)",
            result.Predictions.Select((one, position) => new
            {
                id,
                Position = position,
                one.Sample,
                one.Truth,
                one.Predicted,
                one.Decision,
                one.StandardError,
                one.IdealDecision,
            }),
            transaction);
        connection.Execute(
            "INSERT INTO measurement VALUES (@id, @Position, @Name, @Value)",
            result.Metrics.Select((one, position) => new
            {
                id,
                Position = position,
                one.Name,
                Value = double.IsNaN(one.Value) ? (double?)null : one.Value,
            }),
            transaction);
        connection.Execute(
            "INSERT INTO tuning VALUES (@id, @Position, @Configuration, @Folds, @Mean, @Chosen)",
            result.Tuning.Select((one, position) => new
            {
                id,
                Position = position,
                one.Configuration,
                Folds = JsonSerializer.Serialize(one.Folds),
                one.Mean,
                one.Chosen,
            }),
            transaction);
    }

    private static void InsertCost(SqliteConnection connection, SqliteTransaction transaction, long id, string phase, CostRecord cost) =>
        connection.Execute(
            "INSERT INTO cost VALUES (@id, @phase, @Circuits, @Shots, @TwoQubitGates, @Depth, @DeviceSeconds, @Seconds)",
            new { id, phase, cost.Circuits, cost.Shots, cost.TwoQubitGates, cost.Depth, cost.DeviceSeconds, cost.Seconds },
            transaction);

    private static CostRecord ReadCost(SqliteConnection connection, long id, string phase)
    {
        var row = connection.QuerySingle<CostRow>(
            """
            SELECT circuits, shots, two_qubit_gates AS TwoQubitGates, depth, device_seconds AS DeviceSeconds, seconds
            FROM cost WHERE trial_id = @id AND phase = @phase
            """,
            new { id, phase });
        return new(row.Circuits, row.Shots, row.TwoQubitGates, (int)row.Depth, row.DeviceSeconds, row.Seconds);
    }

    private sealed record MeasurementRow(string Name, double? Value);

    private sealed record PredictionRow(
        long Sample, long Truth, long Predicted, double Decision, double StandardError, double IdealDecision)
    {
        public const string Select =
            """
            SELECT sample, truth, predicted, decision, standard_error AS StandardError, ideal_decision AS IdealDecision
            FROM prediction WHERE trial_id = @Id ORDER BY position
            """;

        public Prediction Prediction() => new((int)Sample, (int)Truth, (int)Predicted, Decision, StandardError, IdealDecision);
    }

    private sealed record CostRow(long Circuits, long Shots, long TwoQubitGates, long Depth, double DeviceSeconds, double Seconds);

    private sealed record TuningRow(string Configuration, string Folds, double Mean, long Chosen)
    {
        public TuningPoint Point() => new(Configuration, JsonSerializer.Deserialize<ImmutableArray<double>>(Folds), Mean, Chosen != 0);
    }
}
