using System.Globalization;

namespace QmlBench.Mitigation.Regression;

/// <summary>How Clifford data regression makes its training circuits.</summary>
public sealed record RegressionOptions
{
    private const int MostCircuits = 1000;

    /// <summary>States the options.</summary>
    /// <param name="circuits">Training circuits per row, 3 to 1000.</param>
    /// <param name="fraction">Part of the non-Clifford rotations that a training circuit keeps, 0 to 1 (1 excluded).</param>
    /// <exception cref="ArgumentException">A number is outside.</exception>
    public RegressionOptions(int circuits, double fraction)
    {
        if (circuits is < 3 or > MostCircuits)
        {
            throw new ArgumentException(
                $"A line through training circuits with an error bar needs 3 to {MostCircuits} of them; {circuits} is outside.",
                nameof(circuits));
        }

        if (!(fraction >= 0 && fraction < 1))
        {
            throw new ArgumentException(
                "The fraction of non-Clifford rotations kept lies in 0 … 1, 1 excluded; "
                + $"{fraction.ToString(CultureInfo.InvariantCulture)} does not.",
                nameof(fraction));
        }

        (Circuits, Fraction) = (circuits, fraction);
    }

    /// <summary>10 training circuits that keep half of the non-Clifford rotations.</summary>
    /// <remarks>
    /// Mitiq keeps a tenth. Exact values of circuits that near to Clifford ones are mostly 0 or ±1 and determine a line badly: on 40
    /// rows of re-uploading circuits (4 qubits, 1 to 3 layers, a 5-qubit Falcon with all noise) the root mean square error without shots was
    /// 0.12, 0.10, 0.10 (raw 0.10, 0.07, 0.07) with a tenth and 0.008, 0.012, 0.015 with half.
    /// </remarks>
    public static RegressionOptions Default { get; } = new(10, 0.5);

    /// <summary>Training circuits per row.</summary>
    public int Circuits { get; }

    /// <summary>Part of the non-Clifford rotations that a training circuit keeps.</summary>
    public double Fraction { get; }

    /// <summary>The options as text, for names and identities.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"circuits={Circuits}, fraction={Fraction:R}");
}
