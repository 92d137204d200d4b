using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Simulation.Channels;

/// <summary>
/// A channel of 1 to 3 qubits as Kraus operators, <c>ρ → Σ K ρ K†</c>, checked when made: it keeps the trace, and it is completely
/// positive.
/// </summary>
/// <remarks>One, two or any number of operators; the first listed qubit is the least significant bit of their indices. Immutable.</remarks>
public sealed class KrausChannel
{
    /// <summary>Most qubits a channel may act on.</summary>
    public const int MostQubits = 3;

    /// <summary>A channel from its operators.</summary>
    /// <param name="operators">At least one, all 2^k × 2^k with k from 1 to 3.</param>
    /// <param name="tolerance">Largest deviation from trace preservation that counts as rounding.</param>
    /// <exception cref="ArgumentException">Sizes are wrong, a number is not finite, or the trace is not kept; the message names the
    /// number.</exception>
    public KrausChannel(IEnumerable<ComplexMatrix> operators, double tolerance = ChoiMatrix.DefaultTolerance)
    {
        Operators = [.. operators];
        QubitCount = CheckedQubits(Operators);
        TransferMatrix = KrausConversion.ToTransferMatrix(Operators, QubitCount);
        ChoiMatrix.Of(TransferMatrix).ThrowIfNotChannel("The Kraus channel", tolerance);
    }

    private KrausChannel(ImmutableArray<ComplexMatrix> operators, int qubits, PauliTransferMatrix map)
    {
        Operators = operators;
        QubitCount = qubits;
        TransferMatrix = map;
    }

    /// <summary>The operators.</summary>
    public ImmutableArray<ComplexMatrix> Operators { get; }

    /// <summary>Number of qubits.</summary>
    public int QubitCount { get; }

    /// <summary>The same channel as transfer matrix.</summary>
    public PauliTransferMatrix TransferMatrix { get; }

    /// <summary>The Kraus form of a transfer matrix.</summary>
    /// <exception cref="ArgumentException">The map is not a channel; the message names the number.</exception>
    public static KrausChannel Of(PauliTransferMatrix map, double tolerance = ChoiMatrix.DefaultTolerance)
    {
        ChoiMatrix choi = ChoiMatrix.Of(map);
        choi.ThrowIfNotChannel("The map", tolerance);
        return new([.. choi.KrausOperators()], map.QubitCount, map);
    }

    /// <summary>The same channel as Choi matrix.</summary>
    public ChoiMatrix ToChoi() => ChoiMatrix.Of(TransferMatrix);

    private static int CheckedQubits(ImmutableArray<ComplexMatrix> operators)
    {
        if (operators.IsEmpty) throw new ArgumentException("A Kraus channel needs at least one operator; none was given.");
        int qubits = BitOperations.Log2((uint)operators[0].Rows);
        for (int k = 0; k < operators.Length; k++)
        {
            ComplexMatrix op = operators[k];
            if (qubits is < 1 or > MostQubits || op.Rows != 1 << qubits || op.Columns != 1 << qubits)
            {
                throw new ArgumentException(
                    $"Kraus operators must all be 2x2, 4x4 or 8x8; operator {k} is {op.Rows}x{op.Columns}, "
                    + $"the first {operators[0].Rows}x{operators[0].Columns}.");
            }

            KrausConversion.ThrowIfNotFinite(op, k);
        }

        return qubits;
    }
}
