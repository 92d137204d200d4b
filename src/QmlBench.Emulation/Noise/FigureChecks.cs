using QmlBench.Devices;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>Figures no noise can be derived from.</summary>
internal static class FigureChecks
{
    /// <summary>Refuses T1 or T2 ≤ 0, negative or infinite durations, errors that are not numbers, and readout outside 0 … 1.</summary>
    /// <exception cref="ExecutionRefusedException">Names every offender.</exception>
    public static void Check(Device device)
    {
        var problems = Enumerable.Range(0, device.QubitCount).SelectMany(qubit => OfQubit(qubit, device.Qubits[qubit]))
            .Concat(device.Gates.Concat(device.Measurements).SelectMany(OfGate))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ExecutionRefusedException($"No noise can be derived from {device.Name}: {string.Join("; ", problems)}.");
        }
    }

    private static IEnumerable<string> OfQubit(int qubit, Qubit figures)
    {
        foreach (var (name, value) in new[] { ("T1", figures.T1), ("T2", figures.T2) })
        {
            if (value is { } time && !(time > 0))
            {
                yield return $"{name} of qubit {qubit} is {time} s, but must be above 0";
            }
        }

        if (figures.ResetDuration is { } reset && !(reset >= 0 && double.IsFinite(reset)))
        {
            yield return $"the reset of qubit {qubit} takes {reset} s";
        }

        var readout = figures.Readout;
        var probabilities = new[] { ("P(1|0)", readout.P1Given0), ("P(0|1)", readout.P0Given1), ("readout error", readout.Error) };
        foreach (var (name, value) in probabilities)
        {
            if (value is { } probability && !(probability is >= 0 and <= 1))
            {
                yield return $"{name} of qubit {qubit} is {probability}, but must lie in 0 to 1";
            }
        }
    }

    private static IEnumerable<string> OfGate(NativeGate gate)
    {
        foreach (var site in gate.Sites)
        {
            if (site.Duration is { } duration && !(duration >= 0 && double.IsFinite(duration)))
            {
                yield return $"{gate.Name} on {site.Key()} takes {duration} s";
            }

            if (site.Error is { } error && !double.IsFinite(error))
            {
                yield return $"the error of {gate.Name} on {site.Key()} is {error}";
            }
        }
    }
}
