using System.CommandLine;
using QmlBench.Circuits;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Arguments;

/// <summary>What a compiled circuit is to keep: the whole state, or the distribution of its bitstrings alone.</summary>
internal sealed class AskedArgument
{
    private const string State = "state", Bitstrings = "bitstrings";

    private readonly Option<string> _asked = new("--asked")
    {
        HelpName = "what",
        Description = "What the compiled circuit keeps: state, everything, observables in any basis included; or bitstrings, the "
            + "distribution of what is measured alone, so that gates that only turn phases before a final measurement go.",
        DefaultValueFactory = _ => State,
    };

    public AskedArgument() => Words.Restrict(_asked, State, Bitstrings);

    /// <summary>Adds the option to a verb.</summary>
    public void AddTo(Command command) => command.Add(_asked);

    /// <summary>The word given.</summary>
    public string Word(ParseResult parsed) => parsed.GetRequiredValue(_asked);

    /// <summary>What is asked of a program.</summary>
    /// <exception cref="RefusedException">Bitstrings of a circuit that has none, or that is compiled already.</exception>
    public Asked Of(ParseResult parsed, Circuit circuit)
    {
        if (Word(parsed) == State)
            return Asked.None;
        if (circuit.IsPhysical)
            throw new RefusedException($"--asked {Bitstrings}: a circuit on $k is compiled already and runs as written; leave the option out, "
                + "or name virtual qubits.");
        if (!circuit.HasMeasurements)
            throw new RefusedException($"--asked {Bitstrings}: the circuit measures nothing. Add measurements at its end, or leave the option out.");
        if (!circuit.FinalMeasurements().Contains(true))
            throw new RefusedException($"--asked {Bitstrings}: the circuit measures nothing at its end, so there is nothing that only bitstrings "
                + "allow. Add measurements at its end, or leave the option out.");
        return Asked.Bitstrings;
    }

    /// <summary>What was kept, for people; null where nothing was compiled.</summary>
    public string? Kept(ParseResult parsed, Circuit circuit) => circuit.IsPhysical ? null : Word(parsed) == State
        ? "kept: the state; --asked bitstrings keeps the distribution of what is measured alone."
        : "kept: the distribution of the bitstrings alone, not the state.";
}
