namespace QmlBench.Transpilation.Synthesis;

/// <summary>One orthogonal matrix that diagonalises two commuting real symmetric 4×4 matrices.</summary>
/// <remarks>
/// Joint Jacobi rotations (Bunse-Gerstner, Byers, Mehrmann, SIAM J. Matrix Anal. Appl. 14 (1993) 927): each rotation is the one that
/// shrinks the off-diagonal squares of both matrices most. Degenerate spectra need no special case, nothing is random, and the code is
/// the same on every machine.
/// </remarks>
internal static class SimultaneousDiagonalisation
{
    private const int MostSweeps = 60;

    /// <summary>Fixed mixtures that break ties where joint rotations alone would stop at a stationary point.</summary>
    private static readonly (double, double)[] _mixtures =
        [(1, 0), (0.7548776662466927, 0.5698402909980532), (0.3247179572447460, -0.9458)];

    /// <summary>P (row-major, columns are eigenvectors) such that PᵀAP and PᵀBP are diagonal; A and B are overwritten by these.</summary>
    public static double[] Run(double[] a, double[] b)
    {
        var p = Sweep(a, b, Identity());
        foreach (var (wa, wb) in _mixtures)
        {
            if (OffDiagonal(a) + OffDiagonal(b) < 1e-24)
                break;
            var mixed = Mix(a, b, wa, wb);
            var turn = Sweep(mixed, new double[16], Identity());
            Conjugate(a, turn);
            Conjugate(b, turn);
            p = Sweep(a, b, Multiply(p, turn));
        }
        return p;
    }

    private static double[] Sweep(double[] a, double[] b, double[] p)
    {
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var largest = 0.0;
            for (var i = 0; i < 3; i++)
                for (var j = i + 1; j < 4; j++)
                    largest = Math.Max(largest, Rotate(a, b, p, i, j));
            if (largest < 1e-16)
                break;
        }
        return p;
    }

    private static double Rotate(double[] a, double[] b, double[] p, int i, int j)
    {
        double da = a[5 * i] - a[5 * j], oa = 2 * a[4 * i + j], db = b[5 * i] - b[5 * j], ob = 2 * b[4 * i + j];
        var on = da * da + db * db - oa * oa - ob * ob;
        var off = 2 * (da * oa + db * ob);
        var size = Math.Sqrt(on * on + off * off);
        if (size < 1e-32)
            return 0;
        // Half-angle twice: cos 4t = on/size, so tan 2t = off/(on + size), in forms without cancellation.
        var cos2 = Math.Sqrt(Math.Max(0, 0.5 * (1 + on / size)));
        var sin2 = on >= 0 ? off / size / (2 * cos2) : Math.CopySign(Math.Sqrt(0.5 * (1 - on / size)), off);
        var cos = Math.Sqrt(0.5 * (1 + cos2));
        var sin = sin2 / (2 * cos);
        Turn(a, i, j, cos, sin);
        Turn(b, i, j, cos, sin);
        TurnColumns(p, i, j, cos, sin);
        return Math.Abs(sin);
    }

    private static void Turn(double[] m, int i, int j, double cos, double sin)
    {
        TurnColumns(m, i, j, cos, sin);
        for (var k = 0; k < 4; k++)
        {
            double x = m[4 * i + k], y = m[4 * j + k];
            m[4 * i + k] = cos * x + sin * y;
            m[4 * j + k] = cos * y - sin * x;
        }
    }

    private static void TurnColumns(double[] m, int i, int j, double cos, double sin)
    {
        for (var k = 0; k < 4; k++)
        {
            double x = m[4 * k + i], y = m[4 * k + j];
            m[4 * k + i] = cos * x + sin * y;
            m[4 * k + j] = cos * y - sin * x;
        }
    }

    private static double OffDiagonal(double[] m)
    {
        var sum = 0.0;
        for (var i = 0; i < 16; i++)
            sum += i % 5 == 0 ? 0 : m[i] * m[i];
        return sum;
    }

    private static void Conjugate(double[] m, double[] p)
    {
        var result = Multiply(Transpose(p), Multiply(m, p));
        result.CopyTo(m, 0);
    }

    private static double[] Mix(double[] a, double[] b, double wa, double wb)
    {
        var m = new double[16];
        for (var i = 0; i < 16; i++)
            m[i] = wa * a[i] + wb * b[i];
        return m;
    }

    private static double[] Multiply(double[] a, double[] b)
    {
        var m = new double[16];
        for (var i = 0; i < 16; i++)
            for (var k = 0; k < 4; k++)
                m[i] += a[(i & 12) + k] * b[4 * k + (i & 3)];
        return m;
    }

    private static double[] Transpose(double[] a)
    {
        var m = new double[16];
        for (var i = 0; i < 16; i++)
            m[i] = a[4 * (i & 3) + (i >> 2)];
        return m;
    }

    private static double[] Identity() => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
}
