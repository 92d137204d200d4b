using System.Numerics;
using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Tests.Simulation;

/// <summary>Generators of random channels and random noisy circuits.</summary>
internal static class RandomCircuits
{
    /// <summary>Random channels on k qubits with 1, 2, … Kraus operators: blocks of a random isometry.</summary>
    /// <remarks>Uniform numbers: CsCheck's ranges of doubles favour 0 and ±1, whose columns may depend on one another.</remarks>
    public static Gen<KrausChannel> Channel(int qubits, int operators) =>
        Gen.Double.Unit.Array[2 * operators << (2 * qubits)]
            .Select(v => FromNumbers(Array.ConvertAll(v, static u => (2 * u) - 1), qubits, operators));

    /// <summary>Circuits with angles over the parameters, channels and, if asked, measurements, resets and conditions.</summary>
    public static NoisyCircuit Circuit(int seed, int qubits, int steps, int parameters, bool noise, bool records)
    {
        var random = new PCG(7, (ulong)seed);
        int Next(int below) => (int)(random.Next64() % (ulong)below);
        double Unit() => (random.Next64() >> 11) * (1.0 / (1UL << 53));
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, records ? 3 : 0, Enumerable.Range(0, parameters).Select(i => $"t{i}"));
        Gate[] gates = [.. StandardGates.All.Where(g => g.QubitCount <= Math.Min(3, qubits))];
        for (int i = 0; i < steps; i++)
        {
            Condition? condition = records && Next(4) == 0 ? new Condition([Next(3)], (ulong)Next(2), Next(2) == 0) : null;
            int kind = Next(10);
            if (noise && kind < 3)
            {
                int k = 1 + Next(Math.Min(2, qubits));
                double[] numbers = [.. Enumerable.Range(0, 2 * (1 + (i % 3)) << (2 * k)).Select(_ => (2 * Unit()) - 1)];
                builder.Channel(FromNumbers(numbers, k, 1 + (i % 3)).TransferMatrix, Pick(qubits, k, Next), "gate", condition);
            }
            else if (records && kind == 3)
            {
                builder.Measure(Next(qubits), Next(3), Next(2) == 0 ? null : new ReadoutConfusion(0.1 * Unit(), 0.2 * Unit()), condition);
            }
            else if (records && kind == 4)
            {
                builder.Reset(Next(qubits), condition);
            }
            else
            {
                Gate gate = gates[Next(gates.Length)];
                Angle[] angles = [.. Enumerable.Range(0, gate.ParameterCount).Select(_ => RandomAngle(parameters, Next, Unit))];
                builder.Gate(gate, Pick(qubits, gate.QubitCount, Next), angles, condition);
            }
        }

        return builder.Build();
    }

    public static double[] Rows(int seed, int rows, int parameters)
    {
        var random = new PCG(11, (ulong)seed);
        return [.. Enumerable.Range(0, rows * parameters).Select(_ => 6.0 * ((random.Next64() >> 11) * (1.0 / (1UL << 53)) - 0.5))];
    }

    private static Angle RandomAngle(int parameters, Func<int, int> next, Func<double> unit)
    {
        if (parameters == 0 || next(4) == 0) return 6.0 * unit();
        Angle a = Angle.Parameter(next(parameters)), b = Angle.Parameter(next(parameters));
        return next(3) switch { 0 => a, 1 => (2.0 * a) - b + 0.3, _ => a * b };
    }

    private static int[] Pick(int qubits, int count, Func<int, int> next)
    {
        int[] all = [.. Enumerable.Range(0, qubits)];
        for (int i = 0; i < count; i++)
        {
            int j = i + next(qubits - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all[..count];
    }

    // Gram–Schmidt on the columns of the stacked operators makes Σ K†K = 1.
    private static KrausChannel FromNumbers(double[] numbers, int qubits, int operators)
    {
        int d = 1 << qubits, rows = operators * d;
        var columns = new Complex[d][];
        for (int c = 0; c < d; c++)
        {
            columns[c] =
                [.. Enumerable.Range(0, rows).Select(r => new Complex(numbers[2 * ((c * rows) + r)], numbers[(2 * ((c * rows) + r)) + 1]))];
            for (int pass = 0; pass < 2; pass++)
            {
                for (int e = 0; e < c; e++)
                {
                    Complex overlap = columns[e].Zip(columns[c], (x, y) => Complex.Conjugate(x) * y).Aggregate((x, y) => x + y);
                    for (int r = 0; r < rows; r++) columns[c][r] -= overlap * columns[e][r];
                }
            }

            double norm = Math.Sqrt(columns[c].Sum(z => (z.Real * z.Real) + (z.Imaginary * z.Imaginary)));
            if (!(norm > 1e-6)) throw new ArgumentException("The columns depend on one another; no channel is made of them.", nameof(numbers));
            for (int r = 0; r < rows; r++) columns[c][r] /= norm;
        }

        return new KrausChannel(
            Enumerable.Range(0, operators).Select(k => ComplexMatrix.Generate(d, d, (r, c) => columns[c][(k * d) + r])));
    }
}
