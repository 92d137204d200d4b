using System.Collections.Immutable;

namespace QmlBench.Circuits.Drawing;

/// <summary>An operation with its place in a drawing.</summary>
/// <param name="Column">Column from 0.</param>
/// <param name="Marks">Symbols, by ascending wire.</param>
/// <param name="Bits">Classical wires touched, each with the text under it.</param>
internal sealed record DrawnOperation(int Column, ImmutableArray<Mark> Marks, ImmutableArray<(int Wire, string Label)> Bits)
{
    internal int FirstWire => Marks[0].Wire;

    internal int LastQubitWire => Marks[^1].Wire;

    internal int LastWire => Bits.IsEmpty ? LastQubitWire : Bits[^1].Wire;

    internal bool IsBarrier => Marks[0].Kind == MarkKind.Barrier;
}
