using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Reference;

namespace QmlBench.Tests.Simulation.Reference;

/// The reference itself, against values known on paper.
public class NaiveReferenceTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void Operands_keep_their_order()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(3).Gate(StandardGates.X, [2]).Gate(StandardGates.CX, [2, 0]).Build();
        ComplexMatrix state = new NaiveReference(circuit).State([]);
        Assert.Equal(1.0, state[0b101, 0b101].Real, Tolerance);
    }

    // λ of depolarizing mixes in I/4: ρ₀₀ = (1 − λ)/2 + λ/4, the coherence shrinks by 1 − λ.
    [Fact]
    public void A_depolarized_Bell_state_is_the_one_on_paper()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(2).Gate(StandardGates.H, [0]).Gate(StandardGates.CX, [0, 1])
            .Channel(StandardChannels.Depolarizing(0.2, 2), [0, 1]).Build();
        ComplexMatrix state = new NaiveReference(circuit).State([]);
        Assert.Equal(0.45, state[0, 0].Real, Tolerance);
        Assert.Equal(0.05, state[1, 1].Real, Tolerance);
        Assert.Equal(0.4, state[0, 3].Real, Tolerance);
        Assert.Equal(1.0, state.Trace().Real, Tolerance);
    }

    [Fact]
    public void Another_start_is_run_from_there()
    {
        NoisyCircuit half = NoisyCircuit.Builder(2).Gate(StandardGates.H, [1]).Gate(StandardGates.CX, [1, 0]).Build();
        NoisyCircuit back = NoisyCircuit.Builder(2).Gate(StandardGates.CX, [1, 0]).Gate(StandardGates.H, [1]).Build();
        ComplexMatrix state = new NaiveReference(back).State([], new NaiveReference(half).State([]));
        Assert.Equal(1.0, state[0, 0].Real, Tolerance);
    }

    [Fact]
    public void Measured_branches_have_their_probabilities()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(1, 1).Gate(StandardGates.RY, [0], [Math.PI / 3]).Measure(0, 0).Build();
        SortedDictionary<ulong, ComplexMatrix> branches = new NaiveReference(circuit).Branches([]);
        Assert.Equal(0.75, branches[0].Trace().Real, Tolerance);
        Assert.Equal(0.25, branches[1].Trace().Real, Tolerance);
    }
}
