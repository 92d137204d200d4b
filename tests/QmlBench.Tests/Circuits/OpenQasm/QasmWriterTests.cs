using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm;
using static QmlBench.Tests.Circuits.OpenQasm.QasmText;

namespace QmlBench.Tests.Circuits.OpenQasm;

public sealed class QasmWriterTests
{
    private static readonly QasmOptions Kept = new() { KeepDefinitions = true };

    [Fact]
    public void Version3_reads_back_to_the_same_circuit() => Property.Holds(
        RandomCircuits.Any,
        circuit =>
        {
            string text = QasmWriter.Write(circuit);
            Circuit again = Read(text, Kept);
            Assert.True(circuit.Equals(again), text + "\n" + QasmWriter.Write(again));
            Assert.Equal(circuit.QubitRegisters, again.QubitRegisters);
            Assert.Equal(circuit.ClbitRegisters, again.ClbitRegisters);
            Assert.Equal(text, QasmWriter.Write(again));
        },
        400);

    [Fact]
    public void Version2_reads_back_to_the_same_circuit_without_its_phase() => Property.Holds(
        RandomCircuits.Unitary,
        circuit =>
        {
            string text = QasmWriter.Write(circuit, QasmVersion.OpenQasm2);
            Circuit again = Read(text, Kept);
            Assert.True(circuit.Equals(new CircuitBuilder(circuit.QubitCount).Append(again).GlobalPhase(circuit.GlobalPhase).Build()),
                text);
        });

    [Fact]
    public void Defined_gates_read_back()
    {
        CircuitBuilder body = Circuit.Builder(2);
        Angle a = body.Parameter("a"), b = body.Parameter("b");
        Gate inner =
            Gate.Define("inner", ["b", "a"], body.RX(a * b, 0).Add(StandardGates.ECR, 0, 1).U(a, b, 0.5, 1).GlobalPhase(0.3 * a).Build());
        CircuitBuilder outerBody = Circuit.Builder(2);
        Gate outer = Gate.Define("1 strange name", ["x"], outerBody.Add(inner, [outerBody.Parameter("x"), 0.25], [1, 0]).Build());
        Circuit circuit = Circuit.Builder(3).Add(outer, [1.5], [0, 2]).Add(inner, [0.1, 0.2], [2, 1]).Build();
        Circuit again = Read(QasmWriter.Write(circuit), Kept);
        Assert.Equal(inner, again[1].Gate);
        Assert.Equal(0.0, QmlBench.Numerics.Algebra.ComplexMatrix.MaxAbsDifference(circuit.Unitary([]), again.Unitary([])), 1e-15);
        Assert.Equal(0.0, QmlBench.Numerics.Algebra.ComplexMatrix.MaxAbsDifference(circuit.Unitary([]),
            Read(QasmWriter.Write(circuit)).Unitary([])), 1e-14);
    }

    [Fact]
    public void A_small_program_looks_as_a_person_would_write_it()
    {
        CircuitBuilder builder = Circuit.Builder(2, 2);
        Angle theta = builder.Parameter("theta");
        Circuit circuit = builder.H(0).RZ(theta / 2 + Math.PI / 4, 1).CX(0, 1).Barrier().Delay(DelayTime.Seconds(1e-7), 1)
            .Measure(0, 0).Add(StandardGates.X, [], [1], Condition.Bit(0)).U(Math.PI / 2, 0, Math.PI, 1).Build();
        Assert.Equal(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float[64] theta;
            qubit[2] q;
            bit[2] c;
            h q[0];
            rz(0.5*theta + pi/4) q[1];
            cx q[0], q[1];
            barrier q;
            delay[100ns] q[1];
            c[0] = measure q[0];
            if (c[0]) {
              x q[1];
            }
            U(pi/2, 0, pi) q[1];
            gphase(-pi/4);

            """,
            QasmWriter.Write(circuit));
    }

    [Fact]
    public void Physical_circuits_keep_their_qubits()
    {
        Circuit circuit = new CircuitBuilder(5, 1).Physical().Add(StandardGates.ECR, 4, 2).Measure(2, 0).Build();
        string text = QasmWriter.Write(circuit);
        Assert.Contains("ecr $4, $2;", text, StringComparison.Ordinal);
        Assert.Equal(circuit, Read(text));
    }

    [Fact]
    public void What_version2_cannot_say_is_refused_by_name()
    {
        CircuitBuilder builder = Circuit.Builder(1, 2);
        Assert.Contains("delay", Refused(Circuit.Builder(1).Delay(DelayTime.Dt(1), 0).Build()), StringComparison.Ordinal);
        Assert.Contains("'x'", Refused(builder.RX(builder.Parameter("x"), 0).Build()), StringComparison.Ordinal);
        Assert.Contains("condition", Refused(Circuit.Builder(1, 2).Reset(0, Condition.Bit(0)).Build()), StringComparison.Ordinal);
        Assert.Contains("physical", Refused(new CircuitBuilder(1).Physical().Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_the_noise_vectors_survive_writing()
    {
        foreach (string file in SharedData.Files("vectors/aer", "*.qasm").Where((_, index) => index % 5 == 0))
        {
            Circuit circuit = Read(File.ReadAllText(file));
            Assert.Equal(circuit, Read(QasmWriter.Write(circuit)));
        }
    }

    private static string Refused(Circuit circuit) =>
        Assert.Throws<UnwritableCircuitException>(() => QasmWriter.Write(circuit, QasmVersion.OpenQasm2)).Message;
}
