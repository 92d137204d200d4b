using System.Numerics;
using static QmlBench.Circuits.Gates.GateMatrices;

namespace QmlBench.Circuits.Gates;

/// <content>Gates on two qubits that are not controlled gates.</content>
public static partial class StandardGates
{
    /// <summary><c>swap</c>: exchanges two qubits.</summary>
    public static readonly Gate Swap = Fixed(
        "swap", Block(4, 1, 2, [0, 1, 1, 0]), Involution | GateTraits.Symmetric, (b, _) => b.CX(0, 1).CX(1, 0).CX(0, 1));

    /// <summary><c>iswap</c>: exchanges two qubits and gives |01⟩ and |10⟩ the phase i.</summary>
    public static readonly Gate ISwap = Fixed(
        "iswap",
        Block(4, 1, 2, [0, GateMatrices.I, GateMatrices.I, 0]),
        GateTraits.Symmetric,
        (b, _) => b.S(0).S(1).H(0).CX(0, 1).CX(1, 0).H(1),
        Math.PI);

    /// <summary><c>sqrt_iswap</c>: the square root of <see cref="ISwap"/>, xy(π/2).</summary>
    public static readonly Gate SqrtISwap = Fixed(
        "sqrt_iswap",
        Block(4, 1, 2, [SqrtHalf, GateMatrices.I * SqrtHalf, GateMatrices.I * SqrtHalf, SqrtHalf]),
        GateTraits.Symmetric,
        (b, _) => b.Add(XY!, [HalfPi], [0, 1]),
        HalfPi);

    /// <summary><c>dcx</c>: cx both ways, one after the other.</summary>
    public static readonly Gate DCX = Fixed(
        "dcx",
        [1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0],
        GateTraits.None,
        (b, _) => b.CX(0, 1).CX(1, 0),
        () => DCXdg!);

    /// <summary><c>dcxdg</c>: the inverse of <see cref="DCX"/>, which is <see cref="DCX"/> with its operands exchanged.</summary>
    public static readonly Gate DCXdg = Fixed(
        "dcxdg",
        [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0],
        GateTraits.None,
        (b, _) => b.CX(1, 0).CX(0, 1),
        () => DCX);

    /// <summary><c>ecr</c>: echoed cross-resonance, rzx(π/4) · x · rzx(−π/4); its own inverse, and not symmetric.</summary>
    public static readonly Gate ECR = Fixed(
        "ecr",
        Times(SqrtHalf, [0, 1, 0, GateMatrices.I, 1, 0, -GateMatrices.I, 0, 0, GateMatrices.I, 0, 1, -GateMatrices.I, 0, 1, 0]),
        Involution,
        (b, _) => b.RZX(QuarterPi, 0, 1).X(0).RZX(-QuarterPi, 0, 1));

    /// <summary><c>rxx(θ)</c>: exp(−i θ/2 XX).</summary>
    public static readonly Gate RXX = Rotation(
        "rxx", 2, a => PauliRotation(a[0], PauliX, PauliX), GateTraits.Symmetric, "XX", (b, a) => b.H(0).H(1).RZZ(a[0], 0, 1).H(0).H(1));

    /// <summary><c>ryy(θ)</c>: exp(−i θ/2 YY).</summary>
    public static readonly Gate RYY = Rotation(
        "ryy", 2, a => PauliRotation(a[0], PauliY, PauliY), GateTraits.Symmetric, "YY",
        (b, a) => b.SX(0).SX(1).RZZ(a[0], 0, 1).SXdg(0).SXdg(1));

    /// <summary><c>rzz(θ)</c>: exp(−i θ/2 ZZ).</summary>
    public static readonly Gate RZZ = Rotation(
        "rzz", 2, a => PauliRotation(a[0], PauliZ, PauliZ), GateTraits.Symmetric | GateTraits.Diagonal, "ZZ",
        (b, a) => b.CX(0, 1).RZ(a[0], 1).CX(0, 1));

    /// <summary><c>zz</c>: Quantinuum's exp(−i π/4 ZZ), <see cref="RZZ"/> at π/2 as a gate of its own.</summary>
    public static readonly Gate ZZ = new(new GateFacts("zz", 2, 0, _ => PauliRotation(HalfPi, PauliZ, PauliZ))
    {
        Traits = GateTraits.Symmetric | GateTraits.Diagonal,
        Inverse = _ => (RZZ, [-HalfPi]),
        Definition = (b, _) => b.RZZ(HalfPi, 0, 1),
    });

    /// <summary><c>rzx(θ)</c>: exp(−i θ/2 X₁Z₀), Z on the first operand.</summary>
    public static readonly Gate RZX = Rotation(
        "rzx", 2, a => PauliRotation(a[0], PauliZ, PauliX), GateTraits.None, "XZ",
        (b, a) => b.H(1).CX(0, 1).RZ(a[0], 1).CX(0, 1).H(1));

    /// <summary><c>xy(θ)</c>: exp(i θ/4 (XX + YY)); iswap = xy(π).</summary>
    public static readonly Gate XY = Rotation(
        "xy", 2, a => Block(4, 1, 2, GateMatrices.RX(-a[0])), GateTraits.Symmetric, "-0.5 XX - 0.5 YY",
        (b, a) => b.RXX(-0.5 * a[0], 0, 1).RYY(-0.5 * a[0], 0, 1));

    /// <summary><c>xx_plus_yy(θ, β)</c>: exp(−i θ/4 (XX + YY)) between rz(β) and rz(−β) on the first operand.</summary>
    public static readonly Gate XXPlusYY = new(new GateFacts("xx_plus_yy", 2, 2, a => Block(4, 1, 2, TiltedRX(a[0], a[1])))
    {
        Inverse = a => (XXPlusYY!, [-a[0], a[1]]),
        Definition = (b, a) => b.RZ(a[1], 0).RXX(0.5 * a[0], 0, 1).RYY(0.5 * a[0], 0, 1).RZ(-a[1], 0),
    });

    /// <summary><c>xx_minus_yy(θ, β)</c>: exp(−i θ/4 (XX − YY)) between rz(−β) and rz(β) on the first operand.</summary>
    public static readonly Gate XXMinusYY = new(new GateFacts("xx_minus_yy", 2, 2, a => Block(4, 0, 3, TiltedRX(a[0], a[1])))
    {
        Traits = GateTraits.Symmetric,
        Inverse = a => (XXMinusYY!, [-a[0], a[1]]),
        Definition = (b, a) => b.RZ(-a[1], 0).RXX(0.5 * a[0], 0, 1).RYY(-0.5 * a[0], 0, 1).RZ(a[1], 0),
    });

    /// <summary><c>ms(φ₀, φ₁, θ)</c>: exp(−i θ/2 P₁P₀) with Pₖ = cos φₖ X + sin φₖ Y; the Mølmer–Sørensen gate in radians.</summary>
    public static readonly Gate MS = new(new GateFacts("ms", 2, 3, a => PauliRotation(a[2], Equator(a[0]), Equator(a[1])))
    {
        Inverse = a => (MS!, [a[0], a[1], -a[2]]),
        Definition = (b, a) => b.RZ(-a[0], 0).RZ(-a[1], 1).RXX(a[2], 0, 1).RZ(a[0], 0).RZ(a[1], 1),
    });

    /// <summary><c>fsim(θ, φ)</c>: cos θ and −i sin θ on |01⟩, |10⟩, and e^{−iφ} on |11⟩.</summary>
    public static readonly Gate FSim = new(new GateFacts("fsim", 2, 2, a => FSimMatrix(a[0], a[1]))
    {
        Traits = GateTraits.Symmetric,
        Inverse = a => (FSim!, [-a[0], -a[1]]),
        Definition = (b, a) => b.Add(XY, [-2.0 * a[0]], [0, 1]).CP(-a[1], 0, 1),
    });

    /// <summary><c>syc</c>: the Sycamore gate, fsim(π/2, π/6).</summary>
    public static readonly Gate Syc = new(new GateFacts("syc", 2, 0, _ => FSimMatrix(HalfPi, Math.PI / 6.0))
    {
        Traits = GateTraits.Symmetric,
        Inverse = _ => (FSim, [-HalfPi, -Math.PI / 6.0]),
        Definition = (b, _) => b.Add(FSim, [HalfPi, Math.PI / 6.0], [0, 1]),
    });

    /// <summary><c>pswap(θ)</c>: exchanges two qubits and gives |01⟩ and |10⟩ the phase e^{iθ}.</summary>
    public static readonly Gate PSwap = new(new GateFacts("pswap", 2, 1, a => Block(4, 1, 2, [0, Phase(a[0]), Phase(a[0]), 0]))
    {
        Traits = GateTraits.Symmetric,
        Inverse = a => (PSwap!, [-a[0]]),
        Definition = (b, a) => b.Swap(0, 1).CX(0, 1).P(a[0], 1).CX(0, 1),
    });

    /// <summary><c>cphaseshift00(λ)</c>: e^{iλ} on |00⟩.</summary>
    public static readonly Gate CPhaseShift00 = Rotation(
        "cphaseshift00", 2, a => Diagonal(Phase(a[0]), 1, 1, 1), GateTraits.Diagonal | GateTraits.Symmetric,
        "-0.5 II - 0.5 IZ - 0.5 ZI - 0.5 ZZ", (b, a) => b.X(0).X(1).CP(a[0], 0, 1).X(0).X(1));

    /// <summary><c>cphaseshift01(λ)</c>: e^{iλ} where the first operand is 0 and the second 1.</summary>
    public static readonly Gate CPhaseShift01 = Rotation(
        "cphaseshift01", 2, a => Diagonal(1, 1, Phase(a[0]), 1), GateTraits.Diagonal,
        "-0.5 II - 0.5 IZ + 0.5 ZI + 0.5 ZZ", (b, a) => b.X(0).CP(a[0], 0, 1).X(0));

    /// <summary><c>cphaseshift10(λ)</c>: e^{iλ} where the first operand is 1 and the second 0.</summary>
    public static readonly Gate CPhaseShift10 = Rotation(
        "cphaseshift10", 2, a => Diagonal(1, Phase(a[0]), 1, 1), GateTraits.Diagonal,
        "-0.5 II + 0.5 IZ - 0.5 ZI + 0.5 ZZ", (b, a) => b.X(1).CP(a[0], 0, 1).X(1));

    private static Complex[] PauliX => [0, 1, 1, 0];

    private static Complex[] PauliY => [0, -GateMatrices.I, GateMatrices.I, 0];

    private static Complex[] PauliZ => Diagonal(1, -1);

    // Fixed iSWAP-like gates have their inverse in the xy family.
    private static Gate Fixed(string name, Complex[] matrix, GateTraits traits, Action<CircuitBuilder, Angle[]> definition,
        double xyAngle) =>
        new(new GateFacts(name, 2, 0, _ => matrix)
        {
            Traits = traits,
            Definition = definition,
            Inverse = _ => (XY, [-xyAngle]),
        });

    private static Complex[] Times(double factor, Complex[] matrix) => [.. matrix.Select(entry => factor * entry)];

    private static Complex[] TiltedRX(double theta, double beta)
    {
        Complex[] matrix = GateMatrices.RX(theta);
        matrix[1] *= Phase(-beta);
        matrix[2] *= Phase(beta);
        return matrix;
    }

    private static Complex[] FSimMatrix(double theta, double phi)
    {
        Complex[] matrix = Block(4, 1, 2, GateMatrices.RX(2.0 * theta));
        matrix[15] = Phase(-phi);
        return matrix;
    }
}
