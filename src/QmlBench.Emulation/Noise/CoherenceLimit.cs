namespace QmlBench.Emulation.Noise;

/// <summary>Relaxation stretched so that a gate has no more than its reported error.</summary>
internal static class CoherenceLimit
{
    private const int Halvings = 200;

    /// <summary>The share f of a gate's duration whose relaxation gives the reported error: T1 and T2 are stretched by 1/f.</summary>
    /// <param name="reported">Reported average gate infidelity.</param>
    /// <param name="infidelity">Infidelity of relaxation during a share of the duration, rising with it.</param>
    /// <returns>1 where the report is above, and where even no relaxation is too much: then it is not relaxation that is to blame.</returns>
    public static double Share(double reported, Func<double, double> infidelity)
    {
        if (reported >= infidelity(1) || reported < infidelity(0))
        {
            return 1;
        }

        double low = 0, high = 1;
        for (var step = 0; step < Halvings && low < high; step++)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                break;
            }

            (low, high) = infidelity(middle) <= reported ? (middle, high) : (low, middle);
        }

        return low;
    }
}
