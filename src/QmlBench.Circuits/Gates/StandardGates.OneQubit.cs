using System.Numerics;
using static QmlBench.Circuits.Gates.GateMatrices;

namespace QmlBench.Circuits.Gates;

/// <content>Gates on one qubit.</content>
public static partial class StandardGates
{
    private const double HalfPi = Math.PI / 2.0;
    private const double QuarterPi = Math.PI / 4.0;
    private const double SqrtHalf = 0.70710678118654752440;

    /// <summary><c>id</c>: the identity; on a device it takes time and has its own error.</summary>
    public static readonly Gate I = Fixed("id", [1, 0, 0, 1], AllTraits, (_, _) => { });

    /// <summary><c>x</c>: Pauli X.</summary>
    public static readonly Gate X = Fixed("x", [0, 1, 1, 0], Involution, (b, _) => b.U(Math.PI, 0, Math.PI, 0));

    /// <summary><c>y</c>: Pauli Y.</summary>
    public static readonly Gate Y =
        Fixed("y", [0, -GateMatrices.I, GateMatrices.I, 0], Involution, (b, _) => b.U(Math.PI, HalfPi, HalfPi, 0));

    /// <summary><c>z</c>: Pauli Z.</summary>
    public static readonly Gate Z = Fixed("z", Diagonal(1, -1), AllTraits, (b, _) => b.P(Math.PI, 0));

    /// <summary><c>h</c>: Hadamard.</summary>
    public static readonly Gate H = Fixed(
        "h", [SqrtHalf, SqrtHalf, SqrtHalf, -SqrtHalf], Involution, (b, _) => b.U(HalfPi, 0, Math.PI, 0));

    /// <summary><c>s</c>: diag(1, i).</summary>
    public static readonly Gate S = Fixed("s", Diagonal(1, GateMatrices.I), GateTraits.Diagonal, (b, _) => b.P(HalfPi, 0), () => Sdg!);

    /// <summary><c>sdg</c>: diag(1, −i).</summary>
    public static readonly Gate Sdg = Fixed("sdg", Diagonal(1, -GateMatrices.I), GateTraits.Diagonal, (b, _) => b.P(-HalfPi, 0), () => S);

    /// <summary><c>t</c>: diag(1, e^{iπ/4}).</summary>
    public static readonly Gate T = Fixed(
        "t", Diagonal(1, new Complex(SqrtHalf, SqrtHalf)), GateTraits.Diagonal, (b, _) => b.P(QuarterPi, 0), () => Tdg!);

    /// <summary><c>tdg</c>: diag(1, e^{−iπ/4}).</summary>
    public static readonly Gate Tdg = Fixed(
        "tdg", Diagonal(1, new Complex(SqrtHalf, -SqrtHalf)), GateTraits.Diagonal, (b, _) => b.P(-QuarterPi, 0), () => T);

    /// <summary><c>sx</c>: the square root of X, [[1+i, 1−i], [1−i, 1+i]]/2.</summary>
    public static readonly Gate SX = Fixed(
        "sx",
        [new(0.5, 0.5), new(0.5, -0.5), new(0.5, -0.5), new(0.5, 0.5)],
        GateTraits.None,
        (b, _) => b.U(HalfPi, -HalfPi, HalfPi, 0).GlobalPhase(QuarterPi),
        () => SXdg!);

    /// <summary><c>sxdg</c>: the inverse of <see cref="SX"/>.</summary>
    public static readonly Gate SXdg = Fixed(
        "sxdg",
        [new(0.5, -0.5), new(0.5, 0.5), new(0.5, 0.5), new(0.5, -0.5)],
        GateTraits.None,
        (b, _) => b.U(HalfPi, HalfPi, -HalfPi, 0).GlobalPhase(-QuarterPi),
        () => SX);

    /// <summary><c>rx(θ)</c>: exp(−i θ/2 X).</summary>
    public static readonly Gate RX = Rotation("rx", 1, MatrixRX, GateTraits.None, "X", (b, a) => b.U(a[0], -HalfPi, HalfPi, 0));

    /// <summary><c>ry(θ)</c>: exp(−i θ/2 Y).</summary>
    public static readonly Gate RY = Rotation("ry", 1, MatrixRY, GateTraits.None, "Y", (b, a) => b.U(a[0], 0, 0, 0));

    /// <summary><c>rz(θ)</c>: exp(−i θ/2 Z).</summary>
    public static readonly Gate RZ = Rotation(
        "rz", 1, MatrixRZ, GateTraits.Diagonal, "Z", (b, a) => b.P(a[0], 0).GlobalPhase(-0.5 * a[0]));

    /// <summary><c>p(λ)</c>: diag(1, e^{iλ}).</summary>
    public static readonly Gate P = Rotation("p", 1, MatrixP, GateTraits.Diagonal, "Z - I", (b, a) => b.U(0, 0, a[0], 0));

    /// <summary><c>u1(λ)</c>: the old name of <see cref="P"/>; a gate of its own, because old devices calibrate it by this name.</summary>
    public static readonly Gate U1 = Rotation("u1", 1, MatrixP, GateTraits.Diagonal, "Z - I", (b, a) => b.P(a[0], 0));

    /// <summary><c>u(θ, φ, λ)</c>: [[cos, −e^{iλ} sin], [e^{iφ} sin, e^{i(φ+λ)} cos]] of θ/2. OpenQASM 3's <c>U</c> is e^{iθ/2} times
    /// this. A primitive.</summary>
    public static readonly Gate U = new(new GateFacts("u", 1, 3, a => GateMatrices.U(a[0], a[1], a[2]))
    {
        Inverse = a => (U!, [-a[0], -a[2], -a[1]]),
    });

    /// <summary><c>u2(φ, λ)</c>: u(π/2, φ, λ), without the phase that OpenQASM 3's standard library adds.</summary>
    public static readonly Gate U2 = new(new GateFacts("u2", 1, 2, a => GateMatrices.U(HalfPi, a[0], a[1]))
    {
        Inverse = a => (U2!, [-a[1] - Math.PI, Math.PI - a[0]]),
        Definition = (b, a) => b.U(HalfPi, a[0], a[1], 0),
    });

    /// <summary><c>u3(θ, φ, λ)</c>: the old name of <see cref="U"/>, without the phase that OpenQASM 3's standard library adds.</summary>
    public static readonly Gate U3 = new(new GateFacts("u3", 1, 3, a => GateMatrices.U(a[0], a[1], a[2]))
    {
        Inverse = a => (U3!, [-a[0], -a[2], -a[1]]),
        Definition = (b, a) => b.U(a[0], a[1], a[2], 0),
    });

    /// <summary><c>u0(γ)</c>: the identity that lasts γ gate times, of the legacy library.</summary>
    public static readonly Gate U0 = new(new GateFacts("u0", 1, 1, _ => [1, 0, 0, 1])
    {
        Traits = AllTraits,
        Definition = (_, _) => { },
    });

    /// <summary><c>prx(θ, φ)</c>: rotation by θ about the axis cos φ X + sin φ Y; Qiskit's <c>r</c>, Quantinuum's <c>U1q</c>.</summary>
    public static readonly Gate PRX = new(new GateFacts("prx", 1, 2, a => GateMatrices.U(a[0], a[1] - HalfPi, HalfPi - a[1]))
    {
        Inverse = a => (PRX!, [-a[0], a[1]]),
        Definition = (b, a) => b.U(a[0], a[1] - HalfPi, HalfPi - a[1], 0),
    });

    /// <summary><c>phxz(x, z, a)</c>: Google's phased XZ, p(z) · p(a) · e^{ix/2} rx(x) · p(−a): a rotation by x about the axis
    /// cos a X + sin a Y, then a phase z. Cirq's <c>PhasedXZGate</c> has the same angles in half turns.</summary>
    public static readonly Gate PhXZ = new(new GateFacts("phxz", 1, 3, a => PhasedXZ(a[0], a[1], a[2]))
    {
        Inverse = a => (PhXZ!, [-a[0], -a[1], a[1] + a[2]]),
        Definition = (b, a) => b.U(a[0], a[1] + a[2] - HalfPi, HalfPi - a[2], 0).GlobalPhase(0.5 * a[0]),
    });

    /// <summary><c>gpi(φ)</c>: cos φ X + sin φ Y; φ in radians.</summary>
    public static readonly Gate GPI = new(new GateFacts("gpi", 1, 1, a => Equator(a[0]))
    {
        Traits = Involution,
        Definition = (b, a) => b.U(Math.PI, a[0], Math.PI - a[0], 0),
    });

    /// <summary><c>gpi2(φ)</c>: rotation by π/2 about the axis cos φ X + sin φ Y; φ in radians.</summary>
    public static readonly Gate GPI2 = new(new GateFacts("gpi2", 1, 1, a => GateMatrices.U(HalfPi, a[0] - HalfPi, HalfPi - a[0]))
    {
        Inverse = a => (GPI2!, [a[0] + Math.PI]),
        Definition = (b, a) => b.U(HalfPi, a[0] - HalfPi, HalfPi - a[0], 0),
    });

    private static Complex[] PhasedXZ(double x, double z, double a)
    {
        Complex phase = Phase(x / 2.0);
        return [.. GateMatrices.U(x, z + a - HalfPi, HalfPi - a).Select(entry => phase * entry)];
    }

    private static Complex[] MatrixRX(ReadOnlySpan<double> angles) => GateMatrices.RX(angles[0]);

    private static Complex[] MatrixRY(ReadOnlySpan<double> angles) => GateMatrices.RY(angles[0]);

    private static Complex[] MatrixRZ(ReadOnlySpan<double> angles) => GateMatrices.RZ(angles[0]);

    private static Complex[] MatrixP(ReadOnlySpan<double> angles) => GateMatrices.P(angles[0]);
}
