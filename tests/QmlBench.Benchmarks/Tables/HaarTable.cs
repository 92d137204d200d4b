using System.Globalization;
using System.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Targets;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Two-qubit synthesis at length: Haar-random, degenerate and made-up unitaries in every entangler, with error and counts.</summary>
internal static class HaarTable
{
    private const int Random = 100_000, PerCorner = 200, MadeOf = 10_000;
    private static readonly double[] _perturbations = [0, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6];

    /// <summary>Products, CX, SWAP, iSWAP, √iSWAP, √SWAP, √CX and B, in units of π/8.</summary>
    private static readonly (double A, double B, double C)[] _corners =
        [(0, 0, 0), (2, 0, 0), (2, 2, 2), (2, 2, 0), (1, 1, 0), (1, 1, 1), (1, 1, -1), (1, 0, 0), (2, 1, 0)];

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, Bars bars)
    {
        output.WriteLine($"{Random} Haar-random unitaries; {_corners.Length} degenerate points × {_perturbations.Length} perturbations × {PerCorner}, "
            + $"between random one-qubit unitaries; {MadeOf} products of 0 to 3 uses. Errors: largest difference of an element, phase included.\n");
        output.WriteLine("| entangler | worst error, Haar | uses 0 / 1 / 2 / 3 / 4 | worst error, degenerate | worst error, made of uses | more uses than made of |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var entangler in EntanglingGate.Known)
        {
            var key = StreamKey.Root(0, "haar").Derive(entangler.Gate.Name);
            var uses = new int[5];
            var haar = Haar(entangler.Synthesis, key.Derive("random").Open(), uses);
            var degenerate = Degenerate(entangler.Synthesis, key.Derive("degenerate").Open());
            var (made, more) = Made(entangler, key.Derive("made").Open());
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {entangler.Gate.Name} | {haar:0.0e0} | {string.Join(" / ", uses)} | {degenerate:0.0e0} | {made:0.0e0} | {more} |"));
            output.Flush();
            bars.AtMost($"{entangler.Gate.Name}, worst error in 1e-10", 1e10 * Math.Max(haar, Math.Max(degenerate, made)), 1);
            bars.AtMost($"{entangler.Gate.Name}, more uses than made of", more, 0);
        }
    }

    private static double Haar(PairSynthesis synthesis, RandomStream stream, int[] uses)
    {
        var worst = 0.0;
        for (var i = 0; i < Random; i++)
        {
            var (error, used) = Try(synthesis, Unitary(stream));
            worst = Math.Max(worst, error);
            uses[used]++;
        }
        return worst;
    }

    private static double Degenerate(PairSynthesis synthesis, RandomStream stream)
    {
        var worst = 0.0;
        foreach (var (a, b, c) in _corners)
            foreach (var epsilon in _perturbations)
                for (var i = 0; i < PerCorner; i++)
                {
                    double Point(double at) => at * Math.PI / 8 + epsilon * stream.NextGaussian();
                    var unitary = Local(stream) * WeylDecomposition.Canonical(Point(a), Point(b), Point(c)) * Local(stream);
                    worst = Math.Max(worst, Try(synthesis, unitary).Error);
                }
        return worst;
    }

    /// <summary>Products of n uses at random angles: minimal synthesis takes at most n.</summary>
    private static (double Worst, int More) Made(EntanglingGate entangler, RandomStream stream)
    {
        var (worst, more) = (0.0, 0);
        for (var i = 0; i < MadeOf; i++)
        {
            var unitary = Local(stream);
            for (var k = 0; k < i % 4; k++)
            {
                double[] angles = [.. Enumerable.Range(0, entangler.Gate.ParameterCount).Select(_ => 6 * stream.NextDouble() - 3)];
                unitary = Local(stream) * Matrix4.OfGate(entangler.Gate, angles) * unitary;
            }
            var (error, used) = Try(entangler.Synthesis, unitary);
            worst = Math.Max(worst, error);
            more += used > i % 4 ? 1 : 0;
        }
        return (worst, more);
    }

    private static (double Error, int Used) Try(PairSynthesis synthesis, Matrix4 unitary)
    {
        var form = synthesis.Synthesise(unitary);
        var again = form.Reassemble();
        var worst = 0.0;
        for (var i = 0; i < 16; i++)
            worst = Math.Max(worst, (again.Elements[i] - unitary.Elements[i]).Magnitude);
        return (worst, form.Uses);
    }

    private static Matrix4 Local(RandomStream stream) => Matrix4.Kron(OneQubit(stream), OneQubit(stream));

    private static Matrix2 OneQubit(RandomStream stream) =>
        Matrix2.RZ(6 * stream.NextDouble()) * Matrix2.RY(6 * stream.NextDouble()) * Matrix2.RZ(6 * stream.NextDouble());

    /// <summary>Gram–Schmidt, twice, on a complex Gaussian matrix (Mezzadri, math-ph/0609050).</summary>
    private static Matrix4 Unitary(RandomStream stream)
    {
        var columns = new Complex[4][];
        for (var j = 0; j < 4; j++)
        {
            var column = columns[j] = [.. Enumerable.Range(0, 4).Select(_ => new Complex(stream.NextGaussian(), stream.NextGaussian()))];
            for (var i = 0; i < 2 * j; i++)
            {
                var other = columns[i % j];
                var overlap = Enumerable.Range(0, 4).Aggregate(Complex.Zero, (sum, k) => sum + Complex.Conjugate(other[k]) * column[k]);
                for (var k = 0; k < 4; k++)
                    column[k] -= overlap * other[k];
            }
            var norm = Math.Sqrt(column.Sum(x => x.Real * x.Real + x.Imaginary * x.Imaginary));
            for (var k = 0; k < 4; k++)
                column[k] /= norm;
        }
        return Matrix4.Of((r, c) => columns[c][r]);
    }
}
