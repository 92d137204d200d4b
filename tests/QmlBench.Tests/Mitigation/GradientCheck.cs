using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Mitigation;

/// <summary>Compares the gradient capability of a program with differences of its exact values.</summary>
internal static class GradientCheck
{
    /// <summary>The Jacobian and a quadratic loss of two rows, by all columns.</summary>
    public static void Run(IProgram program, ObservableSet observables)
    {
        const double Step = 1e-5;
        int width = program.Columns.Count;
        double[] own = [.. Enumerable.Range(0, 2 * width).Select(i => 0.2 + (0.31 * i))];
        int[] columns = [.. Enumerable.Range(0, width)];
        IGradient gradient = program.Find<IGradient>()!;
        var rows = new RowTable(program.Columns, own, 2);
        Gradients jacobian = gradient.Differentiate(rows, observables, columns, null, CancellationToken.None);
        Gradients loss = gradient.Differentiate(rows, observables, columns, Squares, CancellationToken.None);
        double[] values = Values(program, observables, own);
        Assert.Equal(values, jacobian.Values.Values.ToArray().Select(value => value), (x, y) => Math.Abs(x - y) < 1e-12);
        for (int row = 0; row < 2; row++)
        {
            for (int c = 0; c < width; c++)
            {
                double[] up = [.. own], down = [.. own];
                up[(row * width) + c] += Step;
                down[(row * width) + c] -= Step;
                double[] high = Values(program, observables, up), low = Values(program, observables, down);
                double contracted = 0;
                for (int k = 0; k < observables.Count; k++)
                {
                    int value = (row * observables.Count) + k;
                    double slope = (high[value] - low[value]) / (2 * Step);
                    Assert.Equal(slope, jacobian.Jacobian.Span[(value * width) + c], 1e-7);
                    contracted += 2 * values[value] * slope;
                }

                Assert.Equal(contracted, loss.OwnLoss.Span[(row * width) + c], 1e-6);
            }
        }
    }

    private static void Squares(int row, ReadOnlySpan<double> values, Span<double> slopes)
    {
        for (int k = 0; k < values.Length; k++)
            slopes[k] = 2 * values[k];
    }

    private static double[] Values(IProgram program, ObservableSet observables, double[] own) => program.Estimate(
        new RowTable(program.Columns, own, 2), observables, Budget.ExactValue, default, CancellationToken.None).Values.ToArray();
}
