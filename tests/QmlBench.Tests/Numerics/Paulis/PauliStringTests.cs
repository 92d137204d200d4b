using System.Numerics;
using CsCheck;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Tests.Numerics.Paulis;

public sealed class PauliStringTests
{
    private const int Qubits = 3;

    private static readonly Gen<PauliString> s_pauli = Gen.Int[0, (1 << (2 * Qubits)) - 1].Select(index => PauliString.FromIndex(index));
    private static readonly Gen<PauliString> s_wide = Gen.Select(Gen.ULong, Gen.ULong, (x, z) => new PauliString(x, z));

    [Fact]
    public void RightmostLetterIsQubitZero()
    {
        var pauli = PauliString.Parse("ZYXI");
        Assert.Equal(('I', 'X', 'Y', 'Z', 'I'), (pauli[0], pauli[1], pauli[2], pauli[3], pauli[4]));
        Assert.Equal(new PauliString(0b0110, 0b1100), pauli);
        Assert.Equal("ZYXI", pauli.ToString());
        Assert.Equal("IIZYXI", pauli.ToString(6));
        Assert.Equal(3, pauli.Weight);
        Assert.Equal(0b1110UL, pauli.Support);
        Assert.Equal("I", PauliString.Identity.ToString());
        Assert.Equal(PauliString.Parse("ZI"), PauliString.Single(1, 'Z'));
    }

    [Fact]
    public void IndexIsBaseFourWithDigitsInTheOrderIXYZ()
    {
        Assert.Equal([0L, 1L, 2L, 3L], "IXYZ".Select(letter => PauliString.Parse(letter.ToString()).ToIndex()));
        Assert.Equal(1 + (2 * 4) + (3 * 16), PauliString.Parse("ZYX").ToIndex());
        Assert.Equal((1L << 62) - 1, PauliString.Parse(new string('Z', 31)).ToIndex());
        for (long index = 0; index < 4096; index++) Assert.Equal(index, PauliString.FromIndex(index).ToIndex());
        Assert.Equal(long.MaxValue >> 1, PauliString.FromIndex(long.MaxValue >> 1).ToIndex());
        Assert.Throws<OverflowException>(() => PauliString.Single(31, 'X').ToIndex());
    }

    [Fact]
    public void TextRoundTrips() => Property.Holds(s_wide, pauli =>
    {
        Assert.Equal(pauli, PauliString.Parse(pauli.ToString()));
        Assert.Equal(pauli, PauliString.Parse(pauli.ToString(64)));
        Assert.True(PauliString.TryParse(pauli.ToString(), out var read));
        Assert.Equal(pauli, read);
    });

    [Fact]
    public void ProductAndCommutationAgreeWithTheMatrices() => Property.Holds(Gen.Select(s_pauli, s_pauli), pair =>
    {
        var (left, right) = pair;
        var (power, product) = PauliString.Multiply(left, right);
        Complex phase = power switch { 0 => 1, 1 => Complex.ImaginaryOne, 2 => -1, _ => -Complex.ImaginaryOne };
        ComplexMatrix forward = Matrix(left) * Matrix(right), backward = Matrix(right) * Matrix(left);
        Assert.Equal(forward, phase * Matrix(product));
        Assert.Equal(forward.Equals(backward), left.CommutesWith(right));
        bool qubitwise = Enumerable.Range(0, Qubits).All(q => left[q] == 'I' || right[q] == 'I' || left[q] == right[q]);
        Assert.Equal(qubitwise, left.CommutesQubitwiseWith(right));
        var diagonal = ComplexMatrix.Diagonal([.. Enumerable.Range(0, 8).Select(i => Matrix(left)[i, i])]);
        Assert.Equal(Matrix(left).Equals(diagonal), left.IsDiagonal);
    }, count: 500);

    [Fact]
    public void ProductIsAssociativeWithItsPhase() => Property.Holds(Gen.Select(s_wide, s_wide, s_wide), t =>
    {
        var (ab, leftPair) = PauliString.Multiply(t.Item1, t.Item2);
        var (abc, left) = PauliString.Multiply(leftPair, t.Item3);
        var (bc, rightPair) = PauliString.Multiply(t.Item2, t.Item3);
        var (abc2, right) = PauliString.Multiply(t.Item1, rightPair);
        Assert.Equal(((ab + abc) & 3, left), ((bc + abc2) & 3, right));
        Assert.Equal((0, PauliString.Identity), PauliString.Multiply(t.Item1, t.Item1));
    });

    [Fact]
    public void MistakesAreRefused()
    {
        Assert.Throws<FormatException>(() => PauliString.Parse(""));
        Assert.Throws<FormatException>(() => PauliString.Parse("XQ"));
        Assert.Throws<FormatException>(() => PauliString.Parse(new string('X', 65)));
        Assert.False(PauliString.TryParse("xz", out _));
        Assert.False(PauliString.TryParse(null, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => PauliString.Parse("XII").ToString(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PauliString.Identity[64]);
        Assert.Throws<ArgumentOutOfRangeException>(() => PauliString.Single(-1, 'X'));
        Assert.Throws<ArgumentOutOfRangeException>(() => PauliString.FromIndex(-1));
    }

    private static ComplexMatrix Matrix(PauliString pauli)
    {
        var matrix = ComplexMatrix.Identity(1);
        for (int qubit = 0; qubit < Qubits; qubit++) matrix = ComplexMatrix.Kronecker(Letter(pauli[qubit]), matrix);
        return matrix;
    }

    private static ComplexMatrix Letter(char letter) => letter switch
    {
        'X' => new(new Complex[,] { { 0, 1 }, { 1, 0 } }),
        'Y' => new(new Complex[,] { { 0, -Complex.ImaginaryOne }, { Complex.ImaginaryOne, 0 } }),
        'Z' => ComplexMatrix.Diagonal(1, -1),
        _ => ComplexMatrix.Identity(2),
    };
}
