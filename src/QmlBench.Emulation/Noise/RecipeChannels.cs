using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>Channels written out in a profile, as stages.</summary>
internal static class RecipeChannels
{
    /// <summary>Name of the source of all such channels.</summary>
    public const string Source = "custom";

    /// <summary>The stages of a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="gate">Name of the gate, or <c>idle</c>, <c>reset</c>, <c>measure</c>.</param>
    /// <param name="operands">Device qubits in the order of operands.</param>
    /// <param name="scaling">Factors on the noise.</param>
    public static ImmutableArray<NoiseStage> Stages(SiteRecipe recipe, string gate, ReadOnlySpan<int> operands, NoiseScaling scaling)
    {
        var stages = ImmutableArray.CreateBuilder<NoiseStage>();
        foreach (var operation in recipe.Operations)
        {
            foreach (var target in operation.Targets(operands.Length))
            {
                var qubits = Pick(operands, target);
                stages.Add(new(Channel(operation, gate, qubits, scaling), qubits, Source) { FrameAngles = Frame(operation, gate) });
            }
        }

        return stages.ToImmutable();
    }

    /// <summary>The stages of a recipe for one qubit, that many times.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="qubit">Device qubit.</param>
    /// <param name="times">How often, a fraction by the generator.</param>
    /// <param name="scaling">Factors on the noise.</param>
    public static ImmutableArray<NoiseStage> Repeated(SiteRecipe recipe, int qubit, double times, NoiseScaling scaling)
    {
        var stages = Stages(recipe, "idle", [qubit], scaling);
        if (stages.IsEmpty)
        {
            return stages;
        }

        var once = stages.Skip(1).Aggregate(stages[0].Channel, (channel, stage) => channel.Then(stage.Channel));
        return [stages[0] with { Channel = ChannelPower.Of(once, times, $"idling on qubit {qubit}") }];
    }

    private static ImmutableArray<int> Pick(ReadOnlySpan<int> operands, ValueList<int> positions)
    {
        var picked = ImmutableArray.CreateBuilder<int>(positions.Count);
        foreach (var position in positions)
        {
            picked.Add(operands[position]);
        }

        return picked.MoveToImmutable();
    }

    private static ImmutableArray<int> Frame(NoiseOperation operation, string gate) =>
        operation is OverRotationOperation && RotationAxis.Of(gate) is { } axis ? axis.FrameAngles.Items : [];

    private static PauliTransferMatrix Channel(
        NoiseOperation operation, string gate, ImmutableArray<int> qubits, NoiseScaling scaling) => operation switch
        {
            DepolarizingOperation depolarizing => StandardChannels.Depolarizing(
                scaling.Lambda(depolarizing.Strength.ToLambda(qubits.Length), gate, qubits.AsSpan()), qubits.Length),
            AmplitudeDampingOperation damping =>
                StandardChannels.GeneralizedAmplitudeDamping(scaling.Share(damping.Gamma), damping.Population),
            PhaseDampingOperation damping => StandardChannels.PhaseDamping(scaling.Share(damping.Gamma)),
            RelaxationOperation relaxation => Relax(relaxation, scaling.TimeFactor),
            OverRotationOperation over => CoherentChannel.OverRotation(RotationAxis.Of(gate)!, over.Angle * scaling.TimeFactor),
            RotationOperation rotation => PauliRotation.Channel(
                [.. rotation.Terms.Select(term => term with { Value = term.Value * scaling.TimeFactor })]),
            PauliOperation pauli => scaling.Channel(Pauli(pauli), Place(gate, qubits)),
            UnitaryOperation unitary => scaling.Channel(Operators([unitary.Matrix]), Place(gate, qubits)),
            KrausOperation kraus => scaling.Channel(Operators(kraus.Operators), Place(gate, qubits)),
            TransferMatrixOperation transfer => scaling.Channel(Transfer(transfer), Place(gate, qubits)),
            _ => throw new InvalidOperationException($"Bug in QmlBench: the channel '{operation.Keyword}' cannot be simulated."),
        };

    private static string Place(string gate, ImmutableArray<int> qubits) => $"{gate} on qubits {string.Join(", ", qubits)}";

    private static PauliTransferMatrix Relax(RelaxationOperation relaxation, double factor)
    {
        var t1 = relaxation.T1 ?? double.PositiveInfinity;
        return StandardChannels.ThermalRelaxation(t1, relaxation.T2 ?? (2 * t1), relaxation.Time * factor, relaxation.Population);
    }

    private static PauliTransferMatrix Pauli(PauliOperation pauli) => StandardChannels.Pauli(
        pauli.Arity!.Value,
        [.. pauli.Terms.Select(term => ((int)PauliString.Parse(term.Pauli).ToIndex(), term.Value))]);

    // A trace that is off by the digits written is set right: K → K·(Σ K†K)^(−1/2).
    private static PauliTransferMatrix Operators(ValueList<ComplexMatrix> operators)
    {
        var sum = ComplexMatrix.Zero(operators[0].Rows, operators[0].Rows);
        foreach (var one in operators)
        {
            sum += one.Adjoint() * one;
        }

        var right = HermitianEigen.Decompose(sum).Rebuild(value => 1 / Math.Sqrt(value));
        return new KrausChannel(operators.Select(one => one * right)).TransferMatrix;
    }

    private static PauliTransferMatrix Transfer(TransferMatrixOperation transfer)
    {
        var side = (int)Math.Sqrt(transfer.Entries.Count);
        return PauliTransferMatrix.Create(
            BitOperations.Log2((uint)side) / 2,
            (row, column) => row == 0 ? (column == 0 ? 1 : 0) : transfer.Entries[(row * side) + column]);
    }
}
