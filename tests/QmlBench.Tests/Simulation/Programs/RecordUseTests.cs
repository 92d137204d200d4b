using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;

namespace QmlBench.Tests.Simulation.Programs;

public class RecordUseTests
{
    /// <summary>Qubits measured in a chain; conditions at the end keep all bits alive.</summary>
    internal static NoisyCircuit Chain(int qubits, int bits)
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, bits);
        for (int b = 0; b < bits; b++)
            builder.Gate(StandardGates.H, [b % qubits]).Gate(StandardGates.CX, [b % qubits, (b + 1) % qubits]).Measure(b % qubits, b);
        for (int b = 0; b < bits; b++) builder.Gate(StandardGates.X, [b % qubits], [], Condition.Bit(b));
        return builder.Build();
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 6)]
    [InlineData(2, 9)]
    public void A_chain_holds_a_state_for_each_value_of_its_bits(int qubits, int bits)
    {
        NoisyCircuit chain = Chain(qubits, bits);
        Assert.Equal(1 << bits, RecordUse.MostBranches(chain, keepRecords: false));
        Assert.Equal(1 << bits, RecordUse.MostBranches(chain, keepRecords: true));
        Assert.Equal(1 << bits, Made(chain, keepRecords: false));
        Assert.Equal(1 << bits, Made(chain, keepRecords: true));
        LightCone cone = LightCone.Of(chain, Enumerable.Range(0, qubits));
        Assert.Equal(1 << bits, cone.MostBranches(recorded: false));
    }

    [Fact]
    public void A_bit_written_again_and_again_takes_no_more()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(2, 2);
        for (int i = 0; i < 40; i++)
            builder.Gate(StandardGates.H, [0]).Measure(0, i % 2).Gate(StandardGates.X, [1], [], Condition.Bit(i % 2));
        Assert.InRange(RecordUse.MostBranches(builder.Build(), keepRecords: false), 2, 4);
        Assert.InRange(RecordUse.MostBranches(builder.Build(), keepRecords: true), 4, 7);
    }

    [Fact]
    public void No_circuit_holds_more_states_than_are_counted()
    {
        int branching = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, 3, 40, 0, noise: true, records: true);
            foreach (bool keep in new[] { false, true })
            {
                int made = Made(circuit, keep);
                branching += made > 1 ? 1 : 0;
                Assert.True(
                    made <= RecordUse.MostBranches(circuit, keep),
                    string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {made} > {RecordUse.MostBranches(circuit, keep)}"));
            }
        }

        Assert.InRange(branching, 60, 120);
    }

    private static int Made(NoisyCircuit circuit, bool keepRecords)
    {
        var worker = new RowWorker(ProgramCompiler.Compile(circuit, keepRecords), circuit.QubitCount, 1);
        worker.Bind([], 0);
        worker.Run();
        worker.Run();
        return worker.StatesMade;
    }
}
