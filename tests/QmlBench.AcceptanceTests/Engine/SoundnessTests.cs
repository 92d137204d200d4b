using System.Text;
using QmlBench.AcceptanceTests.Circuits;

namespace QmlBench.AcceptanceTests.Engine;

/// <summary>What the engine cannot give a sound number for is refused by the program before it is computed.</summary>
public sealed class SoundnessTests : IDisposable
{
    private const string Inverse = "OPENQASM 3.0;\ninclude \"stdgates.inc\";\ninput float t;\nqubit[2] q;\nrx(1/t) q[0];\nry(log(t)) q[1];\n"
        + "cx q[0], q[1];\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-d ideal --param t=0 -O ZZ", "1/t, which is Infinity at t = 0")]
    [InlineData("-d ideal --param t=0 -O ZZ --json", "1/t, which is Infinity at t = 0")]
    [InlineData("-d ideal --param t=-1", "log(t)")]
    [InlineData("-d ibm_manila --param t=-1 -O ZZ", "which is NaN at t = -1")]
    [InlineData("-d ibm_manila --param t=-1 --bind refuse -O ZZ --json", "which is NaN at t = -1")]
    [InlineData("-d ibm_manila --param t=-1 --method trajectories -O ZZ", "which is NaN at t = -1")]
    [InlineData("-d ibm_manila --param t=-1 --method trajectories --shots 20", "which is NaN at t = -1")]
    public void An_angle_that_is_not_finite_is_refused_by_every_method(string options, string part)
    {
        var file = _folder.Write("inverse.qasm", Inverse);
        var error = CommandLine.Run(["simulate", file, .. options.Split(' ')]).Refused();
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.Contains("Give the parameters other values.", error, StringComparison.Ordinal);
        Assert.Contains("rz", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_over_recorded_bits_are_counted_before_they_are_made()
    {
        var file = _folder.Write("chain.qasm", Chain(8, 16));
        var refused = CommandLine.Run("simulate", file, "-d", "ideal", "--method", "exact").Refused();
        Assert.Contains("the density matrices of up to 65,536 branches over recorded bits take 34,359,738,368 bytes", refused,
            StringComparison.Ordinal);
        Assert.Contains("use 'auto' or 'trajectories'", refused, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("--memory", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("--exact-qubits", refused, StringComparison.Ordinal);

        var chosen = CommandLine.Run("simulate", file, "-d", "ideal", "--shots", "50", "--json").Json();
        Assert.Equal("trajectories", (string)chosen["method"]!);
    }

    [Fact]
    public void Limits_are_stated_by_options_and_refusals_name_them()
    {
        var file = _folder.Write("chain.qasm", Chain(4, 3));
        // 2 branches over 3 bits of 4 qubits: 8 states of 2048 bytes.
        Assert.Equal("exact", Method(file, "--memory", "16384B"));
        Assert.Equal("trajectories", Method(file, "--memory", "16383B"));
        Assert.Equal("trajectories", Method(file, "--exact-qubits", "3"));
        var narrow = CommandLine.Run("simulate", file, "-d", "ideal", "--method", "exact", "--exact-qubits", "3").Refused();
        Assert.Contains("raise the limit of exact qubits (--exact-qubits 4; in a suite limits.exact_qubits)", narrow, StringComparison.Ordinal);
        Assert.DoesNotContain("--memory", narrow, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--memory 8", "--memory takes a size with its unit, such as 8GiB or 500MB, not '8'.")]
    [InlineData("--memory 5ms", "--memory takes a size with its unit, such as 8GiB or 500MB, not '5ms'.")]
    [InlineData("--exact-qubits 0", "--exact-qubits must be from 1 to 15; it is 0.")]
    [InlineData("--exact-qubits 16", "--exact-qubits must be from 1 to 15; it is 16.")]
    [InlineData("--method exact --precision 0.1", "--precision: the method exact gives exact values; use --method trajectories or auto.")]
    [InlineData("--method state-vector --precision 0.1",
        "--precision: the method state-vector gives exact values; use --method trajectories or auto.")]
    public void Limits_that_make_no_sense_are_refused(string options, string message)
    {
        var ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);
        Assert.Equal($"error: {message}\n", CommandLine.Run(["simulate", ghz, "-d", "ideal", .. options.Split(' ')]).Refused());
    }

    [Fact]
    public void Mitigate_takes_limits_and_threads_and_gives_the_same_on_all_of_them()
    {
        var ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);
        string[] line = ["mitigate", ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", "zne", "--shots", "0"];
        var one = CommandLine.Run([.. line, "-j", "1"]);
        Assert.Equal(0, one.Exit);
        Assert.Equal(one.Out, CommandLine.Run([.. line, "-j", "3"]).Out);
        Assert.Contains("may have 2 qubits", CommandLine.Run([.. line, "--exact-qubits", "2", "--memory", "64B"]).Refused(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Native_measurement_is_refused_for_circuits_on_device_qubits_too()
    {
        var file = _folder.Write("physical.qasm", "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nbit[1] c;\nsx $0;\nc[0] = measure $0;\n");
        Assert.Equal(
            "error: Basis changes compiled with noise (--measure native) are not yet supported; leave the option out.\n",
            CommandLine.Run("simulate", file, "-d", "ibm_manila", "--measure", "native").Refused());
        Assert.Equal(0, CommandLine.Run("simulate", file, "-d", "ibm_manila").Exit);
    }

    [Fact]
    public void An_interrupted_simulation_does_not_claim_that_something_is_kept()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);
        var interrupted = CommandLine.Run(["simulate", ghz, "-d", "ibm_manila"], new StringWriter(), cancel.Token);
        Assert.Equal(130, interrupted.Exit);
        Assert.Equal("Interrupted. Nothing is kept.", interrupted.Err.Trim().Replace("error: ", string.Empty, StringComparison.Ordinal));
    }

    private static string Method(string file, params string[] options) => (string)CommandLine.Run(
        ["simulate", file, "-d", "ideal", "--shots", "50", "--json", .. options]).Json()["method"]!;

    // Qubits measured in a chain; conditions on all bits, and one more bit that depends on them all.
    private static string Chain(int qubits, int bits)
    {
        var text = new StringBuilder("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n");
        text.Append($"qubit[{qubits}] q;\nbit[{bits}] c;\nbit d;\n");
        for (var b = 0; b < bits; b++)
            text.Append($"h q[{b % qubits}];\ncx q[{b % qubits}], q[{(b + 1) % qubits}];\nc[{b}] = measure q[{b % qubits}];\n");
        for (var b = 0; b < bits; b++)
            text.Append($"if (c[{b}]) x q[{b % qubits}];\n");
        for (var q = 1; q < qubits; q++)
            text.Append($"cx q[{q}], q[0];\n");
        return text.Append("d = measure q[0];\n").ToString();
    }

    [Fact]
    public void Conditions_that_no_bit_depends_on_do_not_turn_a_method_away()
    {
        var file = _folder.Write("idle.qasm", "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[2] q;\nbit[2] c;\nh q[0];\ncx q[0], q[1];\n"
            + "c[0] = measure q[0];\nc[1] = measure q[1];\nif (c[0]) x q[1];\n");
        var result = CommandLine.Run("simulate", file, "-d", "ideal", "--json").Json();
        Assert.Equal("state-vector", (string)result["method"]!);
    }
}
