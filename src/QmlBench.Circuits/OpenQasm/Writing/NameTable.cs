using System.Text;
using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Gives everything in a text a legal name that nothing else has.</summary>
internal sealed class NameTable(DialectRules rules)
{
    // Names of libraries may not be taken even where this text does not use them.
    private static readonly string[] LibraryNames = ["CX", "phase", "cphase", "u2", "u3"];
    private readonly HashSet<string> _used = rules.IsVersion2 ? [.. rules.Gates.Values] : [.. rules.Gates.Values, .. LibraryNames];

    /// <summary>The wanted name if it is legal and free, else one like it.</summary>
    internal string Claim(string wanted)
    {
        string legal = Legal(wanted);
        string name = legal;
        for (int i = 2; ReservedWords.Contains(rules.Version, name) || !_used.Add(name); i++) name = $"{legal}_{i}";
        return name;
    }

    private string Legal(string wanted)
    {
        var name = new StringBuilder();
        foreach (char c in wanted)
            name.Append(char.IsAsciiLetterOrDigit(c) || c == '_' || (rules.Unicode && char.IsLetter(c)) ? c : '_');
        // OpenQASM 2 demands a small letter first, and more loaders than one refuse anything else.
        if (rules.IsVersion2 && (name.Length == 0 || !char.IsAsciiLetterLower(name[0]))) name.Insert(0, "v_");
        else if (name.Length == 0 || char.IsAsciiDigit(name[0])) name.Insert(0, '_');
        return name.ToString();
    }
}
