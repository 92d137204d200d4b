using System.Collections.Immutable;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Estimation;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>Noisy circuits with other measurements at their end. Basis changes are free of noise.</summary>
internal static class MeasuredCircuits
{
    /// <summary>A circuit that measures nothing, without the classical bits it declares.</summary>
    public static NoisyCircuit WithoutBits(NoisyCircuit circuit)
    {
        var builder = NoisyCircuit.Builder(circuit.QubitCount, 0, circuit.Parameters);
        foreach (var step in circuit.Steps)
        {
            builder.Append(step);
        }

        return builder.Build();
    }

    /// <summary>The circuit with some logical qubits measured in a basis into new bits after its own, in order.</summary>
    /// <param name="unmeasured">The circuit without final measurements.</param>
    /// <param name="register">The logical qubits.</param>
    /// <param name="group">The basis; every qubit of its support is measured.</param>
    public static NoisyCircuit InBasis(NoisyCircuit unmeasured, LogicalRegister register, PauliGroup group)
    {
        var measured = GroupValues.MeasuredQubits(group);
        var builder = Copy(unmeasured, measured.Length);
        for (var bit = 0; bit < measured.Length; bit++)
        {
            Rotate(builder, register.Places[measured[bit]], group.Basis[measured[bit]]);
        }

        register.Together.Append(builder, measured.Select(qubit => register.Places[qubit]));
        for (var bit = 0; bit < measured.Length; bit++)
        {
            builder.Measure(register.Places[measured[bit]], unmeasured.ClbitCount + bit, register.Recordings[measured[bit]]);
        }

        return builder.Build();
    }

    /// <summary>The circuit with every logical qubit measured, logical qubit i into bit i.</summary>
    public static NoisyCircuit AllQubits(NoisyCircuit unmeasured, LogicalRegister register)
    {
        var builder = Copy(unmeasured, register.Places.Length);
        register.Together.Append(builder, register.Places);
        for (var qubit = 0; qubit < register.Places.Length; qubit++)
        {
            builder.Measure(register.Places[qubit], unmeasured.ClbitCount + qubit, register.Recordings[qubit]);
        }

        return builder.Build();
    }

    /// <summary>The circuit with the errors of qubits that are read together, whose measurements become its last steps.</summary>
    /// <param name="noisy">A circuit with measurements; those of such qubits are its final ones.</param>
    /// <param name="together">The qubits.</param>
    public static NoisyCircuit WithSharedErrors(NoisyCircuit noisy, ReadTogether together)
    {
        ImmutableArray<MeasureStep> last = [.. noisy.Steps.OfType<MeasureStep>().Where(step => together.Contains(step.Qubit))];
        if (last.IsEmpty)
        {
            return noisy;
        }

        var builder = NoisyCircuit.Builder(noisy.QubitCount, noisy.ClbitCount, noisy.Parameters);
        foreach (var step in noisy.Steps.Where(step => step is not MeasureStep measure || !together.Contains(measure.Qubit)))
        {
            builder.Append(step);
        }

        together.Append(builder, last.Select(step => step.Qubit));
        foreach (var step in last)
        {
            builder.Append(step);
        }

        return builder.Build();
    }

    private static NoisyCircuitBuilder Copy(NoisyCircuit circuit, int moreBits)
    {
        var builder = NoisyCircuit.Builder(circuit.QubitCount, circuit.ClbitCount + moreBits, circuit.Parameters);
        foreach (var step in circuit.Steps)
        {
            builder.Append(step);
        }

        return builder;
    }

    private static void Rotate(NoisyCircuitBuilder builder, int qubit, char letter)
    {
        ReadOnlySpan<int> place = [qubit];
        if (letter == 'X')
        {
            builder.Gate(StandardGates.H, place);
        }
        else if (letter == 'Y')
        {
            builder.Gate(StandardGates.Sdg, place).Gate(StandardGates.H, place);
        }
    }
}
