using QmlBench.Emulation.Noise;

namespace QmlBench.Emulation.Budgets;

/// <summary>What wires and pairs of a load would lose on other qubits of the device, to first order; waiting counts.</summary>
internal sealed class PlaceCosts
{
    private readonly double[] _pulse, _reading, _perSecond;
    private readonly SortedDictionary<(int, int), double> _couplers = [];

    /// <summary>The costs of a device.</summary>
    public PlaceCosts(NoiseModel model)
    {
        var device = model.Device;
        var gates = device.Gates.Where(gate => device.Basis.Contains(gate.Name)).ToList();
        _pulse = [.. Enumerable.Range(0, device.QubitCount).Select(qubit => gates.Where(gate => gate.Arity == 1)
            .Max(gate => gate.SiteFor(qubit)?.Error) ?? 0)];
        _reading = [.. Enumerable.Range(0, device.QubitCount).Select(qubit => MeanError(model, qubit))];
        _perSecond = [.. Enumerable.Range(0, device.QubitCount).Select(model.TimesOf).Select(times => (0.25 / times.T1) + (0.5 / times.T2))];
        foreach (var site in gates.Where(gate => gate.Arity == 2).SelectMany(gate => gate.Sites).Where(site => !site.IsDead))
        {
            var key = (Math.Min(site.Qubits[0], site.Qubits[1]), Math.Max(site.Qubits[0], site.Qubits[1]));
            _couplers[key] = Math.Min(site.Error ?? 0, _couplers.GetValueOrDefault(key, double.PositiveInfinity));
        }
    }

    /// <summary>The cost of a wire on a qubit.</summary>
    public double Wire(CircuitLoad load, int wire, int qubit) =>
        (load.Pulses[wire] * _pulse[qubit]) + (load.Seconds[wire] * _perSecond[qubit]) + (load.Measurements[wire] * _reading[qubit]);

    /// <summary>The cost of gates on a coupler.</summary>
    public double Pair(int count, int one, int other) =>
        count * _couplers.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)));

    /// <summary>The mean of both errors of a record.</summary>
    public static double MeanError(NoiseModel model, int qubit)
    {
        var recording = model.AverageInGroup(qubit) ?? model.Recording(qubit);
        return (recording.OneGivenZero + recording.ZeroGivenOne) / 2;
    }
}
