using System.Numerics;
using QmlBench.Circuits.Observables;

namespace QmlBench.Circuits.Gates;

/// <content>Controlled gates; the controls are the first operands.</content>
public static partial class StandardGates
{
    private const double EighthPi = Math.PI / 8.0;

    /// <summary><c>cx</c>: controlled X. A primitive.</summary>
    public static readonly Gate CX = Controlled("cx", () => X!, 1, Involution, null);

    /// <summary><c>cy</c>: controlled Y.</summary>
    public static readonly Gate CY = Controlled("cy", () => Y!, 1, Involution, (b, _) => b.Sdg(1).CX(0, 1).S(1));

    /// <summary><c>cz</c>: controlled Z.</summary>
    public static readonly Gate CZ = Controlled("cz", () => Z!, 1, AllTraits | GateTraits.Symmetric, (b, _) => b.H(1).CX(0, 1).H(1));

    /// <summary><c>ch</c>: controlled Hadamard.</summary>
    public static readonly Gate CH = Controlled(
        "ch", () => H!, 1, Involution, (b, _) => b.S(1).H(1).T(1).CX(0, 1).Tdg(1).H(1).Sdg(1));

    /// <summary><c>cs</c>: controlled S.</summary>
    public static readonly Gate CS = Controlled(
        "cs", () => S!, 1, GateTraits.Diagonal | GateTraits.Symmetric, (b, _) => b.CP(HalfPi, 0, 1), () => CSdg!);

    /// <summary><c>csdg</c>: the inverse of <see cref="CS"/>.</summary>
    public static readonly Gate CSdg = Controlled(
        "csdg", () => Sdg!, 1, GateTraits.Diagonal | GateTraits.Symmetric, (b, _) => b.CP(-HalfPi, 0, 1), () => CS);

    /// <summary><c>csx</c>: controlled <see cref="SX"/>.</summary>
    public static readonly Gate CSX = Controlled(
        "csx", () => SX!, 1, GateTraits.None, (b, _) => b.H(1).CP(HalfPi, 0, 1).H(1), () => CSXdg!);

    /// <summary><c>csxdg</c>: the inverse of <see cref="CSX"/>.</summary>
    public static readonly Gate CSXdg = Controlled(
        "csxdg", () => SXdg!, 1, GateTraits.None, (b, _) => b.H(1).CP(-HalfPi, 0, 1).H(1), () => CSX);

    /// <summary><c>cp(λ)</c>: e^{iλ} on |11⟩.</summary>
    public static readonly Gate CP = ControlledRotation(
        "cp", () => P!, GateTraits.Diagonal | GateTraits.Symmetric, "-0.5 II + 0.5 IZ + 0.5 ZI - 0.5 ZZ",
        (b, a) => b.P(0.5 * a[0], 0).CX(0, 1).P(-0.5 * a[0], 1).CX(0, 1).P(0.5 * a[0], 1));

    /// <summary><c>cu1(λ)</c>: the old name of <see cref="CP"/>.</summary>
    public static readonly Gate CU1 = ControlledRotation(
        "cu1", () => U1!, GateTraits.Diagonal | GateTraits.Symmetric, "-0.5 II + 0.5 IZ + 0.5 ZI - 0.5 ZZ", (b, a) => b.CP(a[0], 0, 1));

    /// <summary><c>crx(θ)</c>: controlled <see cref="RX"/>.</summary>
    public static readonly Gate CRX = ControlledRotation(
        "crx", () => RX!, GateTraits.None, "0.5 XI - 0.5 XZ", (b, a) => b.H(1).CRZ(a[0], 0, 1).H(1));

    /// <summary><c>cry(θ)</c>: controlled <see cref="RY"/>.</summary>
    public static readonly Gate CRY = ControlledRotation(
        "cry", () => RY!, GateTraits.None, "0.5 YI - 0.5 YZ", (b, a) => b.RY(0.5 * a[0], 1).CX(0, 1).RY(-0.5 * a[0], 1).CX(0, 1));

    /// <summary><c>crz(θ)</c>: controlled <see cref="RZ"/>.</summary>
    public static readonly Gate CRZ = ControlledRotation(
        "crz", () => RZ!, GateTraits.Diagonal, "0.5 ZI - 0.5 ZZ",
        (b, a) => b.RZ(0.5 * a[0], 1).CX(0, 1).RZ(-0.5 * a[0], 1).CX(0, 1));

    /// <summary><c>cu(θ, φ, λ, γ)</c>: controlled e^{iγ} u(θ, φ, λ).</summary>
    public static readonly Gate CU = new(new GateFacts("cu", 2, 4, a => CUMatrix(a[0], a[1], a[2], a[3]))
    {
        Inverse = a => (CU!, [-a[0], -a[2], -a[1], -a[3]]),
        Definition = (b, a) => b.P(a[3], 0).P(0.5 * (a[1] + a[2]), 0).P(0.5 * (a[2] - a[1]), 1).CX(0, 1)
            .U(-0.5 * a[0], 0, -0.5 * (a[1] + a[2]), 1).CX(0, 1).U(0.5 * a[0], a[1], 0, 1),
    });

    /// <summary><c>cu3(θ, φ, λ)</c>: controlled <see cref="U3"/>.</summary>
    public static readonly Gate CU3 = new(new GateFacts("cu3", 2, 3, a => CUMatrix(a[0], a[1], a[2], 0.0))
    {
        Control = (() => U3!, 1),
        Inverse = a => (CU3!, [-a[0], -a[2], -a[1]]),
        Definition = (b, a) => b.Add(CU, [a[0], a[1], a[2], 0], [0, 1]),
    });

    /// <summary><c>ccx</c>: Toffoli.</summary>
    public static readonly Gate CCX = Controlled(
        "ccx", () => X!, 2, Involution,
        (b, _) => b.H(2).CX(1, 2).Tdg(2).CX(0, 2).T(2).CX(1, 2).Tdg(2).CX(0, 2).T(1).T(2).H(2).CX(0, 1).T(0).Tdg(1).CX(0, 1));

    /// <summary><c>ccz</c>: Z with two controls.</summary>
    public static readonly Gate CCZ = Controlled(
        "ccz", () => Z!, 2, AllTraits | GateTraits.Symmetric, (b, _) => b.H(2).CCX(0, 1, 2).H(2));

    /// <summary><c>cswap</c>: Fredkin.</summary>
    public static readonly Gate CSwap = Controlled(
        "cswap", () => Swap!, 1, Involution, (b, _) => b.CX(2, 1).CCX(0, 1, 2).CX(2, 1), targets: 2);

    /// <summary><c>c3x</c>: X with three controls.</summary>
    public static readonly Gate C3X = Controlled("c3x", () => X!, 3, Involution, DefineC3X);

    /// <summary><c>c3sx</c>: <see cref="SX"/> with three controls (<c>c3sqrtx</c> in the legacy library).</summary>
    public static readonly Gate C3SX = Controlled("c3sx", () => SX!, 3, GateTraits.None, (b, _) => DefineC3SX(b, EighthPi), () => C3SXdg!);

    /// <summary><c>c3sxdg</c>: the inverse of <see cref="C3SX"/>.</summary>
    public static readonly Gate C3SXdg =
        Controlled("c3sxdg", () => SXdg!, 3, GateTraits.None, (b, _) => DefineC3SX(b, -EighthPi), () => C3SX);

    /// <summary><c>c4x</c>: X with four controls.</summary>
    public static readonly Gate C4X = Controlled(
        "c4x", () => X!, 4, Involution,
        (b, _) => b.H(4).CP(HalfPi, 3, 4).H(4).Add(C3X, 0, 1, 2, 3).H(4).CP(-HalfPi, 3, 4).H(4).Add(C3X, 0, 1, 2, 3).Add(C3SX, 0, 1, 2, 4));

    private static Gate Controlled(
        string name,
        Func<Gate> inner,
        int controls,
        GateTraits traits,
        Action<CircuitBuilder, Angle[]>? definition,
        Func<Gate>? inverse = null,
        int targets = 1)
    {
        return new Gate(new GateFacts(name, controls + targets, 0, a => GateMatrices.Controlled(inner().RawMatrix(a), controls))
        {
            Traits = traits,
            Definition = definition,
            Control = (inner, controls),
            Inverse = inverse is null ? null : _ => (inverse(), []),
        });
    }

    private static Gate ControlledRotation(
        string name, Func<Gate> inner, GateTraits traits, string generator, Action<CircuitBuilder, Angle[]> definition)
    {
        Gate? self = null;
        self = new Gate(new GateFacts(name, 2, 1, a => GateMatrices.Controlled(inner().RawMatrix(a), 1))
        {
            Traits = traits,
            Definition = definition,
            Control = (inner, 1),
            Generator = new GateGenerator(Observable.Parse(generator, 2).Terms),
            Inverse = a => (self!, [-a[0]]),
        });
        return self;
    }

    private static Complex[] CUMatrix(double theta, double phi, double lambda, double gamma)
    {
        Complex[] matrix = GateMatrices.U(theta, phi, lambda);
        for (int i = 0; i < matrix.Length; i++) matrix[i] *= GateMatrices.Phase(gamma);
        return GateMatrices.Controlled(matrix, 1);
    }

    // A parity network for the phase π on |1111⟩ between two Hadamards: every parity of the four qubits gets ±π/8.
    private static void DefineC3X(CircuitBuilder b, Angle[] angles)
    {
        const double t = EighthPi;
        b.H(3).P(t, 0).P(t, 1).P(t, 2).P(t, 3).CX(0, 1).P(-t, 1).CX(0, 1).CX(1, 2).P(-t, 2).CX(0, 2).P(t, 2).CX(1, 2).P(-t, 2).CX(0, 2);
        b.CX(2, 3).P(-t, 3).CX(1, 3).P(t, 3).CX(2, 3).P(-t, 3).CX(0, 3).P(t, 3).CX(2, 3).P(-t, 3).CX(1, 3).P(t, 3).CX(2, 3).P(-t, 3)
            .CX(0, 3).H(3);
    }

    private static void DefineC3SX(CircuitBuilder b, double t) =>
        b.H(3).CP(t, 0, 3).CX(0, 1).CP(-t, 1, 3).CX(0, 1).CP(t, 1, 3).CX(1, 2).CP(-t, 2, 3).CX(0, 2).CP(t, 2, 3).CX(1, 2).CP(-t, 2, 3)
            .CX(0, 2).CP(t, 2, 3).H(3);
}
