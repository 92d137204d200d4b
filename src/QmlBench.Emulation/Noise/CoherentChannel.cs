using System.Numerics;
using QmlBench.Devices.Noise;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>Coherent errors of gates as transfer matrices.</summary>
internal static class CoherentChannel
{
    /// <summary>The error of a gate, all its angles multiplied by a factor; in the frame of the gate where that has one.</summary>
    /// <param name="error">The error.</param>
    /// <param name="gate">Name of the gate.</param>
    /// <param name="qubits">Number of its operands.</param>
    /// <param name="factor">Factor on every angle.</param>
    public static PauliTransferMatrix Of(CoherentError error, string gate, int qubits, double factor)
    {
        var axis = RotationAxis.Of(gate);
        var turned = error.HasAxisError
            ? StandardChannels.CoherentUnitary(Misaligned(error, axis!, factor))
            : error.OverRotation != 0 ? OverRotation(axis!, error.OverRotation * factor) : PauliTransferMatrix.Identity(qubits);
        return error.Fsim is { } angles ? turned.Then(StandardChannels.CoherentUnitary(Fsim(angles, factor))) : turned;
    }

    /// <summary>exp(−i angle/2 · G) of a gate's axis G.</summary>
    public static PauliTransferMatrix OverRotation(RotationAxis axis, double angle) =>
        PauliRotation.Channel([.. axis.Terms.Select(term => term with { Value = term.Value * angle })]);

    /// <summary>The unitary of PhasedFSim angles with the first operand as least significant bit.</summary>
    public static ComplexMatrix Fsim(FsimAngles angles, double factor)
    {
        var (sine, cosine) = Elementary.SinCos(angles.Theta * factor);
        var exchange = -Complex.ImaginaryOne * sine;
        // First operand 1 is index 1; Cirq's order has the first operand as left digit, so its 10 is our 01.
        return new(4, 4,
        [
            1, 0, 0, 0,
            0, Phase(-(angles.Gamma - angles.Zeta) * factor) * cosine, exchange * Phase(-(angles.Gamma + angles.Chi) * factor), 0,
            0, exchange * Phase(-(angles.Gamma - angles.Chi) * factor), Phase(-(angles.Gamma + angles.Zeta) * factor) * cosine, 0,
            0, 0, 0, Phase(-((2 * angles.Gamma) + angles.Phi) * factor),
        ]);
    }

    private static Complex Phase(double angle)
    {
        var (sine, cosine) = Elementary.SinCos(angle);
        return new(cosine, sine);
    }

    // What the gate does about its wrong axis, after undoing what it should do.
    private static ComplexMatrix Misaligned(CoherentError error, RotationAxis axis, double factor)
    {
        var turn = axis.Turn!.Value;
        var sign = axis.Terms[0].Value;
        var (phaseSine, phaseCosine) = Elementary.SinCos(error.AxisPhase * factor);
        var (tiltSine, tiltCosine) = Elementary.SinCos(error.AxisTilt * factor);
        var (along, across) = (sign * tiltCosine * phaseCosine, sign * tiltCosine * phaseSine);
        var (x, y) = axis.Terms[0].Pauli == "X" ? (along, across) : (-across, along);
        var wrong = turn + (error.OverRotation * factor);
        var done = PauliRotation.Unitary([new("X", wrong * x), new("Y", wrong * y), new("Z", wrong * tiltSine)]);
        return done * PauliRotation.Unitary([new(axis.Terms[0].Pauli, -turn * sign)]);
    }
}
