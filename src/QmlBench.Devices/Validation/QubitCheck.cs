using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Validation;

/// <summary>The rules for the figures of qubits.</summary>
internal sealed class QubitCheck(DeviceDraft draft, List<DeviceProblem> problems)
{
    // Reported means and means of reported values differ by rounding; a real difference is far larger.
    private const double MeanTolerance = 1e-9;

    // Where the semantics takes the dephasing from incoherent errors, T2 is not missed.
    private readonly HashSet<int> dephases = draft.Semantics != NoiseSemantics.Google ? [] :
        [.. draft.Gates.SelectMany(g => g.Sites).Where(s => s is { Qubits.Length: 1, Details.IncoherentError: not null }).Select(s => s.Qubits[0])];

    /// <summary>Checks all qubits.</summary>
    public void Run()
    {
        if (draft.Qubits.Count == 0)
            Add("qubits", "the device has no qubits", "at least one qubit");
        int missing = Enumerable.Range(0, draft.Qubits.Count).FirstOrDefault(i => !draft.Qubits.ContainsKey(i), -1);
        if (missing >= 0)
            Add("qubits", $"qubit {missing} is missing", $"qubits 0 to {draft.Qubits.Keys.Last()} without gaps");
        foreach ((int index, Qubit qubit) in draft.Qubits)
        {
            Coherence(index, qubit);
            Spectrum(index, qubit);
            Readout(index, qubit.Readout);
            Duration($"qubits/{index}/reset", "the duration of a reset", qubit.ResetDuration);
        }
    }

    private void Coherence(int index, Qubit qubit)
    {
        string place = $"qubits/{index}";
        Positive($"{place}/t1", "T1", qubit.T1);
        Positive($"{place}/t2", "T2", qubit.T2);
        Missing($"{place}/t1", "T1", qubit.T1, index);
        if (!dephases.Contains(index))
            Missing($"{place}/t2", "T2", qubit.T2, index);
        if (qubit is { T1: > 0 and { } t1, T2: > 0 and { } t2 } && t2 > 2 * t1)
            Odd(
                Oddity.T2AboveTwiceT1, $"{place}/t2", $"{index}",
                $"impossible T2: {Quantity.Format(t2, Dimension.Time)} is above 2·T1 = {Quantity.Format(2 * t1, Dimension.Time)}",
                "T2 of at most 2·T1");
    }

    private void Spectrum(int index, Qubit qubit)
    {
        if (qubit.Frequency is <= 0)
            Add($"qubits/{index}/frequency", "the frequency is not positive", "a frequency above 0");
    }

    private void Readout(int index, Readout readout)
    {
        string place = $"qubits/{index}/readout";
        Probability($"{place}/p1_given_0", "P(1|0)", readout.P1Given0);
        Probability($"{place}/p0_given_1", "P(0|1)", readout.P0Given1);
        Probability($"{place}/error", "the readout error", readout.Error);
        Duration($"{place}/length", "the readout length", readout.Length);
        Missing($"{place}/length", "readout length", readout.Length, index);
        if (!readout.HasPair && readout.Error is null)
            Odd(Oddity.MissingFigures, place, "readout error", $"qubit {index} has no readout error", "both 'p1_given_0' and 'p0_given_1', or 'error'");
        if (!readout.HasPair && (readout.P1Given0 ?? readout.P0Given1) is not null)
            Add(place, "one of P(1|0) and P(0|1) stands alone", "both 'p1_given_0' and 'p0_given_1'");
        Useless(index, place, readout);
        if (readout is { HasPair: true, Error: { } error } && Math.Abs(error - ((readout.P1Given0!.Value + readout.P0Given1!.Value) / 2)) > MeanTolerance)
            Odd(Oddity.ReadoutErrorDiffers, $"{place}/error", $"{index}", "the readout error is not the mean of P(1|0) and P(0|1)", "their mean");
    }

    private void Useless(int index, string place, Readout readout)
    {
        double[] given = [readout.P1Given0 ?? 0, readout.P0Given1 ?? 0, readout.Error ?? 0];
        bool singular = readout.HasPair && given[0] + given[1] >= 1;
        if (given.Any(p => p is > 0.5 and <= 1) || singular)
            Odd(Oddity.ReadoutBeyondHalf, place, $"{index}", "the readout tells less than a coin: a probability is above 1/2, or P(1|0) + P(0|1) is 1 or more", "probabilities below 1/2");
    }

    private void Positive(string place, string what, double? value)
    {
        if (value is <= 0)
            Add(place, $"{what} is not positive", "a time above 0");
    }

    private void Duration(string place, string what, double? value)
    {
        if (value is < 0)
            Add(place, $"{what} is negative", "a time of at least 0");
    }

    private void Probability(string place, string what, double? value)
    {
        if (value is < 0 or > 1)
            Add(place, $"{what} is {Quantity.Format(value.Value)}, which is not a probability", "a number from 0 to 1");
    }

    private void Missing(string place, string what, double? value, int index)
    {
        if (value is null)
            Odd(Oddity.MissingFigures, place, what, $"qubit {index} has no {what}", $"the {what}");
    }

    private void Add(string place, string message, string expected) => problems.Add(new(place, message, expected));

    private void Odd(Oddity oddity, string place, string subject, string message, string expected) =>
        problems.Add(new(place, message, expected, null, oddity, subject));
}
