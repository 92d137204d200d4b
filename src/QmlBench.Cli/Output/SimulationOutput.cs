using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Cli.Composition;
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
        var native = result.Program.Native;
        var answers = result.Answers;
        return new()
        {
            ["device"] = result.Device,
            ["method"] = result.Method.Name,
            ["why"] = result.Method.Text,
            ["register"] = Register(result.Method),
            ["qubits"] = native.InitialLayout.Length,
            ["shots"] = result.Shots,
            ["seed"] = result.Seed,
            ["probabilities"] = Table(answers.Probabilities, outcome => outcome.Probability),
            ["counts"] = Table(answers.Counts, outcome => outcome.Count),
            ["expectations"] = Expectations(result),
            ["compiled"] = Compiled(result),
            ["notices"] = new JsonArray([.. result.Notices.Select(notice => (JsonNode)$"{notice.Source}: {notice.Text}")]),
            ["elapsed_s"] = result.Seconds,
        };
    }

    private static JsonObject Register(Method method) => new()
    {
        ["active_qubits"] = method.ActiveQubits,
        ["cone_qubits"] = method.ConeQubits,
        ["parts"] = method.Parts,
        ["bytes"] = method.Bytes,
        ["trajectories"] = method.Trajectories,
        ["stderr"] = method.StandardError,
    };

    private static JsonObject Table<T>(Samples? samples, Func<Outcome, T> value)
    {
        var table = new JsonObject();
        foreach (var outcome in samples?.Distributions[0].Outcomes ?? [])
            table[samples!.Distributions[0].Text(outcome.Bits)] = JsonValue.Create(value(outcome));
        return table;
    }

    private static JsonObject Expectations(SimulationResult result)
    {
        var table = new JsonObject();
        for (var i = 0; i < result.Observables.Count; i++)
        {
            var shown = result.Answers.Sampled ?? result.Answers.Computed!;
            table[result.Observables[i]] = new JsonObject
            {
                ["value"] = shown.Value(0, i),
                ["stderr"] = shown.StandardError(0, i),
                ["exact"] = result.Answers.Exact(i),
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
            ["duration_s"] = result.Duration.Seconds,
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
        output.WriteLine($"method {result.Method.Name}: {result.Method.Text}");
        output.WriteLine();
        PrintOutcomes(output, result.Answers);
        for (var i = 0; i < result.Observables.Count; i++)
            output.WriteLine($"<{result.Observables[i]}> = {Value(result.Answers, i)}");
    }

    private static string Value(SimulationAnswers answers, int observable)
    {
        var exact = answers.Exact(observable);
        if (answers.Sampled is null && exact is { } value)
            return string.Create(CultureInfo.InvariantCulture, $"{value:0.00000000}");
        var shown = answers.Sampled ?? answers.Computed!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{shown.Value(0, observable):0.000000} ± {shown.StandardError(0, observable):0.000000}")
            + (exact is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"   (exact {exact:0.000000})"));
    }

    private static void PrintOutcomes(TextWriter output, SimulationAnswers answers)
    {
        if ((answers.Probabilities ?? answers.Counts)?.Distributions[0] is not { } shown)
            return;
        var likely = shown.Outcomes.OrderByDescending(outcome => outcome.Probability).ThenBy(outcome => outcome.Bits)
            .Take(MostRows).ToList();
        // Frequencies of shots are no probabilities, and say so.
        var number = shown.Shots == 0 ? "probability" : "  frequency";
        var counts = answers.Counts?.Distributions[0] ?? (shown.Shots == 0 ? null : shown);
        output.WriteLine(counts is null ? $"outcome  {number}" : $"outcome  {number}  count");
        foreach (var outcome in likely)
        {
            var count = counts?.Outcomes.FirstOrDefault(one => one.Bits == outcome.Bits).Count;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"{shown.Text(outcome.Bits),7}  {outcome.Probability,11:0.00000000}{(count is null ? string.Empty : $"  {count,5}")}"));
        }

        if (shown.Outcomes.Length > likely.Count)
            output.WriteLine($"… and {shown.Outcomes.Length - likely.Count} less likely outcomes");
        output.WriteLine();
    }
}
