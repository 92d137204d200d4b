namespace QmlBench.Circuits.Gates;

/// <summary>Properties that hold for every value of a gate's angles.</summary>
[Flags]
internal enum GateTraits : byte
{
    None = 0,
    Diagonal = 1,
    SelfInverse = 2,
    Symmetric = 4,
    Hermitian = 8,
}
