namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Names that are known in a block; what is not found here is looked for outside.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, Symbol> _symbols = [];

    internal Scope? Outer { get; } = outer;

    /// <summary>Names from the innermost block outwards.</summary>
    internal IEnumerable<string> Names => Outer is null ? _symbols.Keys : _symbols.Keys.Concat(Outer.Names);

    internal Symbol? FindHere(string name) => _symbols.GetValueOrDefault(name);

    internal Symbol? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Outer)
            if (scope._symbols.TryGetValue(name, out Symbol? symbol)) return symbol;
        return null;
    }

    internal void Set(string name, Symbol symbol) => _symbols[name] = symbol;
}
