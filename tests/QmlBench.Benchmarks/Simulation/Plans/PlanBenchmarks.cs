using BenchmarkDotNet.Attributes;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Benchmarks.Simulation.Plans;

/// <summary>Fusing the steps of W1 into a plan, laying out its memory, and binding it to a row.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private NoisyCircuit _circuit = null!;
    private StraightPlan _plan = null!;
    private PlanRunner _runner = null!;
    private double[] _row = [];

    /// <summary>Number of qubits.</summary>
    [Params(4, 8, 10)]
    public int Qubits { get; set; }

    /// <summary>Plans once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _circuit = AnsatzWorkload.Circuit(Qubits, AnsatzWorkload.Layers, noise: true);
        _plan = (StraightPlan)Build();
        _runner = new PlanRunner(_plan, 1);
        _row = AnsatzWorkload.Row(Qubits, AnsatzWorkload.Layers);
    }

    /// <summary>The plan.</summary>
    [Benchmark]
    public object Build()
    {
        var builder = new PlanBuilder(new RegisterShape(false, Qubits));
        var gates = new GateExpansion(builder);
        foreach (NoisyStep step in _circuit.Steps)
        {
            if (step is GateStep gate) gates.Add(gate.Gate, gate.Angles.AsSpan(), gate.Qubits.AsSpan());
            else if (step is ChannelStep channel) builder.Add(TrigonometricMap.Constant(channel.Channel), channel.Qubits.AsSpan());
        }

        return builder.Build(_circuit);
    }

    /// <summary>Its working memory.</summary>
    [Benchmark]
    public object LayOut() => new PlanRunner(_plan, 1);

    /// <summary>All coefficients of a row.</summary>
    [Benchmark]
    public void Bind() => _runner.Bind(_row, _row.Length);
}
