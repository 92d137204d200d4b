using System.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Tests.Transpilation.Synthesis;

public sealed class PauliRowTests
{
    private static readonly Matrix2[] Letters = [Matrix2.Identity, Matrix2.X, Matrix2.Z, Matrix2.Y];

    /// <summary>A quarter turn about every pair of Paulis, against the 4 × 4 matrices.</summary>
    [Fact]
    public void QuarterTurnsAreConjugations()
    {
        for (int axis = 1; axis < 16; axis++)
            for (int pauli = 0; pauli < 16; pauli++)
            {
                PauliRow row = Row(pauli);
                row.TurnAbout(Row(axis));
                double half = Math.Sqrt(0.5);
                var turn = Matrix4.Of((r, c) => half * ((r == c ? 1 : 0) - Complex.ImaginaryOne * Matrix(Row(axis))[r, c]));
                Assert.InRange(TwoQubitSynthesiserTests.Difference(turn * Matrix(Row(pauli)) * turn.Adjoint(), Matrix(row)), 0, 1e-14);
            }
    }

    [Fact]
    public void GatesAndQuarterTurnsAgree()
    {
        var half = Math.Sqrt(0.5);
        RandomStream stream = StreamKey.Root(31, "rows").Open();
        for (int i = 0; i < 100; i++)
        {
            PauliRow axis = Row(1 + stream.NextInt(15)), one = Row(stream.NextInt(16)), two = new(2) { [0] = one[0], [1] = one[1] };
            one.TurnAbout(axis);
            two.Take(PauliTable.Of(Matrix4.Of((r, c) => half * ((r == c ? 1 : 0) - Complex.ImaginaryOne * Matrix(axis)[r, c])))!, 0, 1);
            Assert.True(one.HasPaulisOf(two));
            Assert.Equal(one.IsNegative, two.IsNegative);
        }
    }

    private static PauliRow Row(int pauli) => new(2) { [0] = pauli & 3, [1] = pauli >> 2 };

    private static Matrix4 Matrix(PauliRow row) => (row.IsNegative ? -1 : 1) * Matrix4.Kron(Letters[row[0]], Letters[row[1]]);
}
