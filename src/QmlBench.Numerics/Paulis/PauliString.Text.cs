using System.Numerics;

namespace QmlBench.Numerics.Paulis;

public readonly partial record struct PauliString
{
    /// <summary>Reads letters, the rightmost one for qubit 0.</summary>
    /// <param name="letters">1 to 64 letters I, X, Y, Z.</param>
    /// <returns>The string.</returns>
    /// <exception cref="FormatException">The text is empty, longer than 64 letters, or has another letter.</exception>
    public static PauliString Parse(string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        if (letters.Length is 0 or > MostQubits)
            throw new FormatException($"A Pauli string has 1 to {MostQubits} letters, but \"{letters}\" has {letters.Length}.");
        ulong x = 0, z = 0;
        for (int i = 0; i < letters.Length; i++)
        {
            var (flip, phase) = Single(letters.Length - 1 - i, letters[i]);
            (x, z) = (x | flip, z | phase);
        }
        return new(x, z);
    }

    /// <summary>Reads letters, as <see cref="Parse"/> does, and says whether it could.</summary>
    /// <param name="letters">The text.</param>
    /// <param name="pauli">The string, or the identity if the text is none.</param>
    /// <returns>True if the text has 1 to 64 letters I, X, Y, Z and nothing else.</returns>
    public static bool TryParse(string? letters, out PauliString pauli)
    {
        bool valid = letters is { Length: > 0 and <= MostQubits } && letters.AsSpan().IndexOfAnyExcept("IXYZ") < 0;
        pauli = valid ? Parse(letters!) : Identity;
        return valid;
    }

    /// <summary>The letters for the qubits up to the highest one that carries a letter other than I (at least one letter).</summary>
    /// <returns>Letters, the rightmost for qubit 0.</returns>
    public override string ToString() => ToString(Math.Max(1, MostQubits - BitOperations.LeadingZeroCount(Support)));

    /// <summary>The letters for the first n qubits.</summary>
    /// <param name="qubits">Number of letters, 1 to 64.</param>
    /// <returns>Letters, the rightmost for qubit 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 … 64 or would hide a letter.</exception>
    public string ToString(int qubits)
    {
        if (qubits is < 1 or > MostQubits || (qubits < MostQubits && Support >> qubits != 0))
            throw new ArgumentOutOfRangeException(nameof(qubits), qubits, $"Must be 1 to {MostQubits} and hide no letter of the string.");
        return string.Create(qubits, this, static (text, pauli) =>
        {
            for (int i = 0; i < text.Length; i++) text[i] = pauli[text.Length - 1 - i];
        });
    }
}
