namespace QmlBench.Devices;

/// <summary>Readout of one qubit: the confusion of the classical bit after a perfect projective measurement.</summary>
/// <remarks>Confusion matrix, row = true outcome, column = recorded: [[1 − P(1|0), P(1|0)], [P(0|1), 1 − P(0|1)]]. Which of the
/// figures is used is the noise semantics' choice (asymmetric pair or single error); null means that the figure was not given.</remarks>
public sealed record Readout
{
    /// <summary>A readout without any figure.</summary>
    public static Readout Unknown { get; } = new();

    /// <summary>P(1|0): probability to record 1 when the qubit is in |0⟩.</summary>
    public double? P1Given0 { get; init; }

    /// <summary>P(0|1): probability to record 0 when the qubit is in |1⟩.</summary>
    public double? P0Given1 { get; init; }

    /// <summary>The single readout error as reported; usually, but not always, the mean of the two above.</summary>
    public double? Error { get; init; }

    /// <summary>Duration of the measurement in seconds.</summary>
    public double? Length { get; init; }

    /// <summary>P(1|0) with the single error in its place where the pair is incomplete; 0 if nothing is known.</summary>
    public double EffectiveP1Given0 => HasPair ? P1Given0!.Value : Error ?? 0;

    /// <summary>P(0|1) with the single error in its place where the pair is incomplete; 0 if nothing is known.</summary>
    public double EffectiveP0Given1 => HasPair ? P0Given1!.Value : Error ?? 0;

    /// <summary>The single error as reported, else the mean of the pair, else 0.</summary>
    public double EffectiveError => Error ?? (HasPair ? (P1Given0!.Value + P0Given1!.Value) / 2 : 0);

    /// <summary>Whether both conditional probabilities are given.</summary>
    public bool HasPair => P1Given0 is not null && P0Given1 is not null;
}
