using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation;

public class IdealExecutorTests : ExecutorContract
{
    protected override IExecutor Executor => QmlBench.Emulation.Emulator.Ideal;
}

public class ManilaExecutorTests : ExecutorContract
{
    private readonly Emulator emulator = new(CalibrationDevices.Import("ibm_manila_2024-05-27.json"), NoiseOptions.Default);

    protected override IExecutor Executor => emulator;
}

public class FezWithoutReadoutExecutorTests : ExecutorContract
{
    private readonly Emulator emulator = new(
        CalibrationDevices.Import("ibm_fez_2025-02-26.json"),
        new NoiseOptions { Semantics = NoiseSemantics.AerTarget, Sources = NoiseSourceNames.Without(["readout"]) });

    protected override IExecutor Executor => emulator;
}

/// <summary>Trajectories where everything else would be exact.</summary>
public class ManilaTrajectoriesTests : ExecutorContract
{
    private readonly Emulator emulator = new(CalibrationDevices.Import("ibm_manila_2024-05-27.json"), NoiseOptions.Default);

    protected override IExecutor Executor => emulator;

    protected override Limits Limits => Limits.Default with { Method = MethodKind.Trajectories, StandardError = 0.02 };
}
