using System.Numerics;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>Rotations exp(−i/2 Σ angle·P) as unitaries and transfer matrices.</summary>
internal static class PauliRotation
{
    /// <summary>The transfer matrix of exp(−i angle/2 · P), in closed form.</summary>
    /// <param name="pauli">P, another than the identity.</param>
    /// <param name="qubits">Number of qubits.</param>
    /// <param name="angle">Angle in radians.</param>
    public static PauliTransferMatrix Channel(PauliString pauli, int qubits, double angle)
    {
        var (sine, cosine) = Elementary.SinCos(angle);
        // Q → Q where it commutes with P, else cos·Q − i·sin·PQ.
        return PauliTransferMatrix.Create(qubits, (row, column) =>
        {
            var input = PauliString.FromIndex(column);
            if (pauli.CommutesWith(input))
            {
                return row == column ? 1 : 0;
            }

            var (power, product) = PauliString.Multiply(pauli, input);
            return row == column ? cosine : product.ToIndex() != row ? 0 : power == 1 ? sine : -sine;
        });
    }

    /// <summary>The transfer matrix of exp(−i/2 Σ angle·P).</summary>
    /// <param name="terms">Pauli strings, last letter on the first qubit, with angles in radians; all of one length.</param>
    public static PauliTransferMatrix Channel(ValueList<PauliWeight> terms) => terms.Count == 1
        ? Channel(PauliString.Parse(terms[0].Pauli), terms[0].Pauli.Length, terms[0].Value)
        : StandardChannels.CoherentUnitary(Unitary(terms));

    /// <summary>The unitary exp(−i/2 Σ angle·P).</summary>
    /// <param name="terms">Pauli strings, last letter on the first qubit, with angles in radians; all of one length.</param>
    public static ComplexMatrix Unitary(ValueList<PauliWeight> terms)
    {
        var qubits = terms[0].Pauli.Length;
        var half = ComplexMatrix.Zero(1 << qubits, 1 << qubits);
        foreach (var term in terms)
        {
            half += new Complex(term.Value / 2, 0) * PauliMatrix.Of(PauliString.Parse(term.Pauli), qubits);
        }

        var eigen = HermitianEigen.Decompose(half);
        return eigen.Rebuild(Elementary.Cos) - (Complex.ImaginaryOne * eigen.Rebuild(Elementary.Sin));
    }
}
