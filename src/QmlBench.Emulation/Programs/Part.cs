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

    private Part(NoisyCircuit circuit, LogicalRegister register, MethodKind kind)
    {
        Circuit = circuit;
        Register = register;
        Kind = kind;
        _engine = new(() => EngineFactory.Create(circuit, kind));
        _reverse = new(() => EngineFactory.Reverse(circuit, kind));
        _trajectories = new(() => new(circuit));
    }

    /// <summary>What is left of the circuit.</summary>
    public NoisyCircuit Circuit { get; }

    /// <summary>The logical qubits in it.</summary>
    public LogicalRegister Register { get; }

    /// <summary>The method.</summary>
    public MethodKind Kind { get; }

    /// <summary>Whether values and probabilities are exact.</summary>
    public bool IsExact => Kind != MethodKind.Trajectories;

    /// <summary>Simulates it exactly.</summary>
    public IEngine Engine => _engine.Value;

    /// <summary>Derivatives by reverse mode; null by trajectories of a noisy circuit, and where a record is read by a condition.</summary>
    public IReverseMode? ReverseMode => _reverse.Value;

    /// <summary>Simulates it by trajectories.</summary>
    public TrajectoryEngine Trajectories => _trajectories.Value;

    /// <summary>The part of a circuit that lies in a cone.</summary>
    /// <param name="cone">What the question depends on.</param>
    /// <param name="register">The logical qubits of the whole circuit.</param>
    /// <param name="kind">The method.</param>
    public static Part Of(LightCone cone, LogicalRegister register, MethodKind kind) =>
        new(cone.Cut(), cone.QubitCount == 0 ? register.On([0]) : register.On(cone.Qubits), kind);

    /// <summary>The part of a circuit on which some classical bits depend.</summary>
    /// <param name="circuit">A circuit with measurements.</param>
    /// <param name="clbits">The bits.</param>
    /// <param name="register">The logical qubits of the circuit.</param>
    /// <param name="what">What is asked, for a refusal.</param>
    /// <param name="request">Limits and budget.</param>
    /// <exception cref="ExecutionRefusedException">It does not fit.</exception>
    public static Part Recording(
        NoisyCircuit circuit, IEnumerable<int> clbits, LogicalRegister register, string what, Request request)
    {
        var cone = LightCone.Of(circuit, [], clbits);
        return Of(cone, register, MethodChoice.Require(cone, what, request.Limits, request.Budget));
    }
}
