namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Folds interaction coordinates into the Weyl chamber by moves that are products of one-qubit unitaries, which it collects.
/// </summary>
/// <remarks>
/// Moves: a coordinate by π/2 (the Pauli product of that axis, up to a phase); two coordinates exchanged (a quarter turn about the third
/// axis on both qubits); two signs flipped (a Pauli on one qubit). Global phases are left to the caller.
/// </remarks>
internal sealed class ChamberWalk(
    double a, double b, double c, Matrix2 leftFirst, Matrix2 leftSecond, Matrix2 rightFirst, Matrix2 rightSecond)
{
    private const double HalfPi = Math.PI / 2;
    private const double QuarterPi = Math.PI / 4;

    private static readonly Matrix2[] _pauli = [Matrix2.X, Matrix2.Y, Matrix2.Z];

    /// <summary>Quarter turn about each axis: exchanges the two other axes (one of them with a minus sign).</summary>
    private static readonly Matrix2[] _quarter = [Matrix2.RX(HalfPi), Matrix2.RY(HalfPi), Matrix2.RZ(HalfPi)];

    private readonly double[] _x = [a, b, c];

    public double A => _x[0];
    public double B => _x[1];
    public double C => _x[2];
    public Matrix2 LeftFirst { get; private set; } = leftFirst;
    public Matrix2 LeftSecond { get; private set; } = leftSecond;
    public Matrix2 RightFirst { get; private set; } = rightFirst;
    public Matrix2 RightSecond { get; private set; } = rightSecond;

    public void Fold(double tolerance)
    {
        for (var axis = 0; axis < 3; axis++)
            Reduce(axis, tolerance);
        Sort(tolerance);
        if (_x[0] < 0)
            Flip(0, _x[1] < 0 ? 1 : 2);
        if (_x[1] < 0)
            Flip(1, 2);
        if (_x[2] < -tolerance && _x[0] > QuarterPi - tolerance)
            Mirror();
    }

    /// <summary>From (a, b, c) to (π/2 − a, b, −c).</summary>
    public void Mirror()
    {
        Shift(0, -1);
        Flip(0, 2);
    }

    /// <summary>Into (−π/4, π/4], with −π/4 itself, up to the tolerance, taken to π/4.</summary>
    private void Reduce(int axis, double tolerance)
    {
        var turns = (int)Math.Floor((_x[axis] + QuarterPi - tolerance) / HalfPi);
        if (turns != 0)
            Shift(axis, -turns);
    }

    /// <summary>Descending absolute values; differences within the tolerance do not swap.</summary>
    private void Sort(double tolerance)
    {
        for (var pass = 0; pass < 2; pass++)
            for (var axis = 0; axis < 2; axis++)
                if (Math.Abs(_x[axis]) < Math.Abs(_x[axis + 1]) - tolerance)
                    Exchange(axis, axis + 1);
    }

    private void Shift(int axis, int turns)
    {
        _x[axis] += turns * HalfPi;
        if ((turns & 1) == 0)
            return;
        RightFirst = _pauli[axis] * RightFirst;
        RightSecond = _pauli[axis] * RightSecond;
    }

    private void Exchange(int i, int j)
    {
        (_x[i], _x[j]) = (_x[j], _x[i]);
        var turn = _quarter[3 - i - j];
        LeftFirst *= turn;
        LeftSecond *= turn;
        RightFirst = turn.Adjoint * RightFirst;
        RightSecond = turn.Adjoint * RightSecond;
    }

    private void Flip(int i, int j)
    {
        (_x[i], _x[j]) = (-_x[i], -_x[j]);
        var pauli = _pauli[3 - i - j];
        LeftFirst *= pauli;
        RightFirst = pauli * RightFirst;
    }
}
