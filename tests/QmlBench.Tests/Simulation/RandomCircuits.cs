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
        var draws = new Draws(new PCG(7, (ulong)seed));
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, records ? 3 : 0, Names(parameters));
        Gate[] gates = [.. StandardGates.All.Where(g => g.QubitCount <= Math.Min(3, qubits))];
        for (int i = 0; i < steps; i++)
        {
            Condition? condition =
                records && draws.Next(4) == 0 ? new Condition([draws.Next(3)], (ulong)draws.Next(2), draws.Next(2) == 0) : null;
            int kind = draws.Next(10);
            if (noise && kind < 3)
            {
                PauliTransferMatrix channel = draws.Channel(1 + draws.Next(Math.Min(2, qubits)), 1 + (i % 3));
                builder.Channel(channel, draws.Pick(qubits, channel.QubitCount), "gate", condition);
            }
            else if (records && kind == 3)
            {
                builder.Measure(draws.Next(qubits), draws.Next(3), draws.Next(2) == 0 ? null : draws.Readout(), condition);
            }
            else if (records && kind == 4)
            {
                builder.Reset(draws.Next(qubits), condition);
            }
            else
            {
                Gate gate = gates[draws.Next(gates.Length)];
                Angle[] angles = draws.Angles(gate, parameters);
                builder.Gate(gate, draws.Pick(qubits, gate.QubitCount), angles, condition);
            }
        }

        return builder.Build();
    }

    /// <summary>A gate on random operands, twice and with other angles, among random gates and, if asked, channels.</summary>
    public static NoisyCircuit Around(Gate gate, int seed, int qubits, int parameters, bool noise)
    {
        const int between = 5;
        var draws = new Draws(new PCG(13, (ulong)seed));
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, 0, Names(parameters));
        for (int part = 0; part < 3; part++)
        {
            Append(builder, Circuit((3 * seed) + part, qubits, between, parameters, noise: false, records: false));
            int size = part == 1 && seed % 2 == 0 ? 2 : 1;
            if (noise) builder.Channel(draws.Channel(size, 1 + part), draws.Pick(qubits, size));
            if (part < 2) builder.Gate(gate, draws.Pick(qubits, gate.QubitCount), draws.Angles(gate, parameters));
        }

        return builder.Build();
    }

    /// <summary>A channel on three qubits with 1, 2, … Kraus operators between random circuits.</summary>
    public static NoisyCircuit AroundTriple(int seed, int qubits, int operators, int parameters)
    {
        const int around = 12;
        var draws = new Draws(new PCG(17, (ulong)seed));
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, 0, Names(parameters));
        Append(builder, Circuit(2 * seed, qubits, around, parameters, noise: true, records: false));
        builder.Channel(draws.Channel(3, operators), draws.Pick(qubits, 3));
        Append(builder, Circuit((2 * seed) + 1, qubits, around, parameters, noise: true, records: false));
        return builder.Build();
    }

    public static double[] Rows(int seed, int rows, int parameters)
    {
        var draws = new Draws(new PCG(11, (ulong)seed));
        return [.. Enumerable.Range(0, rows * parameters).Select(_ => 6.0 * (draws.Unit() - 0.5))];
    }

    private static void Append(NoisyCircuitBuilder builder, NoisyCircuit circuit)
    {
        foreach (NoisyStep step in circuit.Steps) builder.Append(step);
    }

    private static IEnumerable<string> Names(int parameters) => Enumerable.Range(0, parameters).Select(i => $"t{i}");

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

    /// <summary>What a circuit is made of, drawn from one stream.</summary>
    private sealed class Draws(PCG random)
    {
        public int Next(int below) => (int)(random.Next64() % (ulong)below);

        public double Unit() => (random.Next64() >> 11) * (1.0 / (1UL << 53));

        public PauliTransferMatrix Channel(int qubits, int operators)
        {
            double[] numbers = [.. Enumerable.Range(0, 2 * operators << (2 * qubits)).Select(_ => (2 * Unit()) - 1)];
            return FromNumbers(numbers, qubits, operators).TransferMatrix;
        }

        public ReadoutConfusion Readout() => new(0.1 * Unit(), 0.2 * Unit());

        public Angle[] Angles(Gate gate, int parameters) =>
            [.. Enumerable.Range(0, gate.ParameterCount).Select(_ => RandomAngle(parameters))];

        public int[] Pick(int qubits, int count)
        {
            int[] all = [.. Enumerable.Range(0, qubits)];
            for (int i = 0; i < count; i++)
            {
                int j = i + Next(qubits - i);
                (all[i], all[j]) = (all[j], all[i]);
            }

            return all[..count];
        }

        private Angle RandomAngle(int parameters)
        {
            if (parameters == 0 || Next(4) == 0) return 6.0 * Unit();
            Angle a = Angle.Parameter(Next(parameters)), b = Angle.Parameter(Next(parameters));
            return Next(3) switch { 0 => a, 1 => (2.0 * a) - b + 0.3, _ => a * b };
        }
    }
}
