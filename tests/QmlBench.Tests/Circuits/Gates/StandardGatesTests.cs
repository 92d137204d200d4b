using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Tests.Circuits.Gates;

/// <summary>Every fact of the catalogue against every other.</summary>
public sealed class StandardGatesTests
{
    private static readonly double[][] AngleSets =
    [
        [0.3, -1.1, 2.7, 0.9],
        [-2.2, 0.4, 1.9, -0.6],
        [Math.PI / 2, Math.PI / 3, -Math.PI / 5, 1.3],
    ];

    public static TheoryData<string> Names() => [.. StandardGates.All.Select(gate => gate.Name)];

    [Fact]
    public void Names_are_unique_and_found()
    {
        Assert.Equal(StandardGates.All.Length, StandardGates.All.Select(gate => gate.Name).Distinct().Count());
        Assert.All(StandardGates.All, gate =>
            Assert.True(StandardGates.TryFind(gate.Name, out Gate? found) && ReferenceEquals(found, gate)));
        Assert.False(StandardGates.TryFind("nothing", out _));
        Assert.True(StandardGates.All.Length >= 60);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Matrix_is_unitary_and_of_the_right_size(string name)
    {
        foreach (ComplexMatrix matrix in Matrices(Find(name)))
        {
            Assert.Equal(1 << Find(name).QubitCount, matrix.Rows);
            Assert.True(matrix.IsUnitary(1e-14));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decomposition_is_the_matrix_with_its_phase(string name)
    {
        Gate gate = Find(name);
        if (gate.Definition is not { } definition)
        {
            Assert.Contains(name, new[] { "u", "cx" });
            return;
        }

        Assert.Equal(gate.QubitCount, definition.QubitCount);
        Assert.Equal(gate.ParameterCount, definition.Parameters.Length);
        foreach (double[] angles in AngleSets)
            AssertNear(gate.Matrix(angles.AsSpan(0, gate.ParameterCount)), definition.Unitary(angles.AsSpan(0, gate.ParameterCount)),
                2e-14);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inverse_times_matrix_is_one(string name)
    {
        Gate gate = Find(name);
        foreach (double[] set in AngleSets)
        {
            double[] angles = set[..gate.ParameterCount];
            (Gate inverse, Angle[] inverseAngles) = gate.Inverse([.. angles.Select(Angle.Of)]);
            ComplexMatrix other = inverse.Matrix([.. inverseAngles.Select(angle => angle.Constant)]);
            AssertNear(ComplexMatrix.Identity(1 << gate.QubitCount), other * gate.Matrix(angles), 1e-14);
            Assert.True(inverse.IsStandard, $"The inverse of {name} is not in the catalogue.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Flags_say_what_the_matrix_says(string name)
    {
        Gate gate = Find(name);
        ComplexMatrix[] matrices = Matrices(gate);
        Assert.Equal(gate.IsDiagonal, matrices.All(matrix => IsDiagonal(matrix)));
        Assert.Equal(gate.IsHermitian, matrices.All(matrix => matrix.IsHermitian(1e-14)));
        Assert.Equal(gate.IsSelfInverse,
            matrices.All(matrix => ComplexMatrix.MaxAbsDifference(matrix * matrix, ComplexMatrix.Identity(matrix.Rows)) < 1e-14));
        Assert.Equal(gate.IsSymmetric, gate.QubitCount > 1 && matrices.All(matrix => IsSymmetric(matrix, gate.QubitCount)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generator_is_the_derivative_of_the_matrix(string name)
    {
        Gate gate = Find(name);
        if (gate.Generator is null) return;
        ComplexMatrix generator = new QmlBench.Circuits.Observables.Observable(gate.QubitCount, gate.Generator.Terms).Matrix();
        const double step = 1e-4;
        foreach (double theta in new[] { 0.0, 0.7, -2.3 })
        {
            ComplexMatrix derivative = (1.0 / (2 * step)) * (gate.Matrix([theta + step]) - gate.Matrix([theta - step]));
            AssertNear(new Complex(0, -0.5) * (generator * gate.Matrix([theta])), derivative, 1e-8);
        }

        AssertNear(ComplexMatrix.Identity(1 << gate.QubitCount), gate.Matrix([0.0]), 1e-15);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Controlled_gate_is_the_identity_until_all_controls_are_one(string name)
    {
        Gate gate = Find(name);
        if (gate.ControlledGate is not { } inner) return;
        Assert.Equal(gate.QubitCount, gate.ControlCount + inner.QubitCount);
        int all = (1 << gate.ControlCount) - 1;
        foreach (double[] set in AngleSets)
        {
            double[] angles = set[..gate.ParameterCount];
            ComplexMatrix outer = gate.Matrix(angles), innerMatrix = inner.Matrix(angles);
            for (int row = 0; row < outer.Rows; row++)
                for (int column = 0; column < outer.Rows; column++)
                {
                    bool active = (row & all) == all && (column & all) == all;
                    Complex expected = active ? innerMatrix[row >> gate.ControlCount, column >> gate.ControlCount] : row == column ? 1 : 0;
                    Assert.Equal(expected, outer[row, column]);
                }
        }
    }

    // Little-endian matrices of transpilation.md §1.4 and qiskit's documentation.
    [Fact]
    public void Known_matrices()
    {
        double r = Math.Sqrt(0.5);
        Complex i = Complex.ImaginaryOne;
        AssertNear(new ComplexMatrix(4, 4, [0, r, 0, i * r, r, 0, -i * r, 0, 0, i * r, 0, r, -i * r, 0, r, 0]),
            StandardGates.ECR.Matrix([]), 1e-16);
        AssertNear(new ComplexMatrix(4, 4, [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0]), StandardGates.CX.Matrix([]), 0);
        AssertNear(StandardGates.SX.Matrix([]) * StandardGates.SX.Matrix([]), StandardGates.X.Matrix([]), 1e-16);
        AssertNear(StandardGates.SqrtISwap.Matrix([]) * StandardGates.SqrtISwap.Matrix([]), StandardGates.ISwap.Matrix([]), 1e-15);
        AssertNear(StandardGates.FSim.Matrix([-Math.PI / 4, 0]), StandardGates.SqrtISwap.Matrix([]), 1e-15);
    }

    // cirq.PhasedXZGate: Z^z · Z^a · X^x · Z^−a, exponents in half turns, X^x = e^{iπx/2} Rx(πx).
    [Fact]
    public void Phased_xz_is_that_of_cirq()
    {
        foreach (double[] set in AngleSets)
        {
            Circuit circuit = Circuit.Builder(1).P(-set[2], 0).RX(set[0], 0).P(set[2], 0).P(set[1], 0).GlobalPhase(set[0] / 2).Build();
            AssertNear(circuit.Unitary([]), StandardGates.PhXZ.Matrix(set.AsSpan(0, 3)), 1e-15);
        }

        AssertNear(StandardGates.X.Matrix([]), StandardGates.PhXZ.Matrix([Math.PI, 0, 0]), 1e-15);
        AssertNear(StandardGates.RZZ.Matrix([Math.PI / 2]), StandardGates.ZZ.Matrix([]), 0);
    }

    // cx from ecr: vectors/aer/README-circuits.md and transpilation.md §1.4, phase 0.
    [Fact]
    public void Cx_from_ecr_exactly()
    {
        Circuit circuit = Circuit.Builder(2).RZ(Math.PI / 2, 0).X(0).SX(1).ECR(0, 1).Build();
        AssertNear(StandardGates.CX.Matrix([]), circuit.Unitary([]), 1e-15);
    }

    private static Gate Find(string name) => StandardGates.TryFind(name, out Gate? gate) ? gate : throw new ArgumentException(name);

    private static ComplexMatrix[] Matrices(Gate gate) =>
        [.. AngleSets.Select(angles => gate.Matrix(angles.AsSpan(0, gate.ParameterCount)))];

    private static bool IsDiagonal(ComplexMatrix matrix) =>
        Enumerable.Range(0, matrix.Rows).All(row =>
            Enumerable.Range(0, matrix.Rows).All(column => row == column || matrix[row, column] == 0));

    private static bool IsSymmetric(ComplexMatrix matrix, int qubits)
    {
        for (int a = 0; a < qubits; a++)
            for (int b = a + 1; b < qubits; b++)
            {
                int[] order = [.. Enumerable.Range(0, qubits)];
                (order[a], order[b]) = (b, a);
                if (ComplexMatrix.MaxAbsDifference(matrix.Embed(order, qubits), matrix) > 1e-14) return false;
            }

        return true;
    }

    private static void AssertNear(ComplexMatrix expected, ComplexMatrix actual, double tolerance) =>
        Assert.True(ComplexMatrix.MaxAbsDifference(expected, actual) <= tolerance, $"expected\n{expected}\nactual\n{actual}");
}
