using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Validation;

/// <summary>When the numbers of a channel make one.</summary>
internal static class ChannelRules
{
    /// <summary>Trace lost by more than this is an error, by less a matter of written digits.</summary>
    public const double TraceError = 1e-6;

    /// <summary>Trace lost by less than this is rounding and not worth a notice.</summary>
    public const double TraceRounding = 1e-10;

    private const double LeastEigenvalue = -1e-9;

    // No entry of a channel is above 1; products of entries below this are far from the end of the numbers.
    private const double LargestEntry = 2;

    /// <summary>Whether the matrices of a channel, if it has any, are of a size that channels have; a problem if not.</summary>
    public static bool HasShape(List<DeviceProblem> problems, NoiseOperation operation, string place)
    {
        if (operation is not (UnitaryOperation or KrausOperation or TransferMatrixOperation) || ChannelForm.HasShape(operation))
            return true;
        string sizes = operation is TransferMatrixOperation ? "4 × 4, 16 × 16 or 64 × 64" : "2 × 2, 4 × 4 or 8 × 8, all alike";
        problems.Add(new(place, $"the matrices of '{operation.Keyword}' have the wrong size", sizes));
        return false;
    }

    /// <summary>Checks the numbers of a channel, whose matrices have a size that channels have, on so many qubits.</summary>
    public static void Check(List<DeviceProblem> problems, NoiseOperation operation, string place, int width)
    {
        switch (operation)
        {
            case DepolarizingOperation depolarizing:
                Strength(problems, $"{place}/depolarizing", depolarizing.Strength, width);
                break;
            case PauliOperation pauli:
                Pauli(problems, pauli, place);
                break;
            case AmplitudeDampingOperation damping:
                Between(problems, place, "γ of amplitude damping", damping.Gamma);
                Between(problems, place, "the population of amplitude damping", damping.Population);
                break;
            case PhaseDampingOperation damping:
                Between(problems, place, "γ of phase damping", damping.Gamma);
                break;
            case RelaxationOperation relaxation:
                Relaxation(problems, relaxation, place);
                break;
            case RotationOperation rotation when rotation.Terms.Any(t => t.Pauli.Length != rotation.Terms[0].Pauli.Length):
                problems.Add(new(place, "the Pauli strings of 'rotation' have different lengths", "as many letters as operands"));
                break;
            case UnitaryOperation or KrausOperation or TransferMatrixOperation:
                Matrices(problems, operation, place);
                break;
        }
    }

    /// <summary>Checks the strength of a depolarizing channel.</summary>
    public static void Strength(List<DeviceProblem> problems, string place, DepolarizingStrength strength, int width)
    {
        double most = DepolarizingStrength.Largest(strength.Measure, width);
        if (!(strength.Value >= 0 && strength.Value <= most))
            problems.Add(new(place, $"depolarizing of {Quantity.Format(strength.Value)} on {width} qubit(s) is no channel", $"a number from 0 to {Quantity.Format(most)}"));
    }

    private static void Pauli(List<DeviceProblem> problems, PauliOperation pauli, string place)
    {
        if (pauli.Terms.Any(t => t.Pauli.Length != pauli.Terms[0].Pauli.Length))
            problems.Add(new(place, "the Pauli strings of 'pauli' have different lengths", "as many letters as operands"));
        foreach (PauliWeight term in pauli.Terms)
            Between(problems, place, $"the probability of {term.Pauli}", term.Value);
        if (pauli.Terms.Any(t => Math.Abs(t.Value) > 1))
            return;
        double sum = 0;
        foreach (PauliWeight term in pauli.Terms)
            sum += term.Value;
        bool listsIdentity = pauli.Terms.Any(t => t.Pauli.All(c => c == 'I'));
        if (!(sum <= 1 + 1e-12) || (listsIdentity && !(sum >= 1 - 1e-12)))
            problems.Add(new(place, $"the probabilities of 'pauli' add up to {Quantity.Format(sum)}", "at most 1, and exactly 1 where the identity is listed"));
    }

    private static void Relaxation(List<DeviceProblem> problems, RelaxationOperation relaxation, string place)
    {
        if (relaxation.T1 is <= 0 || relaxation.T2 is <= 0)
            problems.Add(new(place, "T1 or T2 of 'relaxation' is not positive", "times above 0"));
        else if (relaxation.T2 > 2 * relaxation.T1)
            problems.Add(new(place, "T2 of 'relaxation' is above 2·T1", "T2 of at most 2·T1"));
        if (relaxation.Time < 0)
            problems.Add(new(place, "the time of 'relaxation' is negative", "a time of at least 0"));
        Between(problems, place, "the population of 'relaxation'", relaxation.Population);
    }

    private static void Matrices(List<DeviceProblem> problems, NoiseOperation operation, string place)
    {
        if (ChannelForm.LargestEntry(operation) is > LargestEntry and var largest)
        {
            problems.Add(new(place, $"'{operation.Keyword}' has an entry of magnitude {Quantity.Format(largest)}", "no entry of magnitude above 1"));
            return;
        }
        double lost = ChannelForm.TraceLoss(operation);
        if (!(lost <= TraceError))
            problems.Add(new(place, $"'{operation.Keyword}' does not keep the trace: it is off by {Quantity.Format(lost)}", "off by at most 1e-6"));
        else if (lost > TraceRounding)
            problems.Add(new(place, $"'{operation.Keyword}' does not quite keep the trace (off by {Quantity.Format(lost)}); normalised where noise is derived") { IsNotice = true });
        if (lost <= TraceError && ChannelForm.SmallestEigenvalue(operation) is < LeastEigenvalue and var smallest)
            problems.Add(new(place, $"'{operation.Keyword}' is not completely positive: its Choi matrix has the eigenvalue {Quantity.Format(smallest)}", "no negative eigenvalue"));
    }

    private static void Between(List<DeviceProblem> problems, string place, string what, double value)
    {
        if (!(value is >= 0 and <= 1))
            problems.Add(new(place, $"{what} is {Quantity.Format(value)}", $"{what} from 0 to 1"));
    }
}
