namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Conditions as text.</summary>
internal static class ConditionText
{
    internal static string Version3(Condition condition, BitNames clbits) =>
        string.Join(" && ", condition.Terms.Select(term => Term(term, clbits)));

    /// <summary>OpenQASM 2 compares one whole register with one number; null if the condition is not of that kind.</summary>
    internal static string? Version2(Condition condition, BitNames clbits)
    {
        if (condition.Terms is not [{ } term] || clbits.RegisterOf(term.Clbits.AsSpan()) is not { } register) return null;
        // "Not 0" of one bit is "1".
        if (term.Negated) return term.Clbits.Length == 1 ? $"{register}=={1 - term.Value}" : null;
        return $"{register}=={term.Value}";
    }

    private static string Term(ConditionTerm term, BitNames clbits)
    {
        if (term is { Clbits: [int bit], Value: 1 }) return (term.Negated ? "!" : "") + clbits[bit];
        string bits = clbits.RegisterOf(term.Clbits.AsSpan())
            ?? (term.Clbits.Length == 1 ? clbits[term.Clbits[0]] : $"({string.Join(" ++ ", term.Clbits.Select(clbit => clbits[clbit]))})");
        return $"{bits} {(term.Negated ? "!=" : "==")} {Number(term.Value)}";
    }

    // A signed 64-bit reader must take it.
    private static string Number(ulong value) => value <= long.MaxValue
        ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : throw new UnwritableCircuitException($"A condition compares with {value}, which is more than 63 bits; split the register.");
}
