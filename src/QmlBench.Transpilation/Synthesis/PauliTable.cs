using System.Numerics;

namespace QmlBench.Transpilation.Synthesis;

/// <summary>What a gate on one or two qubits makes of each Pauli: U P U† = ±P′, if it is a Clifford gate.</summary>
/// <remarks>A Pauli is x | z &lt;&lt; 1 per qubit: 0 I, 1 X, 2 Z, 3 Y; the first qubit stands in the two low bits.</remarks>
internal sealed class PauliTable
{
    private const double Tolerance = 1e-10;
    private static readonly Matrix2[] _single = [Matrix2.Identity, Matrix2.X, Matrix2.Z, Matrix2.Y];
    private static readonly Matrix4[] _paulis =
        [.. Enumerable.Range(0, 16).Select(pauli => Matrix4.Kron(_single[pauli & 3], _single[pauli >> 2]))];

    private readonly int[] _image;
    private readonly bool[] _negative;

    private PauliTable(int[] image, bool[] negative) => (_image, _negative) = (image, negative);

    /// <summary>The image of a Pauli and whether its sign turns.</summary>
    public (int Pauli, bool Negative) this[int pauli] => (_image[pauli], _negative[pauli]);

    /// <summary>The table of a one-qubit unitary, or null if it is no Clifford gate.</summary>
    public static PauliTable? Of(in Matrix2 unitary)
    {
        var u = Matrix4.Kron(unitary, Matrix2.Identity);
        return Of(u, 4);
    }

    /// <summary>The table of a two-qubit unitary, or null if it is no Clifford gate.</summary>
    public static PauliTable? Of(Matrix4 unitary) => Of(unitary, 16);

    private static PauliTable? Of(Matrix4 unitary, int count)
    {
        var (image, negative) = (new int[count], new bool[count]);
        var adjoint = unitary.Adjoint();
        for (var pauli = 0; pauli < count; pauli++)
            if (!Find(unitary * _paulis[pauli] * adjoint, count, out image[pauli], out negative[pauli]))
                return null;
        return new(image, negative);
    }

    private static bool Find(Matrix4 product, int count, out int image, out bool negative)
    {
        for (image = 0; image < count; image++)
        {
            // Tr(P′ · product)/4 is ±1 for the image and 0 for all others.
            var overlap = Overlap(image, product) / 4;
            negative = overlap < 0;
            if (Math.Abs(overlap) > 0.5)
                return Is(product, _paulis[image], negative ? -1 : 1);
        }
        negative = false;
        return false;
    }

    /// <summary>Element by element: the overlap is blind to small errors, which enter it squared.</summary>
    private static bool Is(Matrix4 product, Matrix4 pauli, double sign)
    {
        for (var i = 0; i < 16; i++)
            if (Matrix2.SquaredAbs(product.Elements[i] - sign * pauli.Elements[i]) > Tolerance * Tolerance)
                return false;
        return true;
    }

    /// <summary>Re Tr(P · M): a Pauli has one element per row, at the column that its X and Y flip.</summary>
    private static double Overlap(int pauli, Matrix4 m)
    {
        var flip = (pauli & 1) | (pauli >> 2 & 1) << 1;
        var sum = Complex.Zero;
        for (var row = 0; row < 4; row++)
            sum += _paulis[pauli][row, row ^ flip] * m[row ^ flip, row];
        return sum.Real;
    }
}
