namespace QmlBench.Emulation.Waist;

/// <summary>What the compiler's candidates are chosen by. Ties go to the larger product of 1 − error.</summary>
public enum Objective
{
    /// <summary>The fidelity that the noise model predicts, idle times and the readout included.</summary>
    Fidelity,

    /// <summary>The fewest two-qubit gates.</summary>
    TwoQubit,

    /// <summary>The smallest depth.</summary>
    Depth,
}
