namespace QmlBench.Mitigation.Readout;

/// <summary>The calibrated confusion of one qubit.</summary>
/// <param name="OneGivenZero">P(1|0): 1 is recorded for |0⟩.</param>
/// <param name="ZeroGivenOne">P(0|1): 0 is recorded for |1⟩.</param>
/// <param name="ErrorOfOneGivenZero">Standard error of P(1|0); 0 when exact.</param>
/// <param name="ErrorOfZeroGivenOne">Standard error of P(0|1); 0 when exact.</param>
public readonly record struct QubitCalibration(
    double OneGivenZero, double ZeroGivenOne, double ErrorOfOneGivenZero = 0, double ErrorOfZeroGivenOne = 0)
{
    /// <summary>a in ⟨Z⟩′ = a·⟨Z⟩ + b: 1 − P(1|0) − P(0|1).</summary>
    public double Contrast => 1 - OneGivenZero - ZeroGivenOne;

    /// <summary>b in ⟨Z⟩′ = a·⟨Z⟩ + b: P(0|1) − P(1|0).</summary>
    public double Offset => ZeroGivenOne - OneGivenZero;

    /// <summary>‖A⁻¹‖₁ = (1 + |P(1|0) − P(0|1)|)/|1 − P(1|0) − P(0|1)|; its square bounds the growth of the variance.</summary>
    public double OneNorm => (1 + Math.Abs(Offset)) / Math.Abs(Contrast);

    /// <summary>
    /// Entry of the inverse confusion A⁻¹: how much recorded bit <paramref name="recorded"/> counts for <paramref name="prepared"/>.
    /// </summary>
    public double Inverse(int prepared, int recorded) => (prepared, recorded) switch
    {
        (0, 0) => (1 - ZeroGivenOne) / Contrast,
        (0, _) => -ZeroGivenOne / Contrast,
        (_, 0) => -OneGivenZero / Contrast,
        _ => (1 - OneGivenZero) / Contrast,
    };

    /// <summary>∂<see cref="Inverse"/>(0, recorded)/∂P(1|0).</summary>
    public double SlopeByOneGivenZero(int recorded) => Inverse(0, recorded) / Contrast;

    /// <summary>∂<see cref="Inverse"/>(0, recorded)/∂P(0|1).</summary>
    public double SlopeByZeroGivenOne(int recorded) => (recorded == 0 ? OneGivenZero : OneGivenZero - 1) / (Contrast * Contrast);
}
