namespace QmlBench.AcceptanceTests.Circuits;

/// <summary>Texts that several tests run.</summary>
internal static class CircuitTexts
{
    public const string Ghz = "OPENQASM 3.0; include \"stdgates.inc\"; qubit[3] q; h q[0]; cx q[0],q[1]; cx q[1],q[2];";
}
