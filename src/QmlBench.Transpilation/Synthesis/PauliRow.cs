namespace QmlBench.Transpilation.Synthesis;

/// <summary>A Pauli string with a sign on any number of qubits: one row of a tableau (Aaronson and Gottesman, quant-ph/0406196).</summary>
/// <remarks>Per qubit x | z &lt;&lt; 1: 0 I, 1 X, 2 Z, 3 Y.</remarks>
internal sealed class PauliRow(int qubits)
{
    /// <summary>σ_p σ_r = i^k σ_(p⊕r): XY = iZ, YZ = iX, ZX = iY.</summary>
    private static readonly byte[] _powerOfI = [0, 0, 0, 0, 0, 0, 3, 1, 0, 1, 0, 3, 0, 3, 1, 0];

    private readonly byte[] _paulis = new byte[qubits];

    public int Qubits => _paulis.Length;

    public bool IsNegative { get; private set; }

    public int this[int qubit]
    {
        get => _paulis[qubit];
        set => _paulis[qubit] = (byte)value;
    }

    /// <summary>The row I…IPI…I.</summary>
    public static PauliRow Single(int qubits, int qubit, int pauli) => new(qubits) { [qubit] = pauli };

    /// <summary>Whether the strings are the same up to their signs.</summary>
    public bool HasPaulisOf(PauliRow other) => _paulis.AsSpan().SequenceEqual(other._paulis);

    public bool CommutesWith(PauliRow other)
    {
        var odd = 0;
        for (var q = 0; q < _paulis.Length; q++)
        {
            int p = _paulis[q], r = other._paulis[q];
            odd ^= p & r >> 1 ^ p >> 1 & r;
        }
        return (odd & 1) == 0;
    }

    /// <summary>U R U† for a Clifford gate U on one qubit, named twice, or on two.</summary>
    public void Take(PauliTable gate, int first, int second)
    {
        var pauli = first == second ? this[first] : this[first] | this[second] << 2;
        if (pauli == 0)
            return;
        var (image, negative) = gate[pauli];
        this[first] = image & 3;
        if (first != second)
            this[second] = image >> 2;
        IsNegative ^= negative;
    }

    /// <summary>U R U† for U = exp(−iπ/4·A): −i·A·R where A and R anticommute.</summary>
    public void TurnAbout(PauliRow axis)
    {
        if (CommutesWith(axis))
            return;
        var power = 3;
        for (var q = 0; q < _paulis.Length; q++)
        {
            power += _powerOfI[4 * axis._paulis[q] + _paulis[q]];
            _paulis[q] ^= axis._paulis[q];
        }
        IsNegative ^= axis.IsNegative ^ (power & 3) == 2;
    }
}
