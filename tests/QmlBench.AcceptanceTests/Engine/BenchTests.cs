using System.Text.Json.Nodes;

namespace QmlBench.AcceptanceTests.Engine;

/// <summary><c>bench</c>: what it prints and refuses. How long anything takes is no business of a test.</summary>
public sealed class BenchTests
{
    private static readonly string[] Keys =
    [
        "workload", "qubits", "layers", "threads", "seconds", "expectation_z0", "bytes_per_sweep", "inplace_bandwidth_gb_s",
        "fma_gflop_s", "peak_rss_mb", "first_seconds",
    ];

    // ⟨Z₀⟩ of other programs.
    [Fact]
    public void W1_prints_its_value_and_the_limits_of_the_machine()
    {
        var json = CommandLine.Run("bench", "W1", "--qubits", "4", "--json").Json().AsObject();
        Assert.Equal(Keys, json.Select(member => member.Key));
        Assert.Equal(["median", "min", "runs"], json["seconds"]!.AsObject().Select(member => member.Key));
        Assert.Equal("W1", (string?)json["workload"]);
        Assert.Equal(4, (int)json["qubits"]!);
        Assert.Equal(10, (int)json["layers"]!);
        Assert.Equal(1, (int)json["threads"]!);
        Assert.Equal(0.285507051165611, (double)json["expectation_z0"]!, 1e-12);
        Assert.Equal(2 * 8 * 256, (int)json["bytes_per_sweep"]!);
        Assert.True((double)json["seconds"]!["min"]! <= (double)json["seconds"]!["median"]!);
        Assert.True((int)json["seconds"]!["runs"]! >= 5);
        Assert.True((double)json["first_seconds"]! >= (double)json["seconds"]!["min"]!);
        Assert.All(
            new JsonNode[] { json["inplace_bandwidth_gb_s"]!, json["fma_gflop_s"]!, json["peak_rss_mb"]! },
            figure => Assert.InRange((double)figure, 1e-3, 1e9));
    }

    [Fact]
    public void L3_asks_no_z()
    {
        var json = CommandLine.Run("bench", "L3", "--threads", "2", "--json").Json().AsObject();
        Assert.Equal(Keys, json.Select(member => member.Key));
        Assert.Null(json["expectation_z0"]);
        Assert.Equal(2, (int)json["threads"]!);
        Assert.Equal(8, (int)json["qubits"]!);
    }

    [Fact]
    public void L4_says_what_a_gradient_costs_in_forward_runs()
    {
        var json = CommandLine.Run("bench", "L4", "--qubits", "4", "--json").Json().AsObject();
        Assert.Equal([.. Keys, "forward_seconds", "forward_runs"], json.Select(member => member.Key));
        Assert.Equal(-0.386510639080, (double)json["expectation_z0"]!, 1e-11);
        var ratio = (double)json["seconds"]!["min"]! / (double)json["forward_seconds"]!["min"]!;
        Assert.Equal(ratio, (double)json["forward_runs"]!, 1e-12 * ratio);
    }

    // ⟨Z₀⟩ = 0.28775231170419 exactly.
    [Fact]
    public void W5_prints_its_standard_error()
    {
        var json = CommandLine.Run("bench", "W5", "--qubits", "12", "--json").Json().AsObject();
        Assert.Equal([.. Keys, "standard_error_z0", "trajectories"], json.Select(member => member.Key));
        Assert.Equal(5, (int)json["layers"]!);
        Assert.Equal(2 * 16 << 12, (int)json["bytes_per_sweep"]!);
        var error = (double)json["standard_error_z0"]!;
        Assert.InRange(error, 1e-3, 0.05);
        Assert.Equal(0.28775231170419, (double)json["expectation_z0"]!, 5 * error);
    }

    [Fact]
    public void Text_names_what_was_checked()
    {
        var result = CommandLine.Run("bench", "W3", "--qubits", "4");
        Assert.Equal(0, result.Exit);
        Assert.Empty(result.Err);
        Assert.Contains("W3, 4 qubits, 10 layers, 1 thread\n", result.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("agrees        probabilities, naive reference", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("DIFFERS", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W6", "The workload W6 is not supported yet; there are W1, W2, W3, W4, W5, L2, L3, L4.")]
    [InlineData("W7", "The workload W7 is not supported yet; there are W1, W2, W3, W4, W5, L2, L3, L4.")]
    [InlineData("L1", "The workload L1 is not supported yet; there are W1, W2, W3, W4, W5, L2, L3, L4.")]
    [InlineData("W9", "There is no workload 'W9'; did you mean 'W1'?")]
    [InlineData("W1 --qubits 0", "W1 takes 1 to 15 qubits, not 0.")]
    [InlineData("W1 --qubits 16", "W1 on 16 qubits takes 3.436E+10 bytes; the engine takes at most 15 qubits.")]
    [InlineData("W3 --qubits 40", "W3 on 40 qubits takes 2.639E+13 bytes; the engine takes at most 28 qubits.")]
    [InlineData("W5 --qubits 29", "W5 on 29 qubits takes 1.718E+10 bytes; the engine takes at most 28 qubits.")]
    [InlineData("W4 --qubits 5", "W4 is defined on 4 qubits, not on 5.")]
    [InlineData("L4 --qubits 5", "L4 is defined on 4, 6, 8 qubits, not on 5.")]
    [InlineData("W1 --threads 0", "--threads must be at least 1; it is 0.")]
    [InlineData("W1 --qubits four",
        "--qubits takes a whole number, not 'four'.\n'qmlbench bench --help' shows what there is.")]
    public void What_cannot_be_is_refused_by_name(string line, string message) =>
        Assert.Equal($"error: {message}\n", CommandLine.Run(["bench", .. line.Split(' ')]).Refused());
}
