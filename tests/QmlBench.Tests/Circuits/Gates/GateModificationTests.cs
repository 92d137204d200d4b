using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Tests.Circuits.Gates;

public sealed class GateModificationTests
{
    private static readonly double[] Angles = [0.7, -1.3, 0.4, 2.1];

    [Fact]
    public void A_control_leaves_the_matrix_to_the_states_with_bit_one()
    {
        foreach (Gate gate in StandardGates.All.Where(gate => gate.QubitCount <= 4))
        {
            Gate controlled = gate.Controlled();
            double[] angles = Angles[..gate.ParameterCount];
            ComplexMatrix inner = gate.Matrix(angles), outer = controlled.Matrix(angles);
            ComplexMatrix expected = ComplexMatrix.Generate(
                2 * inner.Rows, 2 * inner.Rows,
                (row, column) => (row & 1) != (column & 1) ? 0 : (row & 1) == 0 ? (row == column ? 1 : 0) : inner[row >> 1, column >> 1]);
            Assert.True(ComplexMatrix.MaxAbsDifference(expected, outer) < 1e-13, gate.Name);
        }

        Assert.Same(StandardGates.CCX, StandardGates.X.Controlled(2));
        Assert.Same(StandardGates.C4X, StandardGates.CX.Controlled(3));
    }

    // A principal root squared is the gate, and its eigenphases lie in (−π/2, π/2].
    [Fact]
    public void Square_roots_are_principal()
    {
        foreach (Gate gate in StandardGates.All.Where(gate => gate.QubitCount <= 4))
        {
            double[] angles = Angles[..gate.ParameterCount];
            ComplexMatrix root = gate.Power(0.5, angles).Unitary([]);
            Assert.True(ComplexMatrix.MaxAbsDifference(gate.Matrix(angles), root * root) < 1e-11, gate.Name);
            ComplexMatrix real = 0.5 * (root + root.Adjoint());
            Assert.True(HermitianEigen.Decompose(real).Values.Min() > -1e-9, gate.Name);
        }
    }

    [Fact]
    public void Known_roots()
    {
        AssertNear(StandardGates.SX.Matrix([]), StandardGates.X.Power(0.5, []).Unitary([]), 1e-15);
        AssertNear(StandardGates.S.Matrix([]), StandardGates.Z.Power(0.5, []).Unitary([]), 1e-15);
        AssertNear(StandardGates.CSX.Matrix([]), StandardGates.CX.Power(0.5, []).Unitary([]), 1e-15);
        AssertNear(StandardGates.SqrtISwap.Matrix([]), StandardGates.ISwap.Power(0.5, []).Unitary([]), 1e-14);
        AssertNear(StandardGates.Tdg.Matrix([]), StandardGates.T.Power(-1, []).Unitary([]), 1e-15);
        AssertNear(StandardGates.RX.Matrix([2.1]), StandardGates.RX.Power(3, [0.7]).Unitary([]), 1e-15);
    }

    [Fact]
    public void Any_matrix_can_be_written_in_gates() => Property.Holds(
        Gen.Select(Gen.Int[1, 4], RandomCircuits.Unitary),
        pair =>
        {
            (int qubits, Circuit circuit) = pair;
            var builder = new CircuitBuilder(qubits);
            for (int i = 0; i < circuit.Count; i++)
                if (circuit[i].Qubits.ToArray().Max() < qubits)
                    builder.AddMapped(circuit[i], circuit[i].Qubits, circuit[i].Angles, [], null);
            ComplexMatrix matrix = builder.GlobalPhase(0.3).Build().Unitary([]);
            AssertNear(matrix, UnitarySynthesis.Of(matrix.Span).ToCircuit([]).Unitary([]), 1e-12);
        },
        60);

    private static void AssertNear(ComplexMatrix expected, ComplexMatrix actual, double tolerance) =>
        Assert.True(ComplexMatrix.MaxAbsDifference(expected, actual) <= tolerance, $"expected\n{expected}\nactual\n{actual}");
}
