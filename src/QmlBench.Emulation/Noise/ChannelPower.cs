using QmlBench.Emulation.Waist;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>Powers of a channel: as if it acted s times.</summary>
internal static class ChannelPower
{
    private const double LeastEigenvalue = -1e-9;
    private const int MostRoots = 48;
    private const int MostSteps = 60;

    /// <summary>The channel to the power s; whole powers by multiplication, the rest by square roots.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="factor">s ≥ 0.</param>
    /// <param name="place">Named where the power is no channel.</param>
    /// <exception cref="ExecutionRefusedException">The power does not exist or is no channel.</exception>
    public static PauliTransferMatrix Of(PauliTransferMatrix channel, double factor, string place)
    {
        if (factor == 1)
        {
            return channel;
        }

        var whole = Math.Floor(factor);
        var power = Whole(channel, whole);
        if (factor == whole)
        {
            return power;
        }

        var scaled = power.Then(Fraction(channel, factor - whole) ?? throw Refused(place, factor));
        return ChoiMatrix.Of(scaled).Eigenvalues()[0] >= LeastEigenvalue ? scaled : throw Refused(place, factor);
    }

    private static ExecutionRefusedException Refused(string place, double factor) => new(
        $"The channel of {place} has no generator that could be scaled by {factor}: that power of it is no channel. "
        + "Use a whole factor, or scale by strength.");

    private static PauliTransferMatrix Whole(PauliTransferMatrix channel, double times)
    {
        var power = PauliTransferMatrix.Identity(channel.QubitCount);
        for (var square = channel; times >= 1; square = square.Then(square), times = Math.Floor(times / 2))
        {
            power = times % 2 == 1 ? power.Then(square) : power;
        }

        return power;
    }

    private static PauliTransferMatrix? Fraction(PauliTransferMatrix channel, double share)
    {
        if (IsDiagonal(channel))
        {
            return Enumerable.Range(0, channel.Dimension).All(index => channel[index, index] > 0)
                ? PauliTransferMatrix.Diagonal(channel.QubitCount, index => Elementary.Pow(channel[index, index], share))
                : null;
        }

        var power = PauliTransferMatrix.Identity(channel.QubitCount);
        double[,]? root = Entries(channel);
        for (var bit = 1; bit <= MostRoots && share > 0; bit++)
        {
            root = Root(root!);
            if (root is null)
            {
                return null;
            }

            share *= 2;
            if (share >= 1)
            {
                power = power.Then(Map(channel.QubitCount, root));
                share -= 1;
            }
        }

        return power;
    }

    // Denman and Beavers' iteration for the principal square root; null where it does not settle.
    private static double[,]? Root(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var (root, inverse) = (matrix, RealMatrix.Identity(n));
        try
        {
            for (var step = 0; step < MostSteps; step++)
            {
                var next = Mean(root, LinearSolve.Inverse(inverse));
                inverse = Mean(inverse, LinearSolve.Inverse(root));
                var change = Distance(next, root);
                root = next;
                if (change <= 1e-15 * n)
                {
                    break;
                }
            }
        }
        catch (ArgumentException)
        {
            // A singular matrix, such as complete dephasing, has no generator.
            return null;
        }

        return Distance(RealMatrix.Multiply(root, root), matrix) <= 1e-12 * n ? root : null;
    }

    private static double[,] Mean(double[,] left, double[,] right) => Combine(left, right, static (a, b) => (a + b) / 2);

    private static double Distance(double[,] left, double[,] right)
    {
        var largest = 0.0;
        _ = Combine(left, right, (a, b) =>
        {
            var difference = Math.Abs(a - b);
            largest = !(difference <= largest) ? difference : largest;
            return difference;
        });
        return largest;
    }

    private static double[,] Combine(double[,] left, double[,] right, Func<double, double, double> entry)
    {
        var n = left.GetLength(0);
        var result = new double[n, n];
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column < n; column++)
            {
                result[row, column] = entry(left[row, column], right[row, column]);
            }
        }

        return result;
    }

    private static double[,] Entries(PauliTransferMatrix channel)
    {
        var entries = new double[channel.Dimension, channel.Dimension];
        for (var row = 0; row < channel.Dimension; row++)
        {
            for (var column = 0; column < channel.Dimension; column++)
            {
                entries[row, column] = channel[row, column];
            }
        }

        return entries;
    }

    // The first row of a power of a map that keeps the trace is (1, 0, …) but for rounding.
    private static PauliTransferMatrix Map(int qubits, double[,] entries) =>
        PauliTransferMatrix.Create(qubits, (row, column) => row == 0 ? (column == 0 ? 1 : 0) : entries[row, column]);

    private static bool IsDiagonal(PauliTransferMatrix channel) => Enumerable.Range(0, channel.Dimension)
        .All(row => Enumerable.Range(0, channel.Dimension).All(column => row == column || channel[row, column] == 0));
}
