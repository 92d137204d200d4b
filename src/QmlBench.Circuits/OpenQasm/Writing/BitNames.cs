using System.Collections.Immutable;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>How the bits of a circuit are named in a text.</summary>
internal sealed class BitNames
{
    private readonly string[] _elements;

    private BitNames(ImmutableArray<(string Name, Register Register)> registers, string[] elements)
    {
        Registers = registers;
        _elements = elements;
    }

    /// <summary>Registers with at least one bit, by the names they have in the text.</summary>
    internal ImmutableArray<(string Name, Register Register)> Registers { get; }

    internal string this[int bit] => _elements[bit];

    internal static BitNames Of(ImmutableArray<Register> registers, int count, string fallback, NameTable names)
    {
        var named = registers.Where(register => register.Size > 0).ToList();
        if (named.Sum(register => register.Size) != count) named = count == 0 ? [] : [new Register(fallback, 0, count)];
        var claimed = named.Select(register => (names.Claim(register.Name), register)).ToImmutableArray();
        var elements = new string[count];
        foreach ((string name, Register register) in claimed)
            for (int i = 0; i < register.Size; i++) elements[register.Offset + i] = $"{name}[{i}]";
        return new BitNames(claimed, elements);
    }

    internal static BitNames OfHardware(int count) => new([], [.. Enumerable.Range(0, count).Select(qubit => $"${qubit}")]);

    /// <summary>The register whose bits these are, all of them in order; null if there is none.</summary>
    internal string? RegisterOf(ReadOnlySpan<int> bits)
    {
        foreach ((string name, Register register) in Registers)
        {
            if (register.Size != bits.Length) continue;
            bool all = true;
            for (int i = 0; i < bits.Length && all; i++) all = bits[i] == register.Offset + i;
            if (all) return name;
        }

        return null;
    }
}
