using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using static QmlBench.Tests.Circuits.OpenQasm.QasmText;

namespace QmlBench.Tests.Circuits.OpenQasm;

public sealed class QasmReaderTests
{
    [Fact]
    public void Version2_registers_broadcast_and_conditions()
    {
        Circuit circuit = Read(Head2 + """
            // a comment
            qreg a[2]; qreg b[2];
            creg c[2];
            h a;
            cx a,b;
            cx a[0],b;
            barrier a,b;
            measure a -> c;
            if(c==2) u3(pi/2,-pi^2,1e-3) b[1];
            reset b[0];
            """);
        Assert.Equal((4, 2, 11), (circuit.QubitCount, circuit.ClbitCount, circuit.Count));
        Assert.Equal([new Register("a", 0, 2), new Register("b", 2, 2)], circuit.QubitRegisters);
        Assert.Equal([1, 3], circuit[3].Qubits.ToArray());
        Assert.Equal([0, 3], circuit[5].Qubits.ToArray());
        Assert.Equal(new Condition([0, 1], 2), circuit[9].Condition);
        Assert.Equal(-(Math.PI * Math.PI), circuit[9].Angles[1].Constant);
        Assert.True(circuit.HasMidCircuit);
    }

    [Fact]
    public void Version3_inputs_and_expressions()
    {
        Circuit circuit = Read(Head3 + """
            input float[64] x0; input float[64] x1;
            qubit[2] q;
            rz(2*(pi - x0)*(pi - x1)) q[0];
            rz(x0/4 - 2*x1 + pi/2) q[1];
            rz(sin(x0)**2) q[1];
            """);
        Assert.Equal(["x0", "x1"], circuit.Parameters);
        double[] at = [0.3, -0.8];
        Assert.False(circuit[0].Angles[0].IsAffine);
        Assert.Equal(2 * (Math.PI - 0.3) * (Math.PI + 0.8), circuit[0].Angles[0].Evaluate(at), 1e-14);
        Assert.Equal([new AffineTerm(0, 0.25), new AffineTerm(1, -2.0)], circuit[1].Angles[0].Terms.ToArray());
        Assert.Equal(Math.PI / 2, circuit[1].Angles[0].Offset);
        Assert.Equal(Math.Pow(Math.Sin(0.3), 2), circuit[2].Angles[0].Evaluate(at), 1e-15);
    }

    [Fact]
    public void Physical_qubits_make_a_physical_circuit()
    {
        Circuit circuit = Read(Head3 + "bit[1] c; sx $3; cx $3, $1; c[0] = measure $3; if (!c[0]) { x $1; }");
        Assert.True(circuit.IsPhysical);
        Assert.Equal(4, circuit.QubitCount);
        Assert.Empty(circuit.QubitRegisters);
        Assert.Equal([1, 3], circuit.ActiveQubits());
        Assert.Equal(Condition.Bit(0).Terms[0] with { Negated = true }, circuit[3].Condition!.Terms[0]);
    }

    [Theory]
    [InlineData("100ns", 1e-7, DelayUnit.Seconds)]
    [InlineData("1.5us", 1.5e-6, DelayUnit.Seconds)]
    [InlineData("2µs", 2e-6, DelayUnit.Seconds)]
    [InlineData("3ms", 3e-3, DelayUnit.Seconds)]
    [InlineData("2e-06s", 2e-6, DelayUnit.Seconds)]
    [InlineData("160dt", 160, DelayUnit.Dt)]
    [InlineData("100 ns", 1e-7, DelayUnit.Seconds)]
    [InlineData("2*50ns", 1e-7, DelayUnit.Seconds)]
    public void Delays_keep_their_decimal_value(string time, double value, DelayUnit unit)
    {
        Circuit circuit = Read(Head3 + $"qubit[2] q; delay[{time}] q[1];");
        Assert.Equal(new DelayTime(value, unit), circuit[0].Delay);
        Assert.Equal([1], circuit[0].Qubits.ToArray());
    }

    [Fact]
    public void A_definition_of_a_native_gate_stays_that_gate()
    {
        Circuit circuit = Read(Head3 + """
            gate rzx(theta) a, b { h b; cx a, b; rz(theta) b; cx a, b; h b; }
            gate ecr a, b { rzx(pi/4) a, b; x a; rzx(-pi/4) a, b; }
            gate sxdg a { s a; h a; s a; }
            qubit[2] q;
            ecr q[1], q[0];
            rzx(0.3) q[0], q[1];
            sxdg q[0];
            """);
        Assert.Equal([StandardGates.ECR, StandardGates.RZX, StandardGates.SXdg], Gates(circuit));
        Assert.Equal(Math.PI / 4, circuit.GlobalPhase.Constant, 1e-15);
    }

    [Fact]
    public void A_definition_that_only_has_the_name_is_its_own_gate()
    {
        const string text = Head3 + "gate ecr a, b { cx a, b; } qubit[2] q; ecr q[0], q[1];";
        Assert.Equal([StandardGates.CX], Gates(Read(text)));
        Gate kept = Gates(Read(text, new QasmOptions { KeepDefinitions = true }))[0];
        Assert.Equal(("ecr", false), (kept.Name, kept.IsStandard));
    }

    // The specification's U is e^{iθ/2} times the catalogue's; transpilation.md §3.3.
    [Fact]
    public void Phases_of_u_follow_the_specification_or_qiskit()
    {
        const string text = Head3 + "qubit[2] q; U(0.3,0.2,0.1) q[0]; u3(0.3,0.2,0.1) q[0]; ctrl @ U(0.3,0.2,0.1) q[0], q[1];";
        Circuit circuit = Read(text);
        Assert.Equal(0.15 - 0.15, circuit.GlobalPhase.Constant, 1e-16);
        Assert.Equal([StandardGates.U, StandardGates.U3, StandardGates.CU, StandardGates.P], Gates(circuit));
        Circuit qiskit = Read(text, new QasmOptions { PhaseConvention = QasmPhaseConvention.Qiskit });
        Assert.Equal(0.0, qiskit.GlobalPhase.Constant);
        Assert.Equal([StandardGates.U, StandardGates.U3, StandardGates.CU], Gates(qiskit));
    }

    [Fact]
    public void A_phase_and_its_opposite_cancel_exactly()
    {
        Circuit circuit = Read(Head3 + "input float[64] t; qubit q; gphase(0.1); U(t, 0.7, -0.2) q; gphase(-t/2);");
        Assert.Equal(Angle.Of(0.1), circuit.GlobalPhase);
    }

    [Fact]
    public void Loops_slices_aliases_and_constants()
    {
        Circuit circuit = Read(Head3 + """
            const int n = 4; const float step = pi/8;
            qubit[n] q;
            let odd = q[1:2:3];
            let ends = q[0] ++ q[{3}];
            for int i in [0:n-2] { cx q[i], q[i+1]; }
            for uint i in {3, 1} rz(i*step) q[i];
            h odd;
            x q[-1];
            cz q[0:1], q[2:3];
            y ends;
            """);
        Assert.Equal([0, 1, 1, 2, 2, 3, 3, 1, 1, 3, 3, 0, 2, 1, 3, 0, 3],
            Enumerable.Range(0, circuit.Count).SelectMany(i => circuit[i].Qubits.ToArray()));
        Assert.Equal(3 * (Math.PI / 8), circuit[3].Angles[0].Constant);
    }

    [Fact]
    public void Else_and_or_become_conditions_that_exclude_each_other()
    {
        Circuit circuit = Read(Head3 + """
            bit[2] c; qubit[2] q;
            h q; c = measure q;
            if (c[0] || c[1]) { x q[0]; } else { y q[0]; }
            if (c >= 2) z q[1];
            """);
        for (int value = 0; value < 4; value++)
        {
            bool[] bits = [(value & 1) != 0, (value & 2) != 0];
            string[] applied =
                [.. Enumerable.Range(4, circuit.Count - 4).Where(i => circuit[i].Condition!.IsMet(bits)).Select(i => circuit[i].Gate.Name)];
            Assert.Equal(value switch { 0 => ["y"], 1 => ["x"], _ => ["x", "z"] }, applied);
        }
    }

    // Braket's first operand is the most significant: this is cx with control q[1].
    [Fact]
    public void Matrices_of_braket_act_on_several_qubits()
    {
        Circuit circuit = Read(
            "OPENQASM 3.0; qubit[2] q;\n#pragma braket unitary([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1.0, 0im]]) q[1], q[0]\n");
        Assert.Equal(
            0.0,
            QmlBench.Numerics.Algebra.ComplexMatrix.MaxAbsDifference(Circuit.Builder(2).CX(1, 0).Build().Unitary([]), circuit.Unitary([])),
            1e-14);
    }

    [Fact]
    public void Every_text_of_the_noise_vectors_reads()
    {
        foreach (string file in SharedData.Files("vectors/aer", "*.qasm"))
        {
            QasmResult result = QasmReader.Read(SourceText.FromFile(file));
            Assert.True(result.Circuit is not null && result.Diagnostics.Count == 0, string.Join("\n", result.Diagnostics.Sorted));
            Assert.Equal(file.Contains("circuits-physical", StringComparison.Ordinal), result.Circuit.IsPhysical);
            Assert.All(Gates(result.Circuit), gate => Assert.True(gate.IsStandard));
            string[] lines = [.. File.ReadLines(file).Where(line => !line.StartsWith("gate ", StringComparison.Ordinal))];
            Assert.Equal(lines.Sum(line => Occurrences(line, "ecr ")), result.Circuit.CountOf(StandardGates.ECR));
            Assert.Equal(lines.Sum(line => Occurrences(line, "measure ")), result.Circuit.CountOf(OperationKind.Measure));
            Assert.Equal(lines.Sum(line => Occurrences(line, "delay[")), result.Circuit.CountOf(OperationKind.Delay));
        }
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static Gate[] Gates(Circuit circuit)
    {
        var gates = new List<Gate>();
        for (int i = 0; i < circuit.Count; i++)
            if (circuit[i].Kind == OperationKind.Gate) gates.Add(circuit[i].Gate);
        return [.. gates];
    }
}
