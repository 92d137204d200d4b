using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Noise;

/// <summary>Readout of several qubits together, as the model applies it.</summary>
/// <remarks>
/// The confusion acts on the true bits of all qubits of the group, also of those whose recorded bit nobody asks for. Immutable.
/// </remarks>
/// <param name="Qubits">The qubits, the first one least significant in the indices of the matrix.</param>
/// <param name="Confusion">2ᵏ × 2ᵏ probabilities, row = true outcome, column = recorded outcome.</param>
public sealed record GroupReadout(ImmutableArray<int> Qubits, ImmutableArray<double> Confusion)
{
    private const double Rounding = 1e-14;

    private int Outcomes => 1 << Qubits.Length;

    /// <summary>Words for messages: <c>the correlated readout of qubits 0, 1</c>.</summary>
    public string Name => $"the correlated readout of qubits {string.Join(", ", Qubits)}";

    /// <summary>The group of a profile under a noise scale.</summary>
    /// <param name="group">The group as written; rows that add up to 1 only nearly are divided by their sum.</param>
    /// <param name="factor">The scale s ≥ 0: the matrix to the power s. 1 changes no bit, 0 is a perfect reading.</param>
    /// <exception cref="ExecutionRefusedException">The power has negative entries, or none is found: not every confusion has a
    /// root.</exception>
    public static GroupReadout Of(ReadoutGroup group, double factor)
    {
        ArgumentNullException.ThrowIfNull(group);
        var once = new GroupReadout([.. group.Qubits], [.. Normalised([.. group.Confusion], 1 << group.Qubits.Count)]);
        return factor == 1 ? once : once with { Confusion = [.. StochasticPower.Of(once.Confusion, once.Outcomes, factor, once.Name)] };
    }

    /// <summary>Probability that the qubits, being in <paramref name="actual"/>, are recorded as <paramref name="recorded"/>.</summary>
    public double Probability(int actual, int recorded) => Confusion[(actual * Outcomes) + recorded];

    /// <summary>
    /// What the product of Z over some qubits becomes when it is computed from recorded bits: Σ_T w_T Z_T with
    /// w_T = 2⁻ᵏ Σ_t (−1)^|t∧T| Σ_r C(t, r)·(−1)^|r∧mask|.
    /// </summary>
    /// <param name="mask">The qubits, bit i being <c>Qubits[i]</c>.</param>
    /// <returns>2ᵏ weights, index T.</returns>
    public double[] RecordedZ(int mask)
    {
        var weights = new double[Outcomes];
        for (var kept = 0; kept < Outcomes; kept++)
        {
            var sum = 0.0;
            for (var index = 0; index < Confusion.Length; index++)
            {
                var odd = BitOperations.PopCount((uint)((index / Outcomes & kept) ^ (index % Outcomes & mask))) & 1;
                sum += odd == 0 ? Confusion[index] : -Confusion[index];
            }

            weights[kept] = sum / Outcomes;
        }

        return weights;
    }

    /// <summary>Confusion of one qubit while the others are 0 or 1 with equal probability: its single figures, for comparisons.</summary>
    /// <param name="qubit">A qubit of the group.</param>
    public ReadoutConfusion Marginal(int qubit)
    {
        var bit = Qubits.IndexOf(qubit);
        double[] wrong = [0, 0];
        for (var index = 0; index < Confusion.Length; index++)
        {
            var (actual, recorded) = (index / Outcomes >> bit & 1, index % Outcomes >> bit & 1);
            wrong[actual] += actual == recorded ? 0 : Confusion[index];
        }

        return new(Math.Min(1, wrong[0] / (Outcomes / 2)), Math.Min(1, wrong[1] / (Outcomes / 2)));
    }

    /// <summary>The reading after an error of each qubit's own.</summary>
    /// <param name="before">Confusion of a qubit before the group's, null where there is none.</param>
    public GroupReadout After(Func<int, ReadoutConfusion?> before)
    {
        ArgumentNullException.ThrowIfNull(before);
        ReadoutConfusion?[] own = [.. Qubits.Select(before)];
        if (own.All(confusion => confusion is null))
        {
            return this;
        }

        var product = new double[Confusion.Length];
        for (var index = 0; index < product.Length; index++)
        {
            for (var between = 0; between < Outcomes; between++)
            {
                var (actual, changed) = (index / Outcomes, between);
                var probability = own.Select((confusion, bit) => confusion is null
                    ? (actual >> bit & 1) == (changed >> bit & 1) ? 1 : 0
                    : confusion.Probability(actual >> bit & 1, changed >> bit & 1)).Aggregate(1.0, (all, one) => all * one);
                product[index] += probability * Probability(between, index % Outcomes);
            }
        }

        return this with { Confusion = [.. product] };
    }

    /// <summary>The reading where only some qubits have errors: their bits as the group records them, the others' as they are.</summary>
    /// <param name="erring">Which qubits.</param>
    public GroupReadout Only(Predicate<int> erring)
    {
        ArgumentNullException.ThrowIfNull(erring);
        var mask = Qubits.Select((qubit, bit) => erring(qubit) ? 1 << bit : 0).Sum();
        if (mask == Outcomes - 1)
        {
            return this;
        }

        var confusion = new double[Confusion.Length];
        for (var index = 0; index < confusion.Length; index++)
        {
            var (actual, recorded) = (index / Outcomes, index % Outcomes);
            confusion[(actual * Outcomes) + (recorded & mask | actual & ~mask)] += Confusion[index];
        }

        return this with { Confusion = [.. confusion] };
    }

    /// <summary>The group where some of its qubits are 0 for certain and their records are thrown away.</summary>
    /// <param name="remains">Which qubits remain; at least one.</param>
    public GroupReadout Where(Predicate<int> remains)
    {
        ArgumentNullException.ThrowIfNull(remains);
        int[] kept = [.. Enumerable.Range(0, Qubits.Length).Where(bit => remains(Qubits[bit]))];
        var confusion = new double[1 << (2 * kept.Length)];
        for (var actual = 0; actual < 1 << kept.Length; actual++)
        {
            for (var recorded = 0; recorded < Outcomes; recorded++)
            {
                confusion[(actual << kept.Length) + Gathered(recorded, kept)] += Probability(Spread(actual, kept), recorded);
            }
        }

        return new([.. kept.Select(bit => Qubits[bit])], [.. confusion]);
    }

    /// <summary>The reading as a channel before a perfect one: populations are mixed by the matrix, coherences lost.</summary>
    /// <exception cref="ExecutionRefusedException">The group has four qubits, more than a channel may have.</exception>
    public PauliTransferMatrix ToChannel()
    {
        if (Qubits.Length > KrausChannel.MostQubits)
        {
            throw new ExecutionRefusedException(
                $"Bits can be recorded from groups of up to {KrausChannel.MostQubits} qubits; {Name} acts on {Qubits.Length}, all in use. "
                + "Ask for exact values of observables, describe the readout by smaller groups, or switch readout error off.");
        }

        double[][] rows = [.. Enumerable.Range(0, Outcomes).Select(RecordedZ)];
        return PauliTransferMatrix.Create(
            Qubits.Length,
            (row, column) => DiagonalMask(row) is { } read && DiagonalMask(column) is { } put ? rows[read][put] : 0);
    }

    // The qubits with a Z in a Pauli index of I and Z alone; null for any other.
    private static int? DiagonalMask(int index)
    {
        var mask = 0;
        for (var bit = 0; index >> (2 * bit) != 0; bit++)
        {
            switch (index >> (2 * bit) & 3)
            {
                case 0:
                    break;
                case 3:
                    mask |= 1 << bit;
                    break;
                default:
                    return null;
            }
        }

        return mask;
    }

    private static int Gathered(int outcome, int[] bits)
    {
        var gathered = 0;
        for (var index = 0; index < bits.Length; index++)
        {
            gathered |= (outcome >> bits[index] & 1) << index;
        }

        return gathered;
    }

    private static int Spread(int outcome, int[] bits)
    {
        var spread = 0;
        for (var index = 0; index < bits.Length; index++)
        {
            spread |= (outcome >> index & 1) << bits[index];
        }

        return spread;
    }

    private static double[] Normalised(double[] confusion, int size)
    {
        for (var row = 0; row < size; row++)
        {
            var entries = confusion.AsSpan(row * size, size);
            var sum = 0.0;
            foreach (var entry in entries)
            {
                sum += entry;
            }

            for (var index = 0; index < size && Math.Abs(sum - 1) > Rounding; index++)
            {
                entries[index] /= sum;
            }
        }

        return confusion;
    }
}
