using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Counts operations over a whole text, those in definitions included, and refuses too many.</summary>
internal sealed class OperationCounter(int limit)
{
    private long _count;

    internal void Add(long operations, Place place)
    {
        _count += operations;
        if (_count > limit)
            throw new SyntaxFault(place, $"The program has more than {limit} operations after broadcasting, unrolling and expanding");
    }
}
