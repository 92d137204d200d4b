using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>A direction n of n·σ on one qubit; null stands for the identity there.</summary>
internal readonly record struct Direction(double X, double Y, double Z)
{
    /// <summary>V with V·Z·V† = n·σ: Rz(φ)·Ry(θ) for n at the polar angle θ and azimuth φ; 1 at z, X at −z.</summary>
    public Matrix2 FromZ()
    {
        const double tolerance = 1e-12;
        if (X * X + Y * Y < tolerance * tolerance)
            return Z > 0 ? Matrix2.Identity : Matrix2.X;
        return Matrix2.RZ(Elementary.Atan2(Y, X)) * Matrix2.RY(Elementary.Atan2(Math.Sqrt(X * X + Y * Y), Z));
    }
}

/// <summary>A Hermitian unitary on two qubits that is a product (n·σ) ⊗ (m·σ), of which one factor may be the identity.</summary>
internal sealed record PauliProduct(Direction? First, Direction? Second)
{
    private const double Tolerance = 1e-10;

    private static readonly Matrix2[] _pauli = [Matrix2.Identity, Matrix2.X, Matrix2.Y, Matrix2.Z];

    /// <summary>The factors, the sign taken into the first that is there; null if the matrix is no such product, or the identity.</summary>
    public static PauliProduct? Of(Matrix4 m)
    {
        var c = Coefficients(m);
        if (Norm(c, 1, 0) > 1 - Tolerance)
            return new(new(c[1, 0], c[2, 0], c[3, 0]), null);
        if (Norm(c, 0, 1) > 1 - Tolerance)
            return new(null, new(c[0, 1], c[0, 2], c[0, 3]));
        return Norm(c, 1, 1) > 1 - Tolerance ? Factor(c) : null;
    }

    /// <summary>c[i, j] = Re Tr(M · σᵢ ⊗ σⱼ)/4, i on the first qubit.</summary>
    private static double[,] Coefficients(Matrix4 m)
    {
        var c = new double[4, 4];
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++)
                c[i, j] = 0.25 * Matrix4.Overlap(Matrix4.Kron(_pauli[i], _pauli[j]), m).Real;
        return c;
    }

    /// <summary>Squared weight of the terms with (1) or without (0) a Pauli on each qubit.</summary>
    private static double Norm(double[,] c, int first, int second)
    {
        var sum = 0.0;
        for (var i = first; i < (first == 0 ? 1 : 4); i++)
            for (var j = second; j < (second == 0 ? 1 : 4); j++)
                sum += c[i, j] * c[i, j];
        return sum;
    }

    private static PauliProduct? Factor(double[,] c)
    {
        var row = 1;
        for (var i = 2; i < 4; i++)
            if (RowNorm(c, i) > RowNorm(c, row) + Tolerance)
                row = i;
        var size = Math.Sqrt(RowNorm(c, row));
        double x = c[row, 1] / size, y = c[row, 2] / size, z = c[row, 3] / size;
        double Along(int i) => c[i, 1] * x + c[i, 2] * y + c[i, 3] * z;
        Direction n = new(Along(1), Along(2), Along(3)), m = new(x, y, z);
        return n.X * n.X + n.Y * n.Y + n.Z * n.Z > 1 - Tolerance ? new(n, m) : null;
    }

    private static double RowNorm(double[,] c, int i) => c[i, 1] * c[i, 1] + c[i, 2] * c[i, 2] + c[i, 3] * c[i, 3];
}
