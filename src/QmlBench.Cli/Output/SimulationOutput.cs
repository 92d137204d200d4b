using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Output;

/// <summary>What <c>simulate</c> prints.</summary>
internal static class SimulationOutput
{
    private const int MostRows = 16;

    public static void Print(Terminal terminal, SimulationResult result, bool json)
    {
        foreach (var notice in result.Notices)
            terminal.Notice($"{notice.Source}: {notice.Text}");
        if (json)
            JsonOutput.Write(terminal.Out, Json(result));
        else
            PrintText(terminal.Out, result);
    }

    private static JsonObject Json(SimulationResult result)
    {
        var exact = result.Exact.Distributions[0];
        var native = result.Program.Native;
        return new()
        {
            ["device"] = result.Device,
            ["method"] = result.Program.Method.Name,
            ["why"] = result.Program.Method.Why,
            ["qubits"] = native.InitialLayout.Length,
            ["shots"] = result.Shots,
            ["seed"] = result.Seed,
            ["probabilities"] = Table(exact, outcome => outcome.Probability),
            ["counts"] = result.Counts is { } counts ? Table(counts.Distributions[0], outcome => outcome.Count) : new JsonObject(),
            ["expectations"] = Expectations(result),
            ["compiled"] = Compiled(result),
            ["notices"] = new JsonArray([.. result.Notices.Select(notice => (JsonNode)$"{notice.Source}: {notice.Text}")]),
            ["elapsed_s"] = result.Seconds,
        };
    }

    private static JsonObject Table<T>(OutcomeDistribution distribution, Func<Outcome, T> value)
    {
        var table = new JsonObject();
        foreach (var outcome in distribution.Outcomes)
            table[distribution.Text(outcome.Bits)] = JsonValue.Create(value(outcome));
        return table;
    }

    private static JsonObject Expectations(SimulationResult result)
    {
        var table = new JsonObject();
        for (var i = 0; i < result.Observables.Count; i++)
        {
            var shown = result.SampledValues ?? result.ExactValues!;
            table[result.Observables[i]] = new JsonObject
            {
                ["value"] = shown.Value(0, i),
                ["stderr"] = shown.StandardError(0, i),
                ["exact"] = result.ExactValues!.Value(0, i),
            };
        }

        return table;
    }

    private static JsonObject Compiled(SimulationResult result)
    {
        var native = result.Program.Native;
        return new()
        {
            ["two_qubit_gates"] = native.Facts.After.TwoQubitGates,
            ["one_qubit_gates"] = native.Facts.After.OneQubitGates,
            ["depth"] = native.Facts.After.Depth,
            ["depth_2q"] = native.Facts.After.TwoQubitDepth,
            ["duration_s"] = result.DurationSeconds,
            ["layout"] = new JsonArray([.. native.InitialLayout.Select(qubit => (JsonNode)qubit)]),
            ["final_layout"] = new JsonArray([.. native.FinalLayout.Select(qubit => (JsonNode)qubit)]),
            ["equivalence"] = new JsonObject { ["method"] = native.Equivalence.Method, ["verified"] = native.Equivalence.Verified },
        };
    }

    private static void PrintText(TextWriter output, SimulationResult result)
    {
        var program = result.Program;
        var native = program.Native;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Device}: {native.InitialLayout.Length} qubits on [{string.Join(", ", native.InitialLayout)}], "
                + $"{native.Facts.After.TwoQubitGates} two-qubit gates, depth {native.Facts.After.Depth}"));
        output.WriteLine($"method {program.Method.Name}: {program.Method.Why}");
        output.WriteLine();
        PrintOutcomes(output, result);
        for (var i = 0; i < result.Observables.Count; i++)
        {
            var exact = result.ExactValues!.Value(0, i);
            output.WriteLine(result.SampledValues is { } sampled
                ? string.Create(CultureInfo.InvariantCulture,
                    $"<{result.Observables[i]}> = {sampled.Value(0, i):0.000000} ± {sampled.StandardError(0, i):0.000000}   (exact "
                    + $"{exact:0.000000})")
                : string.Create(CultureInfo.InvariantCulture, $"<{result.Observables[i]}> = {exact:0.00000000}"));
        }
    }

    private static void PrintOutcomes(TextWriter output, SimulationResult result)
    {
        var exact = result.Exact.Distributions[0];
        var likely = exact.Outcomes.OrderByDescending(outcome => outcome.Probability).ThenBy(outcome => outcome.Bits)
            .Take(MostRows).ToList();
        output.WriteLine(result.Counts is null ? "outcome  probability" : "outcome  probability  count");
        foreach (var outcome in likely)
        {
            var count = result.Counts?.Distributions[0].Outcomes.FirstOrDefault(one => one.Bits == outcome.Bits).Count;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"{exact.Text(outcome.Bits),7}  {outcome.Probability,11:0.00000000}{(count is null ? string.Empty : $"  {count,5}")}"));
        }

        if (exact.Outcomes.Length > likely.Count)
            output.WriteLine($"… and {exact.Outcomes.Length - likely.Count} less likely outcomes");
        output.WriteLine();
    }
}
