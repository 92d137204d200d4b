using QmlBench.Emulation.Engines;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>
/// One simulation of a program: what is left of a circuit once all is cut away that the question does not depend on, and its method.
/// The engine is made when it is first needed.
/// </summary>
internal sealed class Part
{
    private readonly Lazy<IEngine> _engine;
    private readonly Lazy<IReverseMode?> _reverse;
    private readonly Lazy<TrajectoryEngine> _trajectories;

    private Part(NoisyCircuit circuit, LogicalRegister register, MethodKind kind, Demand demand, Preparation prepared)
    {
        var threads = prepared.Threads;
        Demand = demand;
        Circuit = circuit;
        Register = register;
        Kind = kind;
        _engine = new(() => EngineFactory.Create(circuit, kind, threads));
        _reverse = new(() => EngineFactory.Reverse(circuit, kind, threads, prepared.Request.Limits.MemoryBytes));
        _trajectories = new(() => new(circuit, threads));
    }

    /// <summary>What is left of the circuit.</summary>
    public NoisyCircuit Circuit { get; }

    /// <summary>The logical qubits in it.</summary>
    public LogicalRegister Register { get; }

    /// <summary>What decided whether a method fits.</summary>
    public Demand Demand { get; }

    /// <summary>Bytes of a run.</summary>
    public double Bytes => MethodChoice.Bytes(Kind, Demand);

    /// <summary>The method.</summary>
    public MethodKind Kind { get; }

    /// <summary>Whether values and probabilities are exact.</summary>
    public bool IsExact => Kind != MethodKind.Trajectories;

    /// <summary>Simulates it exactly.</summary>
    public IEngine Engine => _engine.Value;

    /// <summary>Derivatives by reverse mode; null by trajectories of a noisy circuit, and where its states exceed the memory.</summary>
    public IReverseMode? ReverseMode => _reverse.Value;

    /// <summary>Simulates it by trajectories.</summary>
    public TrajectoryEngine Trajectories => _trajectories.Value;

    /// <summary>The part of a circuit that lies in a cone.</summary>
    /// <param name="cone">What the question depends on.</param>
    /// <param name="prepared">What the circuit belongs to: the logical qubits, and the threads of a run.</param>
    /// <param name="kind">The method.</param>
    /// <param name="recorded">True if the classical bits are asked for at the end.</param>
    public static Part Of(LightCone cone, Preparation prepared, MethodKind kind, bool recorded = false) => new(
        cone.Cut(), cone.QubitCount == 0 ? prepared.Register.On([0]) : prepared.Register.On(cone.Qubits), kind,
        Demand.Of(cone, recorded), prepared);

    /// <summary>The part of a circuit on which some classical bits depend.</summary>
    /// <param name="circuit">A circuit with measurements.</param>
    /// <param name="clbits">The bits.</param>
    /// <param name="what">What is asked, for a refusal.</param>
    /// <param name="prepared">What the circuit belongs to.</param>
    /// <exception cref="ExecutionRefusedException">It does not fit.</exception>
    public static Part Recording(NoisyCircuit circuit, IEnumerable<int> clbits, string what, Preparation prepared)
    {
        var cone = LightCone.Of(circuit, [], clbits);
        var kind = MethodChoice.Require(Demand.Of(cone, recorded: true), what, prepared.Request.Limits, prepared.Request.Budget);
        return Of(cone, prepared, kind, recorded: true);
    }
}
