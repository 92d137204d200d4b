using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Where the coefficients of a register stand in memory: in their order, apart, or as a part of a larger register.</summary>
/// <remarks>
/// Every digit adds its own distance, so the place of a sum of indices with different digits is the sum of their places. In a
/// register of its own the distances are powers of four, and the sixteen rows of a pair of high qubits would share a set of the first
/// cache; spread out they do not.
/// </remarks>
internal sealed class RegisterLayout
{
    // Beyond qubit 4 a value of a digit is 8 KiB from the next or more: a cache line set apart by 512 bytes more. Beyond qubit 6 again.
    private const int FirstSpread = 10;
    private const int SecondSpread = 14;
    private const int Apart = 64;

    private readonly bool _isSpread;
    private readonly int[] _inserted;
    private readonly int _digitBits;

    private RegisterLayout(bool isSpread, int[] inserted, int digitBits)
    {
        _isSpread = isSpread;
        _inserted = inserted;
        _digitBits = digitBits;
    }

    /// <summary>Coefficients in their order.</summary>
    internal static RegisterLayout Plain { get; } = new(false, [], 0);

    /// <summary>Coefficients set apart, so that the rows of high qubits share no set of the first cache.</summary>
    internal static RegisterLayout Spread { get; } = new(true, [], 0);

    /// <summary>The part of a register that the given qubits make.</summary>
    internal static RegisterLayout Within(RegisterShape register, int[] qubits) =>
        new(false, [.. Enumerable.Range(0, register.QubitCount).Except(qubits)], register.DigitBits);

    /// <summary>True if the register is part of a larger one.</summary>
    internal bool IsWithin => _inserted.Length > 0;

    /// <summary>The place of a coefficient.</summary>
    internal nint Place(nint index)
    {
        if (_isSpread) return index + (Apart * ((index >> FirstSpread) + (index >> SecondSpread)));
        foreach (int qubit in _inserted)
        {
            nint low = index & (((nint)1 << (_digitBits * qubit)) - 1);
            index = ((index - low) << _digitBits) + low;
        }

        return index;
    }

    /// <summary>Doubles that a register of <paramref name="length"/> coefficients takes.</summary>
    internal int Size(int length) => length == 0 ? 0 : (int)Place(length - 1) + 1;
}
