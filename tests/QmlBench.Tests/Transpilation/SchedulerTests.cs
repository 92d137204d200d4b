using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

public sealed class SchedulerTests
{
    private static readonly Target Line = Target.For(TestDevices.Line(4, "cx"));

    public static TheoryData<string> Snapshots() =>
        ["ibm_manila_2024-05-27", "ibm_guadalupe_2021-04-20", "ibm_brisbane_2025-02-26", "ibm_fez_2025-02-26"];

    /// <summary>Qiskit's ALAP and ASAP texts with their delays taken out get the same delays again.</summary>
    [Theory]
    [MemberData(nameof(Snapshots))]
    public void DelaysAreThoseOfThePublishedSchedules(string device)
    {
        string folder = SharedData.Path("vectors", "aer");
        var target = Target.For(new DeviceLibrary(Path.Combine(RepositoryRoot.Path, "devices")).Load(device, 1));
        int seen = 0;
        string records = Path.Combine(folder, $"circuits-{device}.json");
        foreach (string line in File.ReadLines(records).Where(l => l.StartsWith("{\"name\":\"c5-", StringComparison.Ordinal)))
        {
            using JsonDocument record = JsonDocument.Parse(line.TrimEnd(','));
            string name = record.RootElement.GetProperty("name").GetString()!;
            if (!name.Contains("-alap", StringComparison.Ordinal) && !name.Contains("-asap", StringComparison.Ordinal))
                continue;
            int[] qubits = [.. record.RootElement.GetProperty("qubits").EnumerateArray().Select(q => q.GetInt32())];
            string text = Path.Combine(folder, record.RootElement.GetProperty("circuit").GetString()!);
            Circuit expected = QasmReader.ReadOrThrow(SourceText.FromFile(text)).MapQubits(qubits, target.QubitCount, physical: true);
            ScheduleMode mode = name.Contains("-asap", StringComparison.Ordinal) ? ScheduleMode.Asap : ScheduleMode.Alap;
            ScheduledCircuit found = Scheduler.Apply(NativeCircuit.AsWritten(WithoutDelays(expected), target), target, mode);
            foreach (int qubit in qubits)
                AssertSame(Story(expected, qubit, target), Story(found.Circuit, qubit, target), $"{name}, device qubit {qubit}");
            seen++;
        }
        Assert.True(seen >= 5, $"only {seen} schedules found");
    }

    [Fact]
    public void LateGatesWaitBeforeAndEarlyOnesAfter()
    {
        Circuit circuit = Circuit.Builder(4).Physical().SX(0).SX(1).CX(0, 1).CX(2, 1).SX(2).SX(3).Build();
        foreach (ScheduleMode mode in (ScheduleMode[])[ScheduleMode.Alap, ScheduleMode.Asap])
        {
            ScheduledCircuit scheduled = Scheduler.Apply(NativeCircuit.AsWritten(circuit, Line), Line, mode);
            double end = scheduled.GatesEndSeconds;
            int last = Enumerable.Range(0, scheduled.Circuit.Count).Last(i => Is(scheduled, i, OperationKind.Gate, 3));
            double start = scheduled.StartSeconds[last];
            Assert.Equal(mode == ScheduleMode.Alap ? end - 36e-9 : 0, start, 15);
            int delays = Enumerable.Range(0, scheduled.Circuit.Count).Count(i => Is(scheduled, i, OperationKind.Delay, 3));
            Assert.Equal(mode == ScheduleMode.Alap ? 0 : 1, delays);
        }
    }

    [Fact]
    public void NoneAddsNothingAndKeepsDelaysExactly()
    {
        Circuit circuit = Circuit.Builder(2, 1).Physical().SX(0).Delay(DelayTime.Seconds(1001.1e-9), 0).CX(0, 1).Measure(1, 0).Build();
        ScheduledCircuit scheduled = Scheduler.Apply(NativeCircuit.AsWritten(circuit, Line), Line, ScheduleMode.None);
        Assert.Equal(circuit.Count, scheduled.Circuit.Count);
        Assert.Equal(36e-9 + 1001.1e-9, scheduled.StartSeconds[2], 15);
        Assert.Equal(scheduled.GatesEndSeconds + 1e-6, scheduled.DurationSeconds, 12);
    }

    /// <summary>Whatever the circuit: no qubit does two things at once, everything ends together, and gates keep their order per
    /// qubit.</summary>
    [Theory]
    [InlineData(ScheduleMode.Alap)]
    [InlineData(ScheduleMode.Asap)]
    public void EveryQubitIsAlwaysBusyOrWaitingOnce(ScheduleMode mode)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            Circuit source = RandomCircuits.OfCatalogue(4, 12, 700 + seed);
            NativeCircuit native = Transpiler.Compile(source, Line, TranspileOptions.Default(default), null, CancellationToken.None);
            ScheduledCircuit scheduled = Scheduler.Apply(native, Line, mode);
            for (int qubit = 0; qubit < 4; qubit++)
            {
                double free = double.NaN;
                for (int i = 0; i < scheduled.Circuit.Count; i++)
                {
                    Operation operation = scheduled.Circuit[i];
                    if (!operation.Qubits.Contains(qubit))
                        continue;
                    if (!double.IsNaN(free))
                        Assert.Equal(free, scheduled.StartSeconds[i], 13);
                    free = scheduled.StartSeconds[i] + Seconds(operation);
                }
                if (!double.IsNaN(free))
                    Assert.Equal(scheduled.GatesEndSeconds, free, 13);
            }
        }
    }

    [Fact]
    public void DelayInDtIsRefusedWhereDtIsUnknown()
    {
        var target = Target.For(TestDevices.Line(4, "cx") with { Dt = null });
        Circuit circuit = Circuit.Builder(1).Physical().SX(0).Delay(DelayTime.Dt(10), 0).Build();
        NativeCircuit native = NativeCircuit.AsWritten(circuit, target);
        var refusal = Assert.Throws<TranspilationException>(() => Scheduler.Apply(native, target, ScheduleMode.Alap));
        Assert.Contains("sample time", refusal.Message);
    }

    private static double Seconds(Operation operation) => operation.Kind == OperationKind.Delay
        ? operation.Delay.InSeconds(2e-9)
        : Line.Duration(operation.Gate, operation.Qubits)!.Value;

    private static bool Is(ScheduledCircuit scheduled, int index, OperationKind kind, int qubit) =>
        scheduled.Circuit[index].Kind == kind && scheduled.Circuit[index].Qubits[0] == qubit;

    private static Circuit WithoutDelays(Circuit circuit)
    {
        CircuitBuilder builder = Circuit.Builder(circuit.QubitCount, circuit.ClbitCount).Physical();
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            if (operation.Kind == OperationKind.Gate)
                builder.Add(operation.Gate, operation.Angles, operation.Qubits);
            else if (operation.Kind == OperationKind.Measure)
                builder.Measure(operation.Qubits[0], operation.Clbit);
            else if (operation.Kind == OperationKind.Barrier)
                builder.Barrier(operation.Qubits);
        }
        return builder.Build();
    }

    /// <summary>What happens on a qubit, in order: names, and the length of delays.</summary>
    private static List<(string Name, double Seconds)> Story(Circuit circuit, int qubit, Target target)
    {
        var story = new List<(string, double)>();
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            if (operation.Kind != OperationKind.Barrier && operation.Qubits.Contains(qubit))
                story.Add(operation.Kind == OperationKind.Delay
                    ? ("delay", operation.Delay.InSeconds(target.Dt!.Value))
                    : (operation.Kind == OperationKind.Gate ? operation.Gate.Name : "measure", 0));
        }
        return story;
    }

    private static void AssertSame(List<(string Name, double Seconds)> expected, List<(string Name, double Seconds)> found, string where)
    {
        Assert.True(expected.Select(e => e.Name).SequenceEqual(found.Select(f => f.Name)), where);
        for (int i = 0; i < expected.Count; i++)
            Assert.True(Math.Abs(expected[i].Seconds - found[i].Seconds) <= 1e-15 * expected[i].Seconds, where);
    }
}
