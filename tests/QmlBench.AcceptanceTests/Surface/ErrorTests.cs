using QmlBench.AcceptanceTests.Circuits;

namespace QmlBench.AcceptanceTests.Surface;

/// <summary>Errors as they are read: what is wrong, and what would be right.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("shw", "error: There is no verb 'shw'; did you mean 'show'?\n'qmlbench --help' shows what there is.\n")]
    [InlineData("simulate", "error: Option '--device' is required.\nerror: Required argument 'circuit' missing for command: "
        + "'simulate'.\n'qmlbench simulate --help' shows what there is.\n")]
    [InlineData("doctor --jsn",
        "error: There is no option '--jsn'; did you mean '--json'?\n'qmlbench doctor --help' shows what there is.\n")]
    [InlineData("run x.yaml -j two", "error: --jobs takes a whole number, not 'two'.\n'qmlbench run --help' shows what there is.\n")]
    [InlineData("run x.yaml --seed -1",
        "error: --seed takes a whole number of at least 0, not '-1'.\n'qmlbench run --help' shows what there is.\n")]
    [InlineData("simulate x.qasm -d ideal --bind refused",
        "error: --bind takes template, refuse, not 'refused'. Did you mean 'refuse'?\n'qmlbench simulate --help' shows what there is.\n")]
    [InlineData("transpile x.qasm -d ideal --objective fidelty", "error: --objective takes fidelity, two-qubit, depth, not 'fidelty'. "
        + "Did you mean 'fidelity'?\n'qmlbench transpile --help' shows what there is.\n")]
    [InlineData("run x.yaml", "error: x.yaml: there is no such file.\n")]
    [InlineData("check x.yaml", "error: x.yaml: there is no such file.\n")]
    public void A_command_line_that_cannot_be_is_explained(string line, string message) =>
        Assert.Equal(message, CommandLine.Run(line.Split(' ')).Refused());

    [Theory]
    [InlineData("--device ibm_manilla", "There is no device 'ibm_manilla'; did you mean 'ibm_manila'? 'qmlbench list devices' shows all.")]
    [InlineData("--device ibm_armonk",
        "The circuit has 3 qubits, but device 'ibm_armonk_2021-03-15' has 1. Choose a larger device or a smaller circuit.")]
    [InlineData("-d ibm_manila --method state-vector",
        "The method 'state-vector' was asked for, but there is noise, a reset or a measurement in the middle on the way to the bitstrings. "
        + "Use 'exact' or 'trajectories', or switch the noise off.")]
    [InlineData("-d ibm_manila --precision 0", "--precision must be a standard error above 0, such as 0.01; it is 0.")]
    [InlineData("-d ibm_manila --precision NaN", "--precision must be a standard error above 0, such as 0.01; it is NaN.")]
    [InlineData("-d ibm_manila --trajectories 1", "--trajectories must be from 2 to 2147483647; it is 1.")]
    [InlineData("-d ibm_manila --method exact --trajectories 100",
        "--trajectories: the method exact runs none; use --method trajectories or auto.")]
    [InlineData("-d ibm_manila --measure native",
        "Basis changes compiled with noise (--measure native) are not yet supported; leave the option out.")]
    [InlineData("-d ibm_manila --bind refuse --effort 0",
        "Binding 'refuse' fuses one-qubit runs anew for every row, but effort 0 fuses none; use effort 1 or more, or binding 'template'.")]
    [InlineData("-d ibm_manila --effort 7", "--effort 7 is not supported; the efforts are 0, 1, 2, 3.")]
    [InlineData("-d ibm_manila --without gat",
        "'gat' is not a noise source. Sources are gate, relaxation, idle, readout, population, coherent, crosstalk, spectator, custom. "
        + "Did you mean 'gate'?")]
    [InlineData("-d ibm_manila --with crostalk",
        "'crostalk' is not a noise source. Sources are gate, relaxation, idle, readout, population, coherent, crosstalk, spectator, custom. "
        + "Did you mean 'crosstalk'?")]
    [InlineData("-d ibm_manila --coherence-limit reprot",
        "--coherence-limit takes keep, rescale, report, not 'reprot'. Did you mean 'report'?")]
    [InlineData("-d ibm_manila --without gate --only-noise idle", "--without and --only-noise exclude each other; give one.")]
    [InlineData("-d ibm_manila --semantics aer-targt",
        "'aer-targt' is not a noise semantics. Semantics are aer-target, aer-properties, google, iqm. Did you mean 'aer-target'?")]
    [InlineData("-d ibm_manila --temperature 50", "--temperature takes a temperature of at least 0 with its unit, such as 50mK, not '50'.")]
    [InlineData("-d ibm_manila --temperature -5mK",
        "--temperature takes a temperature of at least 0 with its unit, such as 50mK, not '-5mK'.")]
    [InlineData("-d ibm_manila --noise-scale -1", "The noise scale must be a finite number of at least 0; it is -1.")]
    [InlineData("-d ibm_manila --layout 0,0,1", "The layout names a device qubit twice. Give every logical qubit its own.")]
    [InlineData("-d ibm_manila --layout 0,x,1", "--layout takes device qubits such as 3,1,4, not '0,x,1'.")]
    [InlineData("-d ibm_manila --layout 0,1,9", "The layout names device qubit 9, but device 'ibm_manila_2024-05-27' has qubits 0 to 4.")]
    [InlineData("-d ibm_manila --shots -3", "--shots must be from 0 (exact) to 9007199254740992; it is -3.")]
    [InlineData("-d ibm_manila --param x=1", "--param x: the circuit has no parameters.")]
    [InlineData("-d ibm_manila --observable QZ", "Observable 'QZ', character 1: expected a number or a Pauli string.")]
    public void What_simulate_cannot_do_is_refused_by_name(string options, string message)
    {
        var ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);
        Assert.Equal($"error: {message}\n", CommandLine.Run(["simulate", ghz, .. options.Split(' ')]).Refused());
    }

    [Fact]
    public void Every_error_of_a_circuit_is_told_with_its_line()
    {
        var bad = _folder.Write("bad.qasm", "OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[2] q;\nhh q[0];\ncx q[0], q[5];\n");
        var error = CommandLine.Run("simulate", bad, "-d", "ideal").Refused();
        Assert.Contains("bad.qasm:4:1: Gate 'hh' is not defined", error, StringComparison.Ordinal);
        Assert.Contains("    hh q[0];\n    ^^", error, StringComparison.Ordinal);
        Assert.Contains("bad.qasm:5:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_that_does_not_fit_is_refused_with_the_bytes()
    {
        var wide = _folder.Write(
            "wide.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; qubit[20] q; for int i in [0:18] { h q[i]; cx q[i], q[i + 1]; }");
        Assert.Equal(
            "error: To give the bitstrings, 20 active qubits must be simulated, which do not fit: a density matrix takes 8,796,093,022,208 "
            + "bytes and may have 14 qubits. The limit is 4,294,967,296 bytes. Use 'auto' or 'trajectories', or ask for less.\n",
            CommandLine.Run("simulate", wide, "-d", "ibm_fez", "--method", "exact").Refused());
        // Only the observable is asked, so only the observable can be refused.
        Assert.StartsWith(
            "error: To give the observable Z19, 20 active qubits must be simulated, which do not fit: a density matrix takes",
            CommandLine.Run("simulate", wide, "-d", "ibm_fez", "--method", "exact", "-O", "Z19").Refused(), StringComparison.Ordinal);
    }
}
