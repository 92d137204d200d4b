using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Targets;

/// <summary>A native one-qubit gate with its angles, usually numbers.</summary>
internal sealed record NativePulse(Gate Gate, params Angle[] Angles)
{
    private const double HalfPi = Math.PI / 2;

    /// <summary>Which of its angles is the direction of its axis on the equator; −1 if none is.</summary>
    public int AxisAngle { get; } = Gate.Name switch { "gpi" or "gpi2" => 0, "prx" => 1, "phxz" => 2, _ => -1 };

    /// <summary>Whether the gate takes rotations about z before and after it into its own angles.</summary>
    public bool TakesTurns => Gate.Name is "phxz" or "u" or "u2" or "u3";

    public Matrix2 Matrix()
    {
        var m = Gate.Matrix([.. Angles.Select(a => a.Constant)]);
        return new(m[0, 0], m[0, 1], m[1, 0], m[1, 1]);
    }

    /// <summary>The angles for p(after) · this · p(before); only where <see cref="TakesTurns"/> holds.</summary>
    public Angle[] WithTurns(Angle before, Angle after) => Gate.Name switch
    {
        "phxz" => [Angles[0], Wrap(Angles[1] + before + after), Wrap(Angles[2] - before)],
        "u2" => [Wrap(Angles[0] + after), Wrap(Angles[1] + before)],
        _ => [Angles[0], Wrap(Angles[1] + after), Wrap(Angles[2] + before)]
    };

    /// <summary>The angles for an axis turned by an angle; only where <see cref="AxisAngle"/> is not −1.</summary>
    public Angle[] WithAxis(Angle turn)
    {
        Angle[] angles = [.. Angles];
        angles[AxisAngle] = Wrap(angles[AxisAngle] + turn);
        return angles;
    }

    private static Angle Wrap(Angle angle) => angle.IsConstant ? PulseForm.Wrap(angle.Constant) : angle;

    /// <summary>Gates that turn by π/2 about x, up to a phase.</summary>
    public static NativePulse[] QuarterTurns { get; } =
    [
        new(StandardGates.SX), new(StandardGates.GPI2, 0), new(StandardGates.PRX, HalfPi, 0),
        new(StandardGates.RX, HalfPi), new(StandardGates.PhXZ, HalfPi, 0, 0), new(StandardGates.U2, -HalfPi, HalfPi),
        new(StandardGates.U3, HalfPi, -HalfPi, HalfPi), new(StandardGates.U, HalfPi, -HalfPi, HalfPi)
    ];

    /// <summary>Gates that turn by π about x, up to a phase.</summary>
    public static NativePulse[] HalfTurns { get; } =
    [
        new(StandardGates.X), new(StandardGates.GPI, 0), new(StandardGates.PRX, Math.PI, 0),
        new(StandardGates.RX, Math.PI), new(StandardGates.PhXZ, Math.PI, 0, 0), new(StandardGates.U3, Math.PI, -HalfPi, HalfPi),
        new(StandardGates.U, Math.PI, -HalfPi, HalfPi)
    ];

    /// <summary>Gates that turn by any angle.</summary>
    public static Gate[] AnyTurns { get; } =
        [StandardGates.PRX, StandardGates.RX, StandardGates.PhXZ, StandardGates.U3, StandardGates.U];

    /// <summary>The turn of one of <see cref="AnyTurns"/> by an angle about y, or about x for rx.</summary>
    public static NativePulse Turn(Gate gate, Angle angle) => new(gate, gate.Name switch
    {
        "rx" => [angle],
        "phxz" => [angle, 0, HalfPi],
        "u" or "u3" => [angle, 0, 0],
        _ => [angle, HalfPi]
    });
}
