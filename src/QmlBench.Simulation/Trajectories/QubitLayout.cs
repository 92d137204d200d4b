namespace QmlBench.Simulation.Trajectories;

/// <summary>Which bit of the index of an amplitude belongs to which qubit.</summary>
internal sealed class QubitLayout
{
    private readonly int[] _bitOf;
    private readonly int[] _qubitAt;

    internal QubitLayout(int bits)
    {
        _bitOf = new int[bits];
        _qubitAt = new int[bits];
        Reset();
    }

    /// <summary>The bit of a qubit.</summary>
    internal int BitOf(int qubit) => _bitOf[qubit];

    /// <summary>The qubit of a bit.</summary>
    internal int QubitAt(int bit) => _qubitAt[bit];

    /// <summary>The first order: qubit q at bit q + 3, the last three at the places of a cell, so that circuits that begin with qubit 0
    /// need no exchange.</summary>
    internal void Reset()
    {
        for (int q = 0; q < _bitOf.Length; q++) Put(q, (q + CellRegister.PlaceBits) % _bitOf.Length);
    }

    /// <summary>Two bits change their qubits.</summary>
    internal void Swap(int one, int other)
    {
        (int a, int b) = (_qubitAt[one], _qubitAt[other]);
        Put(a, other);
        Put(b, one);
    }

    /// <summary>Takes the order of another.</summary>
    internal void CopyFrom(QubitLayout other)
    {
        other._bitOf.CopyTo(_bitOf, 0);
        other._qubitAt.CopyTo(_qubitAt, 0);
    }

    /// <summary>A mask over qubits as a mask over bits.</summary>
    internal nint Bits(long qubits)
    {
        nint bits = 0;
        for (int q = 0; qubits >> q != 0; q++)
            if (((qubits >> q) & 1) == 1) bits |= (nint)1 << _bitOf[q];
        return bits;
    }

    /// <summary>An index over bits as an index over qubits.</summary>
    internal long Qubits(nint bits)
    {
        long qubits = 0;
        for (int b = 0; b < _qubitAt.Length; b++)
            if (((bits >> b) & 1) == 1) qubits |= 1L << _qubitAt[b];
        return qubits;
    }

    private void Put(int qubit, int bit)
    {
        _bitOf[qubit] = bit;
        _qubitAt[bit] = qubit;
    }
}
