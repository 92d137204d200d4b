using System.CommandLine;

namespace QmlBench.AcceptanceTests.Surface;

/// <summary>Help as it is read. A change of these texts is a change of what users see, and is made here as well.</summary>
public sealed class HelpTests
{
    /// <summary>The verbs, as the help of the program lists them.</summary>
    public static IEnumerable<string> Verbs() => CommandLine.Run("--help").Out.ReplaceLineEndings("\n")
        .Split("Commands:\n")[1].Split('\n').Where(line => line.Length > 2 && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]);

    public static TheoryData<string> VerbData() => [.. Verbs()];

    [Fact]
    public void The_program_says_what_it_does() => Assert.Equal(
        """
        Description:
          Emulates noisy quantum devices and benchmarks QML models and error mitigation on them. Results go
          to stdout, all else to stderr. Exit codes: 0 done; 1 done, but a verdict is not the expected one;
          2 could not be done; 130 interrupted.

        Usage:
          qmlbench [command] [options]

        Options:
          -?, -h, --help  Show help and usage information
          --version       Show version information

        Commands:
          run <suite>          Runs or resumes a suite; prints its claims and where the results are.
          report <run>         Writes a self-contained HTML page with plots, and Markdown and CSV.
          claims               Prints every claim with its verdict, since when; exits 1 if one is not the
                               expected one.
          check <file>         Validates device and suite files: every problem at once, with its place.
          new <what> <from>    Writes a first device file to edit, or the schema by which editors check one.
          list <what>          Lists devices, templates, suites, models, datasets, techniques, metrics or
                               runs.
          show <name>          Shows a device, a suite, a model or a run.
          simulate <circuit>   Runs one OpenQASM file on one emulated device.
          transpile <circuit>  Compiles a circuit for a device and verifies the result.
          diagnose <circuit>   Says what each noise source, qubit, gate and layer of a circuit costs.
          mitigate <circuit>   Compares error mitigation on one value at equal total shots.
          convert <circuit>    Writes a circuit in another language, for another loader, or as a drawing.
          import <file>        Turns a vendor's calibration files into a device profile.
          bench <workload>     Times the engine on a fixed workload and checks its values.
          doctor               Looks at this machine, the profiles and the results database.
        """,
        Help("--help"));

    [Fact]
    public void No_arguments_ask_for_help() => Assert.Equal(CommandLine.Run("--help"), CommandLine.Run());

    [Fact]
    public void Simulate_says_what_it_takes() => Assert.Equal(
        """
        Description:
          Runs one OpenQASM file on one emulated device.

        Usage:
          qmlbench simulate <circuit> [options]

        Arguments:
          <circuit>  OpenQASM 2 or 3 file.

        Options:
          -d, --device <name> (REQUIRED)  The device: NAME (newest snapshot), NAME@DATE, ideal,
                                          template:KIND:..., drift:NAME:days=N, or a YAML file.
          --seed <n>                      Seed of routing and shots. [default: 0]
          --effort <0-3>                  Effort of the compiler: 0 translates only, 3 searches longest.
                                          [default: 2]
          --layout <qubits>               Device qubit of each qubit of the circuit, such as 3,1,4;
                                          default: the compiler's choice.
          --schedule <mode>               When gates run: alap (as late as possible), asap (as soon as
                                          possible), or none: no idle time at all. [default: alap]
          --bind <mode>                   How parameters enter the compiled circuit: template, through
                                          angles of rz alone, so that gradients agree; refuse, one-qubit
                                          runs fused anew for every row of values. [default: template]
          --objective <aim>               What the compiler chooses by: fidelity (predicted by the noise
                                          model), two-qubit (fewest such gates) or depth. [default:
                                          fidelity]
          --semantics <name>              How figures become channels: aer-target, aer-properties, google
                                          or iqm; default: the profile's own.
          --without <sources>             Sources of noise to switch off, joined by commas: gate,
                                          relaxation, idle, readout, population, coherent, crosstalk,
                                          spectator, custom.
          --only-noise <sources>          Sources of noise to leave on; all others are off.
          --with <sources>                Sources of noise to switch on beside those of the semantics and
                                          the profile: crosstalk, coherent, spectator.
          --coherence-limit <policy>      Where a reported error is below what T1 and T2 give: keep,
                                          rescale or report; default: the profile's own, else keep.
          --noise-scale <factor>          Amplifies all noise exactly: 2 is twice the noise, 0 none.
                                          [default: 1]
          --temperature <quantity>        Temperature of the qubits with its unit, such as 50mK; default:
                                          the profile's own, else 0.
          --param <name=value>            Value of a parameter: theta=0.5 or theta=pi/2. May be repeated.
          --shots <n>                     Total shots; groups of commuting observables share them. 0: no
                                          sampling where values can be had without. [default: 0]
          -O, --observable <sum>          A Pauli sum such as ZZ or '0.5*XX - ZI'. May be repeated. Beyond
                                          12 qubits, outcomes are then printed only with --shots.
          --method <name>                 How it is simulated: auto, state-vector (no noise), exact (a
                                          density matrix), or trajectories. auto takes the first that
                                          serves and fits, once what cannot matter is cut away. [default:
                                          auto]
          --precision <error>             Standard error that values by trajectories aim at. [default: 0.01]
          --trajectories <n>              Most trajectories; a notice says where they do not reach the
                                          precision. [default: 10000]
          --memory <size>                 Most memory of a simulated state with its unit, such as 8GiB;
                                          what takes more is refused. Default: 4GiB.
          --exact-qubits <n>              Largest register simulated exactly as a density matrix, once what
                                          cannot matter is cut away. [default: 14]
          -j, --threads <n>               Threads it may use; results do not depend on it. Default: one a
                                          processor.
          --measure <native>              native would compile basis changes with noise; not supported yet.
          --json                          Prints the result as JSON.
          -?, -h, --help                  Show help and usage information
        """,
        Help("simulate", "--help"));

    [Fact]
    public void Run_says_what_it_takes() => Assert.Equal(
        """
        Description:
          Runs or resumes a suite; prints its claims and where the results are.

        Usage:
          qmlbench run <suite> [options]

        Arguments:
          <suite>  The suite file.

        Options:
          --db <file>            The results database. [default: results/qmlbench.db]
          -j, --jobs <n>         How many fits run at the same time; where there are fewer, each uses more
                                 threads. Results do not depend on it. Default: one a processor.
          --seed <n>             Seed in place of the suite's.
          --only <pattern>       Runs only cases that fit dataset/model/device/mitigation, with * and ?;
                                 claims that lack data are not evaluated.
          -n, --dry-run          Prints the plan with what is new, stored and stale; runs nothing and
                                 writes nothing.
          --json                 Prints the result as JSON.
          -o, --report <folder>  Folder of the report; default: report/RUN beside the database.
          --engine <name>        Where trials run; local is the only engine yet. [default: local]
          -?, -h, --help         Show help and usage information
        """,
        Help("run", "--help"));

    [Theory]
    [MemberData(nameof(VerbData))]
    public void Every_option_is_described_in_a_sentence(string verb)
    {
        var help = CommandLine.Run(verb, "--help");
        Assert.Equal(0, help.Exit);
        Assert.Empty(help.Err);
        var options = help.Out.ReplaceLineEndings("\n").Split("Options:\n")[1].Split("\n  -", StringSplitOptions.RemoveEmptyEntries);
        foreach (var option in options.Where(option => !option.Contains("--help", StringComparison.Ordinal)))
        {
            var parts = option.Trim().Split("  ", 2, StringSplitOptions.TrimEntries);
            Assert.True(parts.Length == 2, $"{verb}: no description in '{option}'");
            Assert.Contains('.', parts[1]);
            Assert.DoesNotContain("(later)", parts[1], StringComparison.Ordinal);
        }

        Assert.All(help.Out.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 100));
    }

    // Without the blanks that the wrapping leaves at the ends of lines, and by the program's own name.
    private static string Help(params string[] args) =>
        string.Join('\n', CommandLine.Run(args).Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
            .TrimEnd('\n').Replace("  " + RootCommand.ExecutableName + " ", "  qmlbench ", StringComparison.Ordinal);
}
