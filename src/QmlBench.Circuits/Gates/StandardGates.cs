using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using QmlBench.Circuits.Observables;

namespace QmlBench.Circuits.Gates;

/// <summary>
/// The catalogue of gates: the standard library of OpenQASM 3, the legacy <c>qelib1.inc</c>, and the native gates of devices.
/// </summary>
/// <remarks>Matrices have the first operand as least significant bit. Controls are the first operands. All angles are in radians.
/// Decompositions end in <see cref="U"/> and <see cref="CX"/> with the exact global phase.</remarks>
public static partial class StandardGates
{
    private const GateTraits Involution = GateTraits.SelfInverse | GateTraits.Hermitian;
    private const GateTraits AllTraits = Involution | GateTraits.Diagonal;

    /// <summary>Every gate of the catalogue, in a fixed order: by number of qubits, then by name.</summary>
    public static ImmutableArray<Gate> All => Index.All;

    /// <summary>Finds a gate by its OpenQASM name (<c>cx</c>, <c>ecr</c>); <c>r</c> is <see cref="PRX"/>.</summary>
    /// <param name="name">Name; case matters.</param>
    /// <param name="gate">The gate, if there is one of that name.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(string name, [NotNullWhen(true)] out Gate? gate) => Index.ByName.TryGetValue(name, out gate);

    private static Gate Fixed(
        string name, Complex[] matrix, GateTraits traits, Action<CircuitBuilder, Angle[]>? definition, Func<Gate>? inverse = null)
    {
        int qubits = BitOperations.Log2((uint)GateMatrices.Dimension(matrix));
        return new Gate(new GateFacts(name, qubits, 0, _ => matrix)
        {
            Traits = traits,
            Definition = definition,
            Inverse = inverse is null ? null : _ => (inverse(), []),
        });
    }

    // A gate of one angle that is exp(−i θ/2 G): its inverse is itself with the opposite angle.
    private static Gate Rotation(
        string name, int qubits, GateMatrixFunction matrix, GateTraits traits, string generator, Action<CircuitBuilder, Angle[]> definition)
    {
        Gate? self = null;
        self = new Gate(new GateFacts(name, qubits, 1, matrix)
        {
            Traits = traits,
            Definition = definition,
            Generator = new GateGenerator(Observable.Parse(generator, qubits).Terms),
            Inverse = a => (self!, [-a[0]]),
        });
        return self;
    }

    private static class Index
    {
        internal static readonly ImmutableArray<Gate> All =
        [
            .. typeof(StandardGates).GetFields().Where(field => field.FieldType == typeof(Gate))
                .Select(field => (Gate)field.GetValue(null)!)
                .OrderBy(gate => gate.QubitCount).ThenBy(gate => gate.Name, StringComparer.Ordinal),
        ];

        internal static readonly FrozenDictionary<string, Gate> ByName = All.Select(gate => KeyValuePair.Create(gate.Name, gate))
            .Append(KeyValuePair.Create("r", PRX)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
