using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>Scores the compiler's candidates by predicted fidelity; larger is better.</summary>
internal sealed class CandidateScore(Target target, NoiseModel model, ScheduleOptions schedule)
{
    /// <summary>
    /// ln of the predicted fidelity of the scheduled circuit (<see cref="NoisyProgram.PredictedFidelity"/>) times that of its reading
    /// (<see cref="PredictedReading"/>).
    /// </summary>
    public double LogFidelity(NativeCircuit native)
    {
        var scheduled = schedule.Passes.Aggregate(
            Scheduler.Apply(native, target, schedule.Mode), (written, pass) => pass.Apply(written, target));
        var active = ActiveQubits.Of(scheduled.Circuit, []);
        var noisy = new NoisyProgram(NoiseAttachment.Attach(scheduled, model, active).Circuit, active.DeviceQubits);
        return Elementary.Log(noisy.PredictedFidelity) + PredictedReading.LogOf(native, model);
    }
}
