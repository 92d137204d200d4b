using System.Numerics;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Turns the one-qubit unitaries of a form until its product is a given unitary: Levenberg–Marquardt on the 15 Pauli coefficients of
/// U·V†, which vanish where V is U up to a phase.
/// </summary>
/// <remarks>
/// A turn e^(iδσ) behind the slot k of V = S·(slot)·T changes V to e^(iδ·SσS†)V, so a column of the derivative is the Pauli expansion of
/// SσS†. Deterministic: fixed starting points, own arithmetic, a fixed largest number of steps. At the edge of what a number of uses reaches
/// the derivative is singular and the error shrinks by a factor of four a step instead of quadratically.
/// </remarks>
internal static class LocalRefinement
{
    private const int MostSteps = 80;
    private const int Paulis = 15;

    /// <summary>Squared length of the 15 coefficients at which refining stops.</summary>
    private const double Enough = 1e-30;

    private static readonly Matrix2[] _pauli = [Matrix2.X, Matrix2.Y, Matrix2.Z];

    /// <summary>The best form found from a starting point.</summary>
    public static TwoQubitForm Run(TwoQubitForm start, Matrix4 unitary)
    {
        var form = start.AlignedWith(unitary);
        var residual = Residual(form, unitary);
        var damping = 1e-3;
        for (var step = 0; step < MostSteps && Square(residual) > Enough && damping < 1e8; step++)
        {
            var columns = Columns(form);
            var next = Turned(form, Solve(columns, residual, damping * Math.Min(1, Math.Sqrt(Square(residual))))).AlignedWith(unitary);
            var after = Residual(next, unitary);
            if (Square(after) < Square(residual))
                (form, residual, damping) = (next, after, 0.1 * damping);
            else
                damping *= 10;
        }
        return form;
    }

    /// <summary>Im Tr(P·U·V†)/4 for the 15 Pauli products; the real part of Tr(U·V†) is positive after alignment.</summary>
    private static double[] Residual(TwoQubitForm form, Matrix4 unitary)
    {
        var product = unitary * form.Reassemble().Adjoint();
        var residual = new double[Paulis];
        for (var i = 0; i < Paulis; i++)
            residual[i] = PauliTrace(product, i + 1).Imaginary;
        return residual;
    }

    /// <summary>Per slot and Pauli the 15 coefficients of SσS†.</summary>
    private static double[][] Columns(TwoQubitForm form)
    {
        var columns = new List<double[]>();
        var after = Matrix4.Identity;
        for (var k = form.Uses; k >= 0; k--)
        {
            foreach (var pauli in _pauli)
            {
                columns.Add(Expansion(after * Matrix4.Kron(pauli, Matrix2.Identity) * after.Adjoint()));
                columns.Add(Expansion(after * Matrix4.Kron(Matrix2.Identity, pauli) * after.Adjoint()));
            }
            after *= Matrix4.Kron(form.First[k], form.Second[k]);
            if (k > 0)
                after *= form.Pairs[k - 1].Matrix;
        }
        return [.. columns];
    }

    private static double[] Expansion(Matrix4 hermitian)
    {
        var expansion = new double[Paulis];
        for (var i = 0; i < Paulis; i++)
            expansion[i] = PauliTrace(hermitian, i + 1).Real;
        return expansion;
    }

    /// <summary>Tr(P·M)/4 for P = σ(index / 4) ⊗ σ(index mod 4), the latter on the first qubit.</summary>
    private static Complex PauliTrace(Matrix4 m, int index)
    {
        int first = index & 3, second = index >> 2;
        var mask = (first is 1 or 2 ? 1 : 0) | (second is 1 or 2 ? 2 : 0);
        var sum = Complex.Zero;
        for (var row = 0; row < 4; row++)
        {
            var column = row ^ mask;
            sum += Entry(first, row & 1) * Entry(second, row >> 1) * m[column, row];
        }
        return 0.25 * sum;
    }

    /// <summary>The one entry of a Pauli matrix in a row.</summary>
    private static Complex Entry(int pauli, int row) => pauli switch
    {
        2 => row == 0 ? -Complex.ImaginaryOne : Complex.ImaginaryOne,
        3 => row == 0 ? 1 : -1,
        _ => 1
    };

    /// <summary>Jᵀ(JJᵀ + damping)⁻¹r by Cholesky's method.</summary>
    private static double[] Solve(double[][] columns, double[] residual, double damping)
    {
        var a = new double[Paulis * Paulis];
        foreach (var column in columns)
            for (var i = 0; i < Paulis; i++)
                for (var j = 0; j <= i; j++)
                    a[Paulis * i + j] += column[i] * column[j];
        var y = (double[])residual.Clone();
        for (var i = 0; i < Paulis; i++)
            a[Paulis * i + i] += damping + 1e-18;
        Factor(a);
        Substitute(a, y);
        var turns = new double[columns.Length];
        for (var c = 0; c < turns.Length; c++)
            for (var i = 0; i < Paulis; i++)
                turns[c] += columns[c][i] * y[i];
        return turns;
    }

    private static void Factor(double[] a)
    {
        for (var j = 0; j < Paulis; j++)
        {
            for (var k = 0; k < j; k++)
                for (var i = j; i < Paulis; i++)
                    a[Paulis * i + j] -= a[Paulis * i + k] * a[Paulis * j + k];
            var pivot = Math.Sqrt(Math.Max(a[Paulis * j + j], 1e-18));
            for (var i = j; i < Paulis; i++)
                a[Paulis * i + j] /= pivot;
        }
    }

    private static void Substitute(double[] l, double[] y)
    {
        for (var i = 0; i < Paulis; i++)
        {
            for (var k = 0; k < i; k++)
                y[i] -= l[Paulis * i + k] * y[k];
            y[i] /= l[Paulis * i + i];
        }
        for (var i = Paulis - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Paulis; k++)
                y[i] -= l[Paulis * k + i] * y[k];
            y[i] /= l[Paulis * i + i];
        }
    }

    /// <summary>The form with every slot turned; the turns stand in the order of <see cref="Columns"/>.</summary>
    private static TwoQubitForm Turned(TwoQubitForm form, double[] turns)
    {
        Matrix2[] first = [.. form.First], second = [.. form.Second];
        for (int k = form.Uses, c = 0; k >= 0; k--, c += 6)
        {
            first[k] = Turn(turns[c], turns[c + 2], turns[c + 4]) * first[k];
            second[k] = Turn(turns[c + 1], turns[c + 3], turns[c + 5]) * second[k];
        }
        return form with { First = first, Second = second };
    }

    /// <summary>exp(i(xX + yY + zZ)).</summary>
    private static Matrix2 Turn(double x, double y, double z)
    {
        var length = Math.Sqrt(x * x + y * y + z * z);
        var (sin, cos) = Elementary.SinCos(length);
        var scale = length < 1e-150 ? 1 : sin / length;
        return new(new(cos, scale * z), new(scale * y, scale * x), new(-scale * y, scale * x), new(cos, -scale * z));
    }

    private static double Square(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value * value;
        return sum;
    }
}
