using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Circuits;

/// <summary>Matrices of small circuits, gate by gate on every column; for verification and for defined gates, not for speed.</summary>
internal static class CircuitUnitary
{
    private const int MaxQubits = 13;

    internal static ComplexMatrix Of(Circuit circuit, ReadOnlySpan<double> values)
    {
        if (values.Length != circuit.Parameters.Length)
            throw new ArgumentException($"The circuit has {circuit.Parameters.Length} parameters, but {values.Length} values are given.",
                nameof(values));
        int dimension = 1 << Math.Min(circuit.QubitCount, MaxQubits);
        return new ComplexMatrix(dimension, dimension, Matrix(circuit, values));
    }

    internal static Complex[] Matrix(Circuit circuit, ReadOnlySpan<double> values)
    {
        if (circuit.QubitCount > MaxQubits)
            throw new InvalidOperationException($"A matrix is made for at most {MaxQubits} qubits; this circuit has {circuit.QubitCount}.");
        int dimension = 1 << circuit.QubitCount;
        var matrix = new Complex[dimension * dimension];
        Complex phase = Gates.GateMatrices.Phase(circuit.GlobalPhase.Evaluate(values));
        for (int i = 0; i < dimension; i++) matrix[(i * dimension) + i] = phase;
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            if (operation.Kind is OperationKind.Measure or OperationKind.Reset || operation.Condition is not null)
                throw new InvalidOperationException($"Operation {i} is not unitary; only unitary circuits have a matrix.");
            if (operation.Kind == OperationKind.Gate) Apply(operation, values, matrix, dimension);
        }

        return matrix;
    }

    // Rows of the matrix are amplitudes of basis states, so a gate mixes rows.
    private static void Apply(Operation operation, ReadOnlySpan<double> values, Complex[] matrix, int dimension)
    {
        var angles = new double[operation.Angles.Length];
        for (int i = 0; i < angles.Length; i++) angles[i] = operation.Angles[i].Evaluate(values);
        Complex[] gate = operation.Gate.RawMatrix(angles);
        int size = 1 << operation.Qubits.Length;
        int[] offsets = Offsets(operation.Qubits);
        var mixed = new Complex[size];
        for (int row = 0; row < dimension; row++)
        {
            if ((row & offsets[size - 1]) != 0) continue;
            for (int column = 0; column < dimension; column++)
            {
                for (int i = 0; i < size; i++)
                {
                    mixed[i] = Complex.Zero;
                    for (int j = 0; j < size; j++) mixed[i] += gate[(i * size) + j] * matrix[((row | offsets[j]) * dimension) + column];
                }

                for (int i = 0; i < size; i++) matrix[((row | offsets[i]) * dimension) + column] = mixed[i];
            }
        }
    }

    private static int[] Offsets(ReadOnlySpan<int> qubits)
    {
        var offsets = new int[1 << qubits.Length];
        for (int i = 0; i < offsets.Length; i++)
            for (int k = 0; k < qubits.Length; k++)
                if ((i >> k & 1) != 0) offsets[i] |= 1 << qubits[k];
        return offsets;
    }
}
