using System.CommandLine;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Arguments;

/// <summary>What a simulation may take: limits stated by the asker, never taken from the machine.</summary>
internal sealed class LimitArguments
{
    private const double MostBytes = 1L << 53;

    private readonly Option<string?> _memory = new("--memory")
    {
        HelpName = "size",
        Description = "Most memory of a simulated state with its unit, such as 8GiB; what takes more is refused. Default: 4GiB.",
    };

    private readonly Option<int> _exactQubits = new("--exact-qubits")
    {
        HelpName = "n",
        Description = "Largest register simulated exactly as a density matrix, once what cannot matter is cut away.",
        DefaultValueFactory = _ => Limits.Default.ExactQubits,
    };

    /// <summary>Adds the arguments to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_memory);
        command.Add(_exactQubits);
    }

    /// <summary>The limits they state.</summary>
    /// <exception cref="RefusedException">The size is none, or the number is out of range.</exception>
    public Limits Read(ParseResult parsed)
    {
        var qubits = parsed.GetValue(_exactQubits);
        return qubits is >= 1 and <= Limits.MostExactQubits
            ? Limits.Default with { MemoryBytes = Bytes(parsed.GetValue(_memory)), ExactQubits = qubits }
            : throw new RefusedException($"--exact-qubits must be from 1 to {Limits.MostExactQubits}; it is {qubits}.");
    }

    private static long Bytes(string? text)
    {
        if (text is null)
            return Limits.Default.MemoryBytes;
        return Quantity.Read(text, Dimension.Memory, out var bytes) == Quantity.Fault.None && bytes is >= 1 and <= MostBytes
            ? (long)bytes
            : throw new RefusedException($"--memory takes a size with its unit, such as 8GiB or 500MB, not '{text}'.");
    }
}
