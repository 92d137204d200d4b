using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Schemas;

/// <summary>The parts of the schema of device profiles that are channels of a recipe.</summary>
internal static class ChannelSchema
{
    /// <summary>Name of the definition of one channel.</summary>
    public const string Channel = "channel";

    /// <summary>Name of the definition of a strength of depolarizing.</summary>
    public const string Depolarizing = "depolarizing";

    private const string Gamma = "Damping γ.";
    private const string Population = "Population of |1⟩ that it leads to; default 0.";

    /// <summary>The shapes that recipes and spectators refer to.</summary>
    public static IEnumerable<(string Name, SchemaShape Shape)> Definitions()
    {
        SchemaKey[] kinds = [.. Kinds()];
        return
        [
            (Channel, SchemaShape.Mapping([.. kinds, On()]).WithOneOf(kinds.Select(kind => kind.Name))),
            (Depolarizing, Strength()),
        ];
    }

    private static SchemaKey On() => SchemaKey.Optional(
        "on", "Operands it acts on, counted from 0 in the order of the circuit, or 'each'; without it a channel of one qubit acts on each, any other on all together.",
        SchemaShape.Any(SchemaShape.Choice(["each"]), Operand(), SchemaShape.List(Operand())));

    private static SchemaShape Operand() => SchemaShape.Integer(0, NoiseShapes.MostQubits - 1);

    private static SchemaShape Strength() => SchemaShape.Mapping(
        SchemaKey.Optional("lambda", "Share λ that is replaced by the completely mixed state.", SchemaShape.Number(0)),
        SchemaKey.Optional("pauli_error", "Probability of any Pauli but the identity.", SchemaShape.Number(0)),
        SchemaKey.Optional("average_infidelity", "1 - F_avg.", SchemaShape.Number(0)))
        .WithOneOf("lambda", "pauli_error", "average_infidelity");

    private static IEnumerable<SchemaKey> Kinds() =>
    [
        SchemaKey.Optional("depolarizing", "Depolarizing, in one of three measures.", SchemaShape.Reference(Depolarizing)),
        SchemaKey.Optional("pauli", "Pauli strings with probabilities; the last letter is on the first operand.", SchemaShape.Entries(SchemaPatterns.Pauli, SchemaShape.Number(0, 1)).NotEmpty()),
        SchemaKey.Optional("amplitude_damping", "Amplitude damping.", SchemaShape.Mapping(
            SchemaKey.Required("gamma", Gamma, SchemaShape.Number(0, 1)), SchemaKey.Optional("population", Population, SchemaShape.Number(0, 1)))),
        SchemaKey.Optional("phase_damping", "Phase damping: coherence scaled by √(1−γ).", SchemaShape.Mapping(SchemaKey.Required("gamma", Gamma, SchemaShape.Number(0, 1)))),
        SchemaKey.Optional("relaxation", "Relaxation for a time.", SchemaShape.Mapping(
            SchemaKey.Optional("t1", "Energy relaxation time T1; without it there is none.", SchemaShape.Amount(Dimension.Time)),
            SchemaKey.Optional("t2", "Coherence time T2; at most 2·T1.", SchemaShape.Amount(Dimension.Time)),
            SchemaKey.Required("time", "How long.", SchemaShape.Amount(Dimension.Time)),
            SchemaKey.Optional("population", Population, SchemaShape.Number(0, 1)))),
        SchemaKey.Optional("over_rotation", "An angle about the gate's own axis.", SchemaShape.Measure(Dimension.Angle)),
        SchemaKey.Optional("rotation", "Pauli strings with angles: exp(−i/2 Σ angle·P).", SchemaShape.Entries(SchemaPatterns.Pauli, SchemaShape.Measure(Dimension.Angle)).NotEmpty()),
        SchemaKey.Optional("unitary", "A unitary matrix, row by row; the first operand is the least significant bit.", Matrix(Entry())),
        SchemaKey.Optional("kraus", "Kraus operators, each a matrix.", SchemaShape.List(Matrix(Entry()), 1)),
        SchemaKey.Optional("transfer_matrix", "R_ij = Tr(P_i E(P_j))/2^k, Pauli index Σ digit·4^q with I, X, Y, Z = 0, 1, 2, 3.", Matrix(SchemaShape.Number())),
    ];

    private static SchemaShape Entry() => SchemaShape.Any(SchemaShape.Number(), SchemaShape.Pattern(SchemaPatterns.Complex));

    private static SchemaShape Matrix(SchemaShape entry) => SchemaShape.List(SchemaShape.List(entry, 1, NoiseMatrixReader.LargestSide), 1, NoiseMatrixReader.LargestSide);
}
