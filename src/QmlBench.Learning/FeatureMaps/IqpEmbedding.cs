using QmlBench.Circuits;

namespace QmlBench.Learning.FeatureMaps;

/// <summary>
/// PennyLane's <c>IQPEmbedding</c>: per repetition H and RZ(x_i) on every qubit, then exp(−i x_i x_j ZZ/2) on all pairs.
/// </summary>
/// <param name="Repetitions">How often the whole is repeated, at least 1.</param>
/// <param name="PairsInFirstOnly">
/// True leaves the pairs out of every repetition but the first: the circuit that PennyLane before 0.34 ran, and with it the
/// published results of arXiv:2403.07059.
/// </param>
public sealed record IqpEmbedding(int Repetitions, bool PairsInFirstOnly = false) : IFeatureMap
{
    /// <summary>Number of repetitions.</summary>
    public int Repetitions { get; } = Repetitions >= 1
        ? Repetitions
        : throw new ArgumentOutOfRangeException(nameof(Repetitions), Repetitions, "A feature map is repeated at least once.");

    /// <inheritdoc/>
    public string Name => $"iqp(reps={Repetitions}{(PairsInFirstOnly ? ";pairs in first only" : string.Empty)})";

    /// <inheritdoc/>
    public Circuit Build(int features)
    {
        var (builder, x) = FeatureParameters.Declare(features);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            for (var q = 0; q < features; q++)
                builder.H(q).RZ(x[q], q);
            if (repetition > 0 && PairsInFirstOnly)
                continue;
            foreach (var pair in EntanglementBlocks.Of(Entanglement.Full, features, 2))
                builder.RZZ(x[pair[0]] * x[pair[1]], pair[0], pair[1]);
        }

        return builder.Build();
    }
}
