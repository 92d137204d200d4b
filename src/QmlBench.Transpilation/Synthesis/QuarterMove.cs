namespace QmlBench.Transpilation.Synthesis;

/// <summary>exp(−iπ/4·P⊗Q) on two wires; Paulis x | z &lt;&lt; 1.</summary>
internal readonly record struct QuarterMove(int A, int P, int B, int Q)
{
    /// <summary>X on wire w at bit w, Z at bit 16 + w.</summary>
    public uint Mask => (uint)((P & 1) << A | (Q & 1) << B | (P >> 1) << 16 + A | (Q >> 1) << 16 + B);
}
