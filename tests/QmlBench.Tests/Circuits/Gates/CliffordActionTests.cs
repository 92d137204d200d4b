using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Tests.Circuits.Gates;

public sealed class CliffordActionTests
{
    [Fact]
    public void Action_on_every_string_is_conjugation_by_the_matrix()
    {
        foreach (Gate gate in StandardGates.All.Where(gate => gate.QubitCount <= 2))
        {
            double[] angles = [.. Enumerable.Range(1, gate.ParameterCount).Select(i => i * Math.PI / 2)];
            if (gate.FindCliffordAction(angles) is not { } action) continue;
            ComplexMatrix matrix = gate.Matrix(angles);
            for (long index = 0; index < 1L << (2 * gate.QubitCount); index++)
            {
                var pauli = PauliString.FromIndex(index);
                SignedPauli image = action.Of(pauli);
                ComplexMatrix expected = (image.IsNegative ? -1.0 : 1.0) * Observable.Of(image.Pauli, gate.QubitCount).Matrix();
                ComplexMatrix actual = matrix * Observable.Of(pauli, gate.QubitCount).Matrix() * matrix.Adjoint();
                Assert.True(ComplexMatrix.MaxAbsDifference(expected, actual) < 1e-13, $"{gate.Name} {pauli}");
            }
        }
    }

    [Theory]
    [InlineData("h", true)]
    [InlineData("s", true)]
    [InlineData("t", false)]
    [InlineData("cx", true)]
    [InlineData("ecr", true)]
    [InlineData("iswap", true)]
    [InlineData("sqrt_iswap", false)]
    [InlineData("ch", false)]
    [InlineData("ccx", false)]
    public void Fixed_gates(string name, bool clifford) =>
        Assert.Equal(clifford, StandardGates.TryFind(name, out Gate? gate) && gate.IsClifford([]));

    [Fact]
    public void Rotations_are_clifford_at_quarter_turns()
    {
        Assert.True(StandardGates.RZ.IsClifford([-1.5 * Math.PI]));
        Assert.False(StandardGates.RZ.IsClifford([Math.PI / 4]));
        Assert.True(StandardGates.RZZ.IsClifford([Math.PI / 2]));
        Assert.True(StandardGates.CP.IsClifford([Math.PI]));
        Assert.False(StandardGates.CP.IsClifford([Math.PI / 2]));
    }
}
