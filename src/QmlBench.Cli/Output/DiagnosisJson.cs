using System.Text.Json.Nodes;
using QmlBench.Emulation.Budgets;

namespace QmlBench.Cli.Output;

/// <summary>A noise budget as JSON.</summary>
internal static class DiagnosisJson
{
    public static JsonObject Of(DiagnosisResult result)
    {
        var budget = result.Budget;
        return new()
        {
            ["device"] = budget.Device,
            ["method"] = budget.Method,
            ["layout"] = Numbers(result.Program.Native.InitialLayout),
            ["final_layout"] = Numbers(result.Program.Native.FinalLayout),
            ["figures"] = new JsonArray([.. budget.Figures.Select(Figure)]),
            ["readout"] = Readout(budget.Readout),
            ["reading"] = budget.Reading is null ? null : Shares(budget, budget.Reading),
            ["sources"] = List(budget, budget.Sources, one => one.Share, one => new() { ["source"] = one.Source }),
            ["qubits"] = List(budget, budget.Qubits, one => one.Share, one => new() { ["qubit"] = one.Qubits[0] }),
            ["places"] = List(budget, budget.Places, one => one.Share, one => new() { ["qubits"] = Numbers(one.Qubits) }),
            ["operations"] = List(budget, budget.Operations, one => one.Share, Operation, budget.Reading),
            ["layers"] = List(budget, budget.Layers, one => one.Share, Layer, budget.Reading),
            ["coherence"] = new JsonArray([.. budget.Coherence.Select(Coherence)]),
            ["remapping"] = result.Present is null ? null : new JsonObject
            {
                ["present"] = Place(result.Present),
                ["better"] = new JsonArray([.. result.Better.Select(Place)]),
            },
            ["notices"] = new JsonArray([.. budget.Notices.Select(notice => (JsonNode)$"{notice.Source}: {notice.Text}")]),
            ["elapsed_s"] = result.Seconds,
        };
    }

    private static JsonNode Figure(BudgetFigure figure) => new JsonObject
    {
        ["name"] = figure.Name,
        ["ideal"] = figure.Ideal,
        ["noisy"] = figure.Noisy,
        ["estimate"] = figure.IsEstimate,
    };

    private static JsonObject Readout(ReadoutBudget readout) => new()
    {
        ["all_right"] = readout.AllRight,
        ["qubits"] = new JsonArray([.. readout.Qubits.Select(one => (JsonNode)new JsonObject
        {
            ["logical"] = one.Logical,
            ["qubit"] = one.Qubit,
            ["error"] = one.Error,
        })]),
    };

    private static JsonObject List<T>(
        NoiseBudget budget, IReadOnlyList<T> entries, Func<T, BudgetShare> share, Func<T, JsonObject> name,
        BudgetShare? beside = null) => new()
        {
            ["shares"] = new JsonArray([.. entries.Select(entry =>
        {
            var node = name(entry);
            node["figures"] = Shares(budget, share(entry));
            return (JsonNode)node;
        })]),
            ["interaction"] = new JsonArray([.. Enumerable.Range(0, budget.Figures.Length).Select(k => (JsonNode)new JsonObject
        {
            ["name"] = budget.Figures[k].Name,
            ["alone"] = budget.InteractionAlone(Whole(entries.Select(share), beside), k),
            ["removed"] = budget.InteractionRemoved(Whole(entries.Select(share), beside), k),
        })]),
        };

    private static IEnumerable<BudgetShare> Whole(IEnumerable<BudgetShare> shares, BudgetShare? beside) =>
        beside is null ? shares : shares.Append(beside);

    private static JsonArray Shares(NoiseBudget budget, BudgetShare share) =>
        new([.. Enumerable.Range(0, budget.Figures.Length).Select(k => (JsonNode)new JsonObject
        {
            ["name"] = budget.Figures[k].Name,
            ["alone"] = share.Alone[k],
            ["removed"] = share.Removed[k],
            ["change_alone"] = budget.ChangeAlone(share, k),
            ["change_removed"] = budget.ChangeRemoved(share, k),
        })]);

    private static JsonObject Operation(OperationShare one) => new()
    {
        ["operation"] = one.Operation,
        ["name"] = one.Name,
        ["qubits"] = Numbers(one.Qubits),
        ["start_s"] = one.StartSeconds,
        ["duration_s"] = one.DurationSeconds,
        ["layer"] = one.Layer,
    };

    private static JsonObject Layer(LayerShare one) => new()
    {
        ["layer"] = one.Layer,
        ["operations"] = one.Operations,
        ["start_s"] = one.StartSeconds,
        ["end_s"] = one.EndSeconds,
    };

    private static JsonNode Coherence(CoherenceUse one) => new JsonObject
    {
        ["qubit"] = one.Qubit,
        ["t1_s"] = JsonOutput.Number(one.T1),
        ["t2_s"] = JsonOutput.Number(one.T2),
        ["start_s"] = one.StartSeconds,
        ["busy_s"] = one.BusySeconds,
        ["idle_s"] = one.IdleSeconds,
        ["excitation_left"] = one.ExcitationLeft,
        ["coherence_left"] = one.CoherenceLeft,
        ["runs_out_s"] = one.RunsOutSeconds,
    };

    private static JsonNode Place(Remapping place) => new JsonObject
    {
        ["layout"] = Numbers(place.Layout),
        ["two_qubit_gates"] = place.TwoQubitGates,
        ["predicted_fidelity"] = place.PredictedFidelity,
        ["predicted_reading"] = place.PredictedReading,
        ["fidelity"] = place.Fidelity,
        ["score"] = place.Score,
    };

    private static JsonArray Numbers(IEnumerable<int> values) => new([.. values.Select(value => (JsonNode)value)]);
}
