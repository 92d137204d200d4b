using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits;

namespace QmlBench.Learning.FeatureMaps;

/// <summary>
/// Qiskit's <c>pauli_feature_map</c>: per repetition H on every qubit, then exp(−i α/2 φ(x) P) for each Pauli string and block, where
/// φ = x_i for one qubit and ∏ (π − x_j) for more.
/// </summary>
/// <remarks>
/// Written as Qiskit writes it: basis change (h for X, sx for Y), a ladder of cx, p(α φ) on the last qubit, and back. Identity
/// letters are left out of the ladder. The last letter of a string belongs to the first qubit of a block.
/// </remarks>
/// <param name="Paulis">The strings, letters I, X, Y and Z.</param>
/// <param name="Repetitions">How often the whole is repeated, at least 1.</param>
/// <param name="Entanglement">Which blocks are joined.</param>
/// <param name="Alpha">Factor α of the angles.</param>
public sealed record PauliFeatureMap(
    ImmutableArray<string> Paulis, int Repetitions, Entanglement Entanglement = Entanglement.Full, double Alpha = 2) : IFeatureMap
{
    /// <summary>The strings.</summary>
    public ImmutableArray<string> Paulis { get; } = Paulis.All(pauli => pauli.Length > 0 && pauli.All(letter => "IXYZ".Contains(letter)))
        ? Paulis
        : throw new ArgumentException("A Pauli string of a feature map is one or more of the letters I, X, Y, Z.", nameof(Paulis));

    /// <summary>Number of repetitions.</summary>
    public int Repetitions { get; } = Repetitions >= 1
        ? Repetitions
        : throw new ArgumentOutOfRangeException(nameof(Repetitions), Repetitions, "A feature map is repeated at least once.");

    /// <inheritdoc/>
    public string Name => string.Create(
        CultureInfo.InvariantCulture, $"pauli({string.Join(',', Paulis)};reps={Repetitions};{Entanglement};alpha={Alpha:R})");

    /// <summary>Qiskit's <c>zz_feature_map</c>: strings Z and ZZ.</summary>
    /// <param name="repetitions">How often the whole is repeated.</param>
    /// <param name="entanglement">Which pairs are joined.</param>
    public static PauliFeatureMap Zz(int repetitions, Entanglement entanglement = Entanglement.Full) =>
        new(["Z", "ZZ"], repetitions, entanglement);

    /// <inheritdoc/>
    public Circuit Build(int features)
    {
        var (builder, x) = FeatureParameters.Declare(features);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            for (var q = 0; q < features; q++)
                builder.H(q);
            foreach (var pauli in Paulis)
            {
                foreach (var block in EntanglementBlocks.Of(Entanglement, features, pauli.Length))
                    Evolve(builder, pauli, block, Alpha * Phase(x, block));
            }
        }

        return builder.Build();
    }

    private static Angle Phase(Angle[] x, int[] block)
    {
        if (block.Length == 1)
            return x[block[0]];
        var product = Math.PI - x[block[0]];
        foreach (var q in block.AsSpan(1))
            product *= Math.PI - x[q];
        return product;
    }

    private static void Evolve(CircuitBuilder builder, string pauli, int[] block, Angle angle)
    {
        (char Letter, int Qubit)[] active = [.. pauli.Reverse().Zip(block).Where(pair => pair.First != 'I')];
        if (active.Length == 0)
            return;
        foreach (var (letter, q) in active)
            ChangeBasis(builder, letter, q, back: false);
        for (var i = 1; i < active.Length; i++)
            builder.CX(active[i - 1].Qubit, active[i].Qubit);
        builder.P(angle, active[^1].Qubit);
        for (var i = active.Length - 1; i > 0; i--)
            builder.CX(active[i - 1].Qubit, active[i].Qubit);
        foreach (var (letter, q) in active)
            ChangeBasis(builder, letter, q, back: true);
    }

    private static void ChangeBasis(CircuitBuilder builder, char letter, int qubit, bool back)
    {
        if (letter == 'X')
            builder.H(qubit);
        else if (letter == 'Y')
            _ = back ? builder.SXdg(qubit) : builder.SX(qubit);
    }
}
