using QmlBench.Circuits.Drawing;
using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Composition;

/// <summary>Drawings of a compiled circuit: on the time axis of its schedule, or in columns where nothing takes time.</summary>
internal static class CompiledDrawing
{
    /// <summary>The drawing for a terminal.</summary>
    public static string Text(IProgram program, Device device, ScheduleMode mode, int width) =>
        CircuitText.Draw(Timed(program, device, mode), width);

    /// <summary>The drawing as SVG.</summary>
    public static string Svg(IProgram program, Device device, ScheduleMode mode, string title)
    {
        var timed = Timed(program, device, mode);
        if (!timed.IsTimeless)
            return ScheduleSvg.Draw(timed, title: title);
        return CircuitSvg.Draw(program.Native.Circuit, title: device.IsIdeal ? title : $"{title}, durations not known: no time axis");
    }

    private static TimedCircuit Timed(IProgram program, Device device, ScheduleMode mode)
    {
        // The ideal device is as large as the circuit, not as the profile.
        var target = Target.For(device.IsIdeal ? Device.Ideal(Math.Max(1, program.Native.Circuit.QubitCount)) : device);
        return Scheduler.Timed(Scheduler.Apply(program.Native, target, mode), program.Native, target);
    }
}
