namespace QmlBench.Emulation.Waist;

/// <summary>What a program will be asked besides expectation values.</summary>
[Flags]
public enum Asked
{
    /// <summary>Expectation values alone.</summary>
    None = 0,

    /// <summary>Bitstrings through <see cref="IProgram.Sample"/>.</summary>
    Bitstrings = 1,

    /// <summary>Derivatives through <see cref="IGradient"/>.</summary>
    Gradient = 2,

    /// <summary>Kernel entries through <see cref="IFidelityKernel"/>.</summary>
    Kernel = 4,
}
