using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Capabilities;

/// <summary>A fidelity kernel without noise and readout error: |⟨φ(y)|φ(x)⟩|² of state vectors.</summary>
internal sealed class PureKernel : IFidelityKernel
{
    private readonly EmulatedProgram _program;
    private readonly StateVectorProgram _states;

    public PureKernel(EmulatedProgram program)
    {
        _program = program;
        _states = StateVectorProgram.Compile(program.Cuts.Logical.Circuit);
    }

    public KernelValues Kernel(RowTable x, RowTable y, Budget perEntry, RowStreams streams, CancellationToken cancel)
    {
        var length = 2 << _states.QubitCount;
        var threads = _program.Prepared.Threads;
        var left = Evolve(x, length, cancel);
        var right = Evolve(y, length, cancel);
        var real = new double[x.Rows * y.Rows];
        var imaginary = new double[real.Length];
        KernelProduct.Multiply(left, right, length, real, threads, cancel);
        Turn(right, length);
        KernelProduct.Multiply(left, right, length, imaginary, threads, cancel);
        for (var entry = 0; entry < real.Length; entry++)
        {
            real[entry] = (real[entry] * real[entry]) + (imaginary[entry] * imaginary[entry]);
        }

        var (values, variances) = KernelDraws.Under(real, y.Rows, perEntry, streams, cancel);
        var shots = perEntry is Budget.Shots each ? values.Length * each.Total : 0;
        var method = _program.Method with { Why = $"{_program.Method.Why}; kernel by overlaps of states" };
        var spent = LedgerOf.Run(_program.Prepared, values.Length, shots, repetitions: 2);
        return new(x.Rows, y.Rows, values, variances, spent, method, _program.Prepared.Notices);
    }

    private double[] Evolve(RowTable rows, int length, CancellationToken cancel)
    {
        var states = new double[(long)rows.Rows * length];
        _states.EvolveStates(_program.Rows(rows), rows.Rows, states, _program.Prepared.Threads, cancel);
        return states;
    }

    // Im ⟨y|x⟩ = Re y·Im x − Im y·Re x is a product of (Re x, Im x) with (−Im y, Re y).
    private static void Turn(double[] states, int length)
    {
        var half = length / 2;
        for (var start = 0; start < states.Length; start += length)
        {
            for (var index = start; index < start + half; index++)
            {
                (states[index], states[index + half]) = (-states[index + half], states[index]);
            }
        }
    }
}
