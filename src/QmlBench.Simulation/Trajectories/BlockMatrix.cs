namespace QmlBench.Simulation.Trajectories;

/// <summary>Products of small complex matrices: row by row, real and imaginary parts alternating; nothing fused.</summary>
internal static class BlockMatrix
{
    /// <summary>target = left · right, all d × d; target is another place than both.</summary>
    internal static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> target, int d)
    {
        for (int r = 0; r < d; r++)
        {
            for (int c = 0; c < d; c++)
            {
                double real = 0.0, imaginary = 0.0;
                for (int k = 0; k < d; k++)
                {
                    int a = 2 * ((r * d) + k), b = 2 * ((k * d) + c);
                    real += (left[a] * right[b]) - (left[a + 1] * right[b + 1]);
                    imaginary += (left[a] * right[b + 1]) + (left[a + 1] * right[b]);
                }

                target[2 * ((r * d) + c)] = real;
                target[(2 * ((r * d) + c)) + 1] = imaginary;
            }
        }
    }

    /// <summary>matrix = matrix · (single on the qubit of the given bit), in place.</summary>
    internal static void MultiplyRight(Span<double> matrix, int d, int bit, ReadOnlySpan<double> single)
    {
        for (int r = 0; r < d; r++)
        {
            for (int c = 0; c < d; c++)
            {
                if ((c & bit) != 0) continue;
                int a = 2 * ((r * d) + c), b = 2 * ((r * d) + c + bit);
                (double ar, double ai, double br, double bi) = (matrix[a], matrix[a + 1], matrix[b], matrix[b + 1]);
                matrix[a] = ((ar * single[0]) - (ai * single[1])) + ((br * single[4]) - (bi * single[5]));
                matrix[a + 1] = ((ar * single[1]) + (ai * single[0])) + ((br * single[5]) + (bi * single[4]));
                matrix[b] = ((ar * single[2]) - (ai * single[3])) + ((br * single[6]) - (bi * single[7]));
                matrix[b + 1] = ((ar * single[3]) + (ai * single[2])) + ((br * single[7]) + (bi * single[6]));
            }
        }
    }

    /// <summary>The matrix with its operands in another order: bit j of the old indices is bit positions[j] of the new ones.</summary>
    internal static void Reorder(ReadOnlySpan<double> matrix, Span<double> target, int d, ReadOnlySpan<int> positions)
    {
        for (int r = 0; r < d; r++)
        {
            for (int c = 0; c < d; c++)
            {
                int row = 0, column = 0;
                for (int j = 0; j < positions.Length; j++)
                {
                    row |= ((r >> j) & 1) << positions[j];
                    column |= ((c >> j) & 1) << positions[j];
                }

                target[2 * ((row * d) + column)] = matrix[2 * ((r * d) + c)];
                target[(2 * ((row * d) + column)) + 1] = matrix[(2 * ((r * d) + c)) + 1];
            }
        }
    }

    /// <summary>For a matrix of two qubits that permutes the basis: where each of the four goes, two bits each; −1 for any other
    /// matrix.</summary>
    internal static int PermutationOf(ReadOnlySpan<double> matrix)
    {
        int code = 0;
        for (int c = 0; c < 4; c++)
        {
            int image = -1;
            for (int r = 0; r < 4; r++)
            {
                int at = 2 * ((r * 4) + c);
                if (matrix[at + 1] != 0.0) return -1;
                if (matrix[at] == 1.0) image = r;
                else if (matrix[at] != 0.0) return -1;
            }

            if (image < 0) return -1;
            code |= image << (2 * c);
        }

        return code;
    }

    /// <summary>The matrix of a permutation given as by <see cref="PermutationOf"/>.</summary>
    internal static void WritePermutation(int code, Span<double> matrix)
    {
        matrix.Clear();
        for (int c = 0; c < 4; c++) matrix[2 * ((((code >> (2 * c)) & 3) * 4) + c)] = 1.0;
    }
}
