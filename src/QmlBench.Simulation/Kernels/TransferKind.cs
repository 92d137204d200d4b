namespace QmlBench.Simulation.Kernels;

/// <summary>How tiles are filled; the choice changes speed alone.</summary>
internal enum TransferKind
{
    /// <summary>Contiguous pieces are copied.</summary>
    Pieces,

    /// <summary>Contiguous pieces of eight doubles: eight rows of parameters side by side.</summary>
    Eights,

    /// <summary>Contiguous pieces of four doubles, two at a time to one vector of eight.</summary>
    PairsOfFours,

    /// <summary>The digits of qubit 0 are neighbours in the state: transposed 4×4 against four rest indices.</summary>
    TransposedFours,

    /// <summary>The same, against two times four rest indices in vectors of eight.</summary>
    TransposedEights,
}
