using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Circuits.Gates;

/// <summary>Closed forms of gate matrices, row-major, first operand least significant.</summary>
internal static class GateMatrices
{
    internal static readonly Complex I = Complex.ImaginaryOne;

    internal static Complex Phase(double angle) => new(Elementary.Cos(angle), Elementary.Sin(angle));

    internal static Complex[] U(double theta, double phi, double lambda)
    {
        double c = Elementary.Cos(theta / 2.0), s = Elementary.Sin(theta / 2.0);
        return [c, -Phase(lambda) * s, Phase(phi) * s, Phase(phi + lambda) * c];
    }

    internal static Complex[] RX(double theta)
    {
        double c = Elementary.Cos(theta / 2.0), s = Elementary.Sin(theta / 2.0);
        return [c, new Complex(0, -s), new Complex(0, -s), c];
    }

    internal static Complex[] RY(double theta)
    {
        double c = Elementary.Cos(theta / 2.0), s = Elementary.Sin(theta / 2.0);
        return [c, -s, s, c];
    }

    internal static Complex[] RZ(double theta) => Diagonal(Phase(-theta / 2.0), Phase(theta / 2.0));

    internal static Complex[] P(double lambda) => Diagonal(1, Phase(lambda));

    internal static Complex[] Diagonal(params ReadOnlySpan<Complex> entries)
    {
        var matrix = new Complex[entries.Length * entries.Length];
        for (int i = 0; i < entries.Length; i++) matrix[(i * entries.Length) + i] = entries[i];
        return matrix;
    }

    /// <summary>Identity but for the 2 × 2 block on two basis states.</summary>
    internal static Complex[] Block(int dimension, int first, int second, Complex[] block)
    {
        var matrix = new Complex[dimension * dimension];
        for (int i = 0; i < dimension; i++) matrix[(i * dimension) + i] = 1;
        matrix[(first * dimension) + first] = block[0];
        matrix[(first * dimension) + second] = block[1];
        matrix[(second * dimension) + first] = block[2];
        matrix[(second * dimension) + second] = block[3];
        return matrix;
    }

    /// <summary>The matrix with control operands put before its own: the identity unless all of them are 1.</summary>
    internal static Complex[] Controlled(Complex[] matrix, int controls)
    {
        int inner = Dimension(matrix), outer = inner << controls, all = (1 << controls) - 1;
        var result = new Complex[outer * outer];
        for (int i = 0; i < outer; i++)
        {
            if ((i & all) != all) result[(i * outer) + i] = 1;
            else
                for (int j = 0; j < inner; j++) result[(i * outer) + ((j << controls) | all)] = matrix[((i >> controls) * inner) + j];
        }

        return result;
    }

    /// <summary>cos(θ/2) − i sin(θ/2) P₁⊗P₀ for two one-qubit Hermitian involutions.</summary>
    internal static Complex[] PauliRotation(double theta, Complex[] operand0, Complex[] operand1)
    {
        double c = Elementary.Cos(theta / 2.0), s = Elementary.Sin(theta / 2.0);
        var matrix = new Complex[16];
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++)
                matrix[(i * 4) + j] = (i == j ? c : 0.0)
                    + (new Complex(0, -s) * operand0[((i & 1) * 2) + (j & 1)] * operand1[((i >> 1) * 2) + (j >> 1)]);
        return matrix;
    }

    /// <summary>The Pauli operator cos φ X + sin φ Y.</summary>
    internal static Complex[] Equator(double phi) => [0, Phase(-phi), Phase(phi), 0];

    internal static int Dimension(Complex[] matrix) => 1 << (System.Numerics.BitOperations.Log2((uint)matrix.Length) / 2);
}
