using System.Globalization;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Conditions as text.</summary>
internal static class ConditionText
{
    /// <summary>One boolean expression.</summary>
    internal static string Expression(Condition condition, BitNames clbits) =>
        string.Join(" && ", condition.Terms.Select(term => Term(term, clbits)));

    /// <summary>One comparison of a whole register with a number; null if the condition is not of that kind.</summary>
    internal static string? Register(Condition condition, BitNames clbits)
    {
        if (condition.Terms is not [{ } term] || clbits.RegisterOf(term.Clbits.AsSpan()) is not { } register) return null;
        // "Not 0" of one bit is "1".
        if (term.Negated) return term.Clbits.Length == 1 ? $"{register}=={1 - term.Value}" : null;
        return $"{register}=={term.Value}";
    }

    /// <summary>Conditions of blocks in one another; null if one of them cannot be said.</summary>
    internal static List<string>? Nested(Condition condition, BitNames clbits)
    {
        var blocks = new List<string>();
        foreach (ConditionTerm term in condition.Terms)
        {
            if (term.Clbits is [int bit]) blocks.Add((term.Value == 1) != term.Negated ? clbits[bit] : "!" + clbits[bit]);
            else if (term.Negated) return null;
            else if (clbits.RegisterOf(term.Clbits.AsSpan()) is { } register) blocks.Add($"{register} == {Number(term.Value)}");
            else
                for (int i = 0; i < term.Clbits.Length; i++)
                    blocks.Add((term.Value >> i & 1) != 0 ? clbits[term.Clbits[i]] : "!" + clbits[term.Clbits[i]]);
        }

        return blocks;
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
        ? value.ToString(CultureInfo.InvariantCulture)
        : throw new UnwritableCircuitException($"A condition compares with {value}, which is more than 63 bits; split the register.");
}
