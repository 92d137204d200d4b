using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>What only the whole file shows: names that refer to nothing, registers that do not fit, claims that cannot be decided.</summary>
internal static class SuiteChecks
{
    public static void Check(Suite suite, YamlMappingReader map, SuiteVocabulary vocabulary)
    {
        Registers(suite, map, vocabulary);
        Kernels(suite, map, vocabulary);
        KernelMethod(suite, map, vocabulary);
        Binding(suite, map, vocabulary);
        foreach (var selector in suite.Include)
            Selector(suite, selector, map, "include");
        foreach (var selector in suite.Exclude)
            Selector(suite, selector, map, "exclude");
        foreach (var (claim, node) in suite.Claims.Zip(map.List("claims") ?? []))
            ClaimChecks.Check(suite, claim, map.Reader, node.Span);
    }

    private static void Registers(Suite suite, YamlMappingReader map, SuiteVocabulary vocabulary)
    {
        var sizes = suite.EvaluateOn.Select(device => device.Name).Distinct()
            .ToDictionary(name => name, vocabulary.QubitsOf, StringComparer.Ordinal);
        foreach (var model in suite.Models.Where(model => model.Quantum))
            foreach (var dataset in suite.Datasets)
            {
                var qubits = vocabulary.Model(model.Kind)!.Qubits(dataset.Features, Settings(model));
                var place = $"{model.Name} on {dataset.Name} needs {qubits} qubits";
                if (qubits > suite.Limits.ExactQubits && NeedsExact(suite, vocabulary.Model(model.Kind)!.AsksKernels))
                {
                    map.Reader.Error(
                        map.SpanOf("models"), $"{place}; the suite's limit is {suite.Limits.ExactQubits} exact qubits",
                        "fewer features, or a larger limits.exact_qubits");
                }

                foreach (var device in suite.EvaluateOn.Where(device => sizes[device.Name] < qubits))
                {
                    map.Reader.Error(
                        map.SpanOf("evaluate_on"), $"{place}; {device.Name} has {sizes[device.Name]}",
                        "a larger device, or fewer features");
                }
            }
    }

    // Values of observables beyond the limit come by light cones or trajectories; a kernel compares whole states.
    private static bool NeedsExact(Suite suite, bool kernel) =>
        kernel || MethodNames.Parse(suite.Execution.Method) == MethodKind.Exact;

    private static Hyperparameters Settings(ModelSpec model) =>
        Hyperparameters.Of([.. model.Settings.Select(pair => (pair.Key, pair.Value))]);

    // Refused here rather than after hours: kernels compare whole states.
    private static void KernelMethod(Suite suite, YamlMappingReader map, SuiteVocabulary vocabulary)
    {
        if (MethodNames.Parse(suite.Execution.Method) != MethodKind.Trajectories)
            return;
        foreach (var model in suite.Models.Where(model => model.Quantum && vocabulary.Model(model.Kind)!.AsksKernels))
        {
            map.Reader.Error(
                map.SpanOf("execution"), $"{model.Name} asks for kernels, which compare whole states and are never taken by trajectories",
                "'method: auto', or no such model");
        }
    }

    // A kernel is no expectation value: a technique that only learns from values cannot serve it, and a run would fail there.
    private static void Kernels(Suite suite, YamlMappingReader map, SuiteVocabulary vocabulary)
    {
        var valuesOnly = vocabulary.Techniques.Where(technique => !technique.MitigatesKernels).Select(technique => technique.Name).ToList();
        var kernels = suite.Models.Where(model => vocabulary.Model(model.Kind)!.AsksKernels).Select(model => model.Name).ToHashSet();
        var clashes = Planner.Cases(suite)
            .Where(one => kernels.Contains(one.Model.Name) && one.Mitigation.Techniques.Any(text => valuesOnly.Contains(text.Split(':')[0])))
            .Select(one => (one.Model.Name, Mitigation: one.Mitigation.Name)).Distinct();
        foreach (var (model, mitigation) in clashes)
        {
            map.Reader.Error(
                map.SpanOf("mitigation"), $"'{mitigation}' mitigates expectation values, and {model} asks for kernels",
                $"an exclude of {{ models: [{model}], mitigation: [{mitigation}] }}");
        }
    }

    // Runs fused per row have no derivatives by any rule, and effort 0 fuses none; a run would fail there.
    private static void Binding(Suite suite, YamlMappingReader map, SuiteVocabulary vocabulary)
    {
        if (suite.Execution.Bind != CompileWords.WordOf(Emulation.Waist.Binding.Refuse))
            return;
        if (suite.Execution.Effort == 0)
            map.Reader.Error(map.SpanOf("execution"), "'bind: refuse' fuses one-qubit runs, and effort 0 fuses none", "effort 1 to 3");
        if (DeviceLibrary.IsIdeal(suite.TrainOn.Name))
            return;
        foreach (var model in suite.Models.Where(model => model.Quantum && vocabulary.Model(model.Kind)!.AsksGradients))
        {
            map.Reader.Error(
                map.SpanOf("execution"),
                $"'bind: refuse' has no gradients, and {model.Name} is trained by them on {suite.TrainOn.Name}",
                "bind: template, or train_on: ideal");
        }
    }

    private static void Selector(Suite suite, CaseSelector selector, YamlMappingReader map, string key)
    {
        void Known(string what, IEnumerable<string> names, IReadOnlyCollection<string> known)
        {
            foreach (var name in names.Where(name => !known.Contains(name)))
            {
                map.Reader.Error(
                    map.SpanOf(key), $"'{key}' names the {what} '{name}', which the suite does not have",
                    $"one of {string.Join(", ", known)}", Suggestion.Nearest(name, known));
            }
        }

        Known("data set", selector.Datasets, [.. suite.Datasets.Select(one => one.Name)]);
        Known("model", selector.Models, [.. suite.Models.Select(one => one.Name)]);
        Known("device", selector.Devices, [.. suite.EvaluateOn.Select(one => one.Label), "classical"]);
        Known("mitigation", selector.Mitigations, [.. suite.Mitigations.Select(one => one.Name)]);
    }
}
