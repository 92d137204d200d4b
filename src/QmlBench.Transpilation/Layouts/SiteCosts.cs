namespace QmlBench.Transpilation.Layouts;

/// <summary>−ln(1 − error) of every place of a target: a layout's cost is a sum of these.</summary>
/// <param name="Pulse">Per qubit: one pulse.</param>
/// <param name="Readout">Per qubit: one measurement.</param>
/// <param name="Coupler">Row-major matrix: the native two-qubit gate; infinite without one.</param>
internal sealed record SiteCosts(double[] Pulse, double[] Readout, double[] Coupler)
{
    /// <summary>The cost of what is never right: large, but it can still be compared.</summary>
    private const double Hopeless = 1e3;

    public int QubitCount => Pulse.Length;

    public double Pair(int a, int b) => Coupler[a * QubitCount + b];

    public static SiteCosts Of(Target target)
    {
        var n = target.QubitCount;
        double[] pulse = new double[n], readout = new double[n], coupler = new double[n * n];
        Array.Fill(coupler, double.PositiveInfinity);
        for (var q = 0; q < n; q++)
        {
            pulse[q] = Math.Min(Hopeless, target.Basis.Pulses(q).Cost);
            readout[q] = Math.Min(Hopeless, SuccessProduct.Cost(target.ReadoutError(q)));
        }
        foreach (var (a, b) in target.Graph.Edges.Where(e => target.Basis.Has(e.A, e.B)))
            coupler[a * n + b] = coupler[b * n + a] = Math.Min(Hopeless, target.Basis.Coupler(a, b).Best.Cost);
        return new(pulse, readout, coupler);
    }

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
