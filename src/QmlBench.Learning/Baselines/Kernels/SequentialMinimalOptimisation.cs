namespace QmlBench.Learning.Baselines.Kernels;

/// <summary>The inner loop of the support vector solver: libsvm's <c>Solver</c> without shrinking, in double precision.</summary>
internal sealed class SequentialMinimalOptimisation(int count, double tolerance)
{
    // Stands in for a curvature that is not positive, as in libsvm.
    private const double Tau = 1e-12;

    private readonly double[] _gradient = new double[count];
    private int _first;
    private int _second;

    public double[] Q { get; } = new double[count * count];

    public double[] Signs { get; } = new double[count];

    public double[] Bounds { get; } = new double[count];

    public double[] Alphas { get; } = new double[count];

    public int Iterations { get; private set; }

    /// <summary>Starts at α = 0 and goes on until no pair violates the conditions by more than the tolerance.</summary>
    public bool Run(int most, CancellationToken cancel)
    {
        _gradient.AsSpan().Fill(-1);
        while (SelectPair())
        {
            if (Iterations >= most)
                return false;
            if (Iterations++ % 4096 == 0)
                cancel.ThrowIfCancellationRequested();
            Step();
        }

        return true;
    }

    public double Threshold()
    {
        var (upper, lower, sum, free) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0);
        for (var i = 0; i < count; i++)
        {
            var signed = Signs[i] * _gradient[i];
            if (!AtUpper(i) && !AtLower(i))
                (sum, free) = (sum + signed, free + 1);
            else if (AtUpper(i) == Signs[i] < 0)
                upper = Math.Min(upper, signed);
            else
                lower = Math.Max(lower, signed);
        }

        return free > 0 ? sum / free : (upper + lower) / 2;
    }

    /// <summary>½ αᵀQα − Σα, from the gradient Qα − 1.</summary>
    public double Objective()
    {
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sum += Alphas[i] * (_gradient[i] - 1);
        return sum / 2;
    }

    private bool AtUpper(int i) => Alphas[i] >= Bounds[i];

    private bool AtLower(int i) => Alphas[i] <= 0;

    /// <summary>First the strongest violator, then the partner that lowers the objective most by a second-order estimate.</summary>
    private bool SelectPair()
    {
        var strongest = double.NegativeInfinity;
        _first = -1;
        for (var t = 0; t < count; t++)
        {
            var positive = Signs[t] > 0;
            if (positive ? AtUpper(t) : AtLower(t))
                continue;
            var push = positive ? -_gradient[t] : _gradient[t];
            if (push >= strongest)
                (strongest, _first) = (push, t);
        }

        return _first >= 0 && SelectPartner(strongest);
    }

    private bool SelectPartner(double strongest)
    {
        var opposite = double.NegativeInfinity;
        var best = double.PositiveInfinity;
        _second = -1;
        var row = Q.AsSpan(_first * count, count);
        var diagonal = Q[(_first * count) + _first];
        for (var j = 0; j < count; j++)
        {
            var positive = Signs[j] > 0;
            if (positive ? AtLower(j) : AtUpper(j))
                continue;
            var pull = positive ? _gradient[j] : -_gradient[j];
            opposite = Math.Max(opposite, pull);
            var difference = strongest + pull;
            if (difference <= 0)
                continue;
            var curvature = diagonal + Q[(j * count) + j] - (2 * Signs[_first] * Signs[j] * row[j]);
            var decrease = -(difference * difference) / (curvature > 0 ? curvature : Tau);
            if (decrease <= best)
                (best, _second) = (decrease, j);
        }

        return strongest + opposite >= tolerance && _second >= 0;
    }

    private void Step()
    {
        var (i, j) = (_first, _second);
        var (oldFirst, oldSecond) = (Alphas[i], Alphas[j]);
        if (Signs[i] != Signs[j])
            MoveTogether(i, j);
        else
            MoveApart(i, j);
        var changeFirst = Alphas[i] - oldFirst;
        var changeSecond = Alphas[j] - oldSecond;
        var first = Q.AsSpan(i * count, count);
        var second = Q.AsSpan(j * count, count);
        for (var k = 0; k < count; k++)
            _gradient[k] += (first[k] * changeFirst) + (second[k] * changeSecond);
    }

    /// <summary>Opposite signs: both variables change by the same amount, their difference stays.</summary>
    private void MoveTogether(int i, int j)
    {
        var curvature = Q[(i * count) + i] + Q[(j * count) + j] + (2 * Q[(i * count) + j]);
        var delta = (-_gradient[i] - _gradient[j]) / (curvature > 0 ? curvature : Tau);
        var difference = Alphas[i] - Alphas[j];
        var (a, b) = (Alphas[i] + delta, Alphas[j] + delta);
        if (difference > 0)
        {
            if (b < 0)
                (a, b) = (difference, 0);
        }
        else if (a < 0)
        {
            (a, b) = (0, -difference);
        }

        if (difference > Bounds[i] - Bounds[j])
        {
            if (a > Bounds[i])
                (a, b) = (Bounds[i], Bounds[i] - difference);
        }
        else if (b > Bounds[j])
        {
            (a, b) = (Bounds[j] + difference, Bounds[j]);
        }

        (Alphas[i], Alphas[j]) = (a, b);
    }

    /// <summary>Equal signs: the sum of the two variables stays.</summary>
    private void MoveApart(int i, int j)
    {
        var curvature = Q[(i * count) + i] + Q[(j * count) + j] - (2 * Q[(i * count) + j]);
        var delta = (_gradient[i] - _gradient[j]) / (curvature > 0 ? curvature : Tau);
        var sum = Alphas[i] + Alphas[j];
        var (a, b) = (Alphas[i] - delta, Alphas[j] + delta);
        if (sum > Bounds[i])
        {
            if (a > Bounds[i])
                (a, b) = (Bounds[i], sum - Bounds[i]);
        }
        else if (b < 0)
        {
            (a, b) = (sum, 0);
        }

        if (sum > Bounds[j])
        {
            if (b > Bounds[j])
                (a, b) = (sum - Bounds[j], Bounds[j]);
        }
        else if (a < 0)
        {
            (a, b) = (0, sum);
        }

        (Alphas[i], Alphas[j]) = (a, b);
    }
}
