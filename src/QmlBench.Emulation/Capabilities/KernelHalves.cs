using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Capabilities;

/// <summary>The two halves of a fidelity-kernel circuit with their noise, and the logical qubits where the mirror brings them.</summary>
/// <param name="First">The circuit, over the parameters of both halves.</param>
/// <param name="Mirror">Its native mirror, over the parameters of both halves.</param>
/// <param name="Register">The logical qubits at their initial places.</param>
/// <remarks>
/// The whole is scheduled, not the halves: idle time before the first gate of the mirror is noisy. Both halves end and begin together at
/// the barrier between them, so noise local in time belongs to one half.
/// </remarks>
internal sealed record KernelHalves(NoisyCircuit First, NoisyCircuit Mirror, LogicalRegister Register)
{
    /// <summary>The halves of a prepared circuit.</summary>
    /// <exception cref="ExecutionRefusedException">The circuit has no native mirror.</exception>
    public static KernelHalves Of(Preparation prepared)
    {
        var pair = KernelPair.Of(prepared.Native, prepared.Target);
        var native = pair.Native(prepared.Native);
        var scheduled = prepared.Schedule.Passes.Aggregate(
            prepared.Model.Schedule(native, prepared.Target, prepared.Schedule.Mode),
            (schedule, pass) => pass.Apply(schedule, prepared.Target));
        var active = ActiveQubits.Of(scheduled.Circuit, native.InitialLayout);
        // The final measurements are the effect "all zero" of the register, which knows how bits are recorded.
        var noisy = NoiseAttachment.Attach(UnmeasuredSchedule.Of(scheduled), prepared.Model, active).Circuit;
        var register = new LogicalRegister(native.InitialLayout, active, prepared.Model);
        var split = SplitAt(noisy, pair.BarriersBefore);
        var cone = LightCone.Of(noisy, register.ReadPlaces);
        return cone.HoldsAllQubits
            ? new(Part(noisy, 0, split), Part(noisy, split, noisy.Steps.Length), register)
            : new(cone.Cut(0, split), cone.Cut(split, noisy.Steps.Length), register.On(cone.Qubits));
    }

    private static int SplitAt(NoisyCircuit noisy, int barriersBefore)
    {
        var seen = 0;
        for (var index = 0; index < noisy.Steps.Length; index++)
        {
            if (noisy.Steps[index] is BarrierStep && seen++ == barriersBefore)
            {
                return index;
            }
        }

        throw new InvalidOperationException("Bug in QmlBench: the barrier between the halves of a kernel circuit was lost.");
    }

    private static NoisyCircuit Part(NoisyCircuit whole, int from, int to)
    {
        var builder = NoisyCircuit.Builder(whole.QubitCount, 0, whole.Parameters);
        for (var index = from; index < to; index++)
        {
            builder.Append(whole.Steps[index]);
        }

        return builder.Build();
    }
}
