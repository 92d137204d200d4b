using QmlBench.Numerics;

namespace QmlBench.Learning.QuantumModels;

/// <summary>
/// The weighted fidelity cost of arXiv:2403.07059: per sample ½ Σⱼ [(α₀ⱼ(1 − zⱼ)/2 − (1 − y)/2)² + (α₁ⱼ(1 + zⱼ)/2 − (1 + y)/2)²]
/// over the qubits j that are read, with trained weights α; the loss is the mean over the batch.
/// </summary>
internal static class FidelityCost
{
    /// <summary>Loss of a batch.</summary>
    /// <param name="z">⟨Z_j⟩, index sample · width + j.</param>
    /// <param name="signs">y = ±1 of each sample.</param>
    /// <param name="alpha">α₀ of each qubit, then α₁ of each.</param>
    public static double Loss(ReadOnlySpan<double> z, ReadOnlySpan<double> signs, ReadOnlySpan<double> alpha)
    {
        var width = alpha.Length / 2;
        var terms = new double[z.Length];
        for (var i = 0; i < z.Length; i++)
        {
            var (low, high) = Errors(z[i], signs[i / width], alpha[i % width], alpha[width + (i % width)]);
            terms[i] = ((low * low) + (high * high)) / 2;
        }

        return LaneSum.Sum(terms) / signs.Length;
    }

    /// <summary>∂loss/∂z of one sample of a batch.</summary>
    public static void Slopes(ReadOnlySpan<double> z, double sign, int batch, ReadOnlySpan<double> alpha, Span<double> slopes)
    {
        for (var j = 0; j < z.Length; j++)
        {
            var (low, high) = Errors(z[j], sign, alpha[j], alpha[z.Length + j]);
            slopes[j] = ((high * alpha[z.Length + j]) - (low * alpha[j])) / (2 * batch);
        }
    }

    /// <summary>∂loss/∂α, in the order of α.</summary>
    public static void WeightSlopes(ReadOnlySpan<double> z, ReadOnlySpan<double> signs, ReadOnlySpan<double> alpha, Span<double> slopes)
    {
        var width = alpha.Length / 2;
        slopes.Clear();
        for (var i = 0; i < z.Length; i++)
        {
            var j = i % width;
            var (low, high) = Errors(z[i], signs[i / width], alpha[j], alpha[width + j]);
            slopes[j] += low * (1 - z[i]) / 2 / signs.Length;
            slopes[width + j] += high * (1 + z[i]) / 2 / signs.Length;
        }
    }

    private static (double Low, double High) Errors(double z, double sign, double alphaLow, double alphaHigh) =>
        ((alphaLow * (1 - z) / 2) - ((1 - sign) / 2), (alphaHigh * (1 + z) / 2) - ((1 + sign) / 2));
}
