namespace QmlBench.Transpilation.Layouts;

/// <summary>−ln(1 − error) of every place of a target: a layout's cost is a sum of these.</summary>
/// <param name="Pulse">Per qubit: one pulse.</param>
/// <param name="Readout">Per qubit: one measurement.</param>
/// <param name="Coupler">Row-major matrix: the native two-qubit gate; infinite without one.</param>
/// <param name="Seconds">Row-major matrix: duration of that gate; 0 where it is not known.</param>
/// <param name="Waiting">Per qubit: a second of relaxation, 1/(4·T1) + 1/(2·T2), the slope of its process infidelity.</param>
internal sealed record SiteCosts(double[] Pulse, double[] Readout, double[] Coupler, double[] Seconds, double[] Waiting)
{
    /// <summary>The cost of what is never right: large, but it can still be compared.</summary>
    private const double Hopeless = 1e3;

    public int QubitCount => Pulse.Length;

    /// <summary>The cheapest coupler; 0 on a device of no qubits.</summary>
    public double CheapestPair { get; } = Coupler.DefaultIfEmpty(0).Min();

    public double Pair(int a, int b) => Coupler[a * QubitCount + b];

    public double PairSeconds(int a, int b) => Seconds[a * QubitCount + b];

    public static SiteCosts Of(Target target)
    {
        var n = target.QubitCount;
        double[] pulse = new double[n], readout = new double[n], coupler = new double[n * n], seconds = new double[n * n];
        Array.Fill(coupler, double.PositiveInfinity);
        for (var q = 0; q < n; q++)
        {
            pulse[q] = Math.Min(Hopeless, target.Basis.Pulses(q).Cost);
            readout[q] = Math.Min(Hopeless, SuccessProduct.Cost(target.ReadoutError(q)));
        }
        foreach (var (a, b) in target.Graph.Edges.Where(e => target.Basis.Has(e.A, e.B)))
        {
            var best = target.Basis.Coupler(a, b).Best;
            coupler[a * n + b] = coupler[b * n + a] = Math.Min(Hopeless, best.Cost);
            seconds[a * n + b] = seconds[b * n + a] = best.Duration;
        }
        return new(pulse, readout, coupler, seconds, [.. target.Device.Qubits.Select(q => Rate(q.T1) / 4 + Rate(q.T2) / 2)]);
    }

    private static double Rate(double? seconds) => seconds is > 0 ? 1 / seconds.Value : 0;

    /// <summary>Cost of interactions under a layout (device qubit per wire).</summary>
    public double Of(Interactions use, int[] layout)
    {
        var sum = 0.0;
        for (var wire = 0; wire < use.WireCount; wire++)
            if (layout[wire] >= 0)
                sum += Wire(use, wire, layout[wire]);
        foreach (var (a, b, count) in use.Pairs)
            sum += count * Pair(layout[a], layout[b]);
        return sum;
    }

    /// <summary>Cost of one wire's pulses and measurements on a device qubit.</summary>
    public double Wire(Interactions use, int wire, int qubit) =>
        (use.Pulses[wire] > 0 ? use.Pulses[wire] * Pulse[qubit] : 0)
        + (use.Measurements[wire] > 0 ? use.Measurements[wire] * Readout[qubit] : 0);
}
