using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>Powers of a confusion matrix.</summary>
internal static class StochasticPower
{
    private const double MostPower = 64;
    private const int MostTerms = 2000;
    private const double Negligible = 1e-18;
    private const double NegativeRounding = 1e-13;

    /// <summary>
    /// A to the power s: the whole part by products, the rest by (I + E)ˢ = Σₖ s(s−1)…(s−k+1)/k! · Eᵏ with E = A − I.
    /// </summary>
    /// <param name="matrix">Row-stochastic, row by row.</param>
    /// <param name="size">Number of rows.</param>
    /// <param name="power">s, 0 to 64.</param>
    /// <param name="name">Named when the power does not exist.</param>
    /// <exception cref="ExecutionRefusedException">The series does not converge, or the power is no matrix of probabilities.</exception>
    public static double[] Of(ImmutableArray<double> matrix, int size, double power, string name)
    {
        if (power > MostPower)
        {
            throw Refusal(name, power, $"powers above {MostPower} are not formed");
        }

        var result = Fraction(matrix, size, power - Math.Floor(power))
            ?? throw Refusal(name, power, "errors of about one half have no root");
        for (var count = 0; count < Math.Floor(power); count++)
        {
            result = Product(result, matrix.AsSpan(), size);
        }

        for (var index = 0; index < result.Length; index++)
        {
            if (result[index] < -NegativeRounding)
            {
                throw Refusal(name, power, $"entry {index % size} of row {index / size} would be {result[index]:G3}");
            }

            result[index] = Math.Max(0, result[index]);
        }

        return result;
    }

    private static double[]? Fraction(ImmutableArray<double> matrix, int size, double power)
    {
        var sum = new double[matrix.Length];
        var difference = matrix.ToArray();
        for (var row = 0; row < size; row++)
        {
            sum[row * (size + 1)] = 1;
            difference[row * (size + 1)] -= 1;
        }

        double[] term = [.. sum];
        for (var k = 1; k <= MostTerms; k++)
        {
            term = Product(term, difference, size);
            var largest = 0.0;
            for (var index = 0; index < term.Length; index++)
            {
                term[index] *= (power - k + 1) / k;
                sum[index] += term[index];
                largest = Math.Max(largest, Math.Abs(term[index]));
            }

            if (largest < Negligible)
            {
                return sum;
            }
        }

        return null;
    }

    private static double[] Product(ReadOnlySpan<double> first, ReadOnlySpan<double> next, int size)
    {
        var product = new double[first.Length];
        for (var index = 0; index < product.Length; index++)
        {
            for (var between = 0; between < size; between++)
            {
                product[index] += first[(index / size * size) + between] * next[(between * size) + (index % size)];
            }
        }

        return product;
    }

    private static ExecutionRefusedException Refusal(string name, double power, string why) => new(
        $"A noise scale of {power} has no meaning for {name}: {why}. Use a whole scale, leave it at 1, or switch readout error off.");
}
