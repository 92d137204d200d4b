using System.Globalization;

namespace QmlBench.Emulation.Waist;

/// <summary>How a program is simulated, and why.</summary>
/// <param name="Kind">The method; of several parts the one that costs most.</param>
/// <param name="Why">One sentence: what decided it. The same for every run of a program.</param>
/// <param name="Bytes">Bytes of the states of a run, the largest of several.</param>
/// <param name="ActiveQubits">Qubits that the circuit touches or that are asked about.</param>
public sealed record Method(MethodKind Kind, string Why, long Bytes, int ActiveQubits)
{
    /// <summary>The name used on the command line and in files.</summary>
    public string Name => MethodNames.Of(Kind);

    /// <summary>Qubits of the largest register that is simulated once what cannot matter is cut away.</summary>
    public int ConeQubits { get; init; } = ActiveQubits;

    /// <summary>Number of registers simulated: 1, or one for each group of light cones.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Trajectories sampled for the row that needed most; 0 before a run, and where the error-free one is all there is.</summary>
    public long Trajectories { get; init; }

    /// <summary>Largest standard error of a value after a run by trajectories; null before, and where values are exact.</summary>
    public double? StandardError { get; init; }

    /// <summary>Why, and after a run by trajectories what they achieved.</summary>
    public string Text => (StandardError, Trajectories) switch
    {
        (null, _) => Why,
        (_, 0) => $"{Why}; nothing is random, so one trajectory is exact",
        var (error, count) => string.Create(
            CultureInfo.InvariantCulture, $"{Why}; {count:N0} trajectories gave a standard error of {error:G3}"),
    };
}
