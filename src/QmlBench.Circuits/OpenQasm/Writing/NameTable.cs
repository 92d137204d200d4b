using System.Text;
using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Gives everything in a text a legal name that nothing else has.</summary>
internal sealed class NameTable(QasmVersion version, IEnumerable<string> taken)
{
    private readonly HashSet<string> _used = [.. taken];

    /// <summary>The wanted name if it is legal and free, else one like it.</summary>
    internal string Claim(string wanted)
    {
        string legal = Legal(wanted);
        string name = legal;
        for (int i = 2; ReservedWords.Contains(version, name) || !_used.Add(name); i++) name = $"{legal}_{i}";
        return name;
    }

    private string Legal(string wanted)
    {
        var name = new StringBuilder();
        foreach (char c in wanted)
            name.Append(char.IsAsciiLetterOrDigit(c) || c == '_' || (version == QasmVersion.OpenQasm3 && char.IsLetter(c)) ? c : '_');
        // OpenQASM 2 demands a small letter first, and more loaders than one refuse anything else.
        if (version == QasmVersion.OpenQasm2 && (name.Length == 0 || !char.IsAsciiLetterLower(name[0]))) name.Insert(0, "v_");
        else if (name.Length == 0 || char.IsAsciiDigit(name[0])) name.Insert(0, '_');
        return name.ToString();
    }
}
