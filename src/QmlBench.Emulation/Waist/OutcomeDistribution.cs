using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>The outcomes of one row, readout error included, ascending by bitstring.</summary>
/// <param name="Bits">Number of classical bits.</param>
/// <param name="Outcomes">Outcomes with probability above 0 (exact) or at least one count (sampled).</param>
/// <param name="Shots">Shots drawn; 0 when the probabilities are exact.</param>
public sealed record OutcomeDistribution(int Bits, ImmutableArray<Outcome> Outcomes, long Shots)
{
    /// <summary>Probability (exact) or relative frequency (sampled) of a bitstring.</summary>
    public double Probability(ulong bits)
    {
        var index = Outcomes.BinarySearch(new Outcome(bits, 0, 0), Outcome.ByBits);
        return index < 0 ? 0.0 : Outcomes[index].Probability;
    }

    /// <summary>A bitstring as it is printed: last bit leftmost.</summary>
    public string Text(ulong bits) => string.Create(Bits, bits, static (text, value) =>
    {
        for (var position = 0; position < text.Length; position++)
        {
            text[text.Length - 1 - position] = (char)('0' + (int)((value >> position) & 1));
        }
    });
}
