using System.Numerics;

namespace QmlBench.Circuits.Gates;

/// <content>Toffoli gates up to relative phases, of the legacy library.</content>
public static partial class StandardGates
{
    /// <summary><c>rccx</c>: Margolus gate, a Toffoli up to signs that depend on the basis state; its own inverse.</summary>
    public static readonly Gate RCCX = Fixed(
        "rccx",
        RCCXMatrix(),
        Involution,
        (b, _) => b.H(2).T(2).CX(1, 2).Tdg(2).CX(0, 2).T(2).CX(1, 2).Tdg(2).H(2));

    /// <summary><c>rc3x</c>: Toffoli with three controls up to phases that depend on the basis state.</summary>
    public static readonly Gate RC3X = Fixed("rc3x", RC3XMatrix(1), GateTraits.None, DefineRC3X, () => RC3Xdg!);

    /// <summary><c>rc3xdg</c>: the inverse of <see cref="RC3X"/>.</summary>
    public static readonly Gate RC3Xdg = Fixed("rc3xdg", RC3XMatrix(-1), GateTraits.None, DefineRC3Xdg, () => RC3X);

    private static Complex[] RCCXMatrix()
    {
        Complex[] matrix = GateMatrices.Block(8, 3, 7, PauliY);
        matrix[(5 * 8) + 5] = -1;
        return matrix;
    }

    private static Complex[] RC3XMatrix(int sign)
    {
        Complex[] matrix = GateMatrices.Block(16, 7, 15, [0, sign, -sign, 0]);
        matrix[(3 * 16) + 3] = sign * GateMatrices.I;
        matrix[(11 * 16) + 11] = -sign * GateMatrices.I;
        return matrix;
    }

    private static void DefineRC3X(CircuitBuilder b, Angle[] angles) =>
        b.H(3).T(3).CX(2, 3).Tdg(3).H(3).CX(0, 3).T(3).CX(1, 3).Tdg(3).CX(0, 3).T(3).CX(1, 3).Tdg(3).H(3).T(3).CX(2, 3).Tdg(3).H(3);

    private static void DefineRC3Xdg(CircuitBuilder b, Angle[] angles) =>
        b.H(3).T(3).CX(2, 3).Tdg(3).H(3).T(3).CX(1, 3).Tdg(3).CX(0, 3).T(3).CX(1, 3).Tdg(3).CX(0, 3).H(3).T(3).CX(2, 3).Tdg(3).H(3);
}
