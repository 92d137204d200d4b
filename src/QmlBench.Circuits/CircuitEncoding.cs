using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QmlBench.Circuits.Expressions;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>The canonical bytes of a circuit, for its content hash.</summary>
/// <remarks>Everything is little-endian with its length before it; gates by name (and body, if user-defined), never by table position, so
/// that the hash depends on nothing but content. Changing this format changes stored keys: raise <see cref="Version"/>.</remarks>
internal sealed class CircuitEncoding
{
    private const string Version = "qmlbench/circuit/1";
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[4096];
    private int _used;

    private CircuitEncoding()
    {
    }

    internal static string Hash(Circuit circuit)
    {
        var encoding = new CircuitEncoding();
        using IncrementalHash hash = encoding._hash;
        encoding.Put(Version);
        encoding.Put(circuit);
        encoding.Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Put(Circuit circuit)
    {
        Put(circuit.QubitCount);
        Put(circuit.ClbitCount);
        Put(circuit.IsPhysical ? 1 : 0);
        Put(circuit.Parameters.Length);
        foreach (string name in circuit.Parameters) Put(name);
        Put(circuit.GlobalPhase);
        Put(circuit.Count);
        for (int i = 0; i < circuit.Count; i++) Put(circuit[i]);
    }

    private void Put(Operation operation)
    {
        Put((int)operation.Kind);
        if (operation.Kind == OperationKind.Gate) Put(operation.Gate);
        Put(operation.Qubits.Length);
        foreach (int qubit in operation.Qubits) Put(qubit);
        foreach (Angle angle in operation.Angles) Put(angle);
        if (operation.Kind == OperationKind.Measure) Put(operation.Clbit);
        if (operation.Kind == OperationKind.Delay)
        {
            Put((int)operation.Delay.Unit);
            Put(operation.Delay.Value + 0.0);
        }

        Put(operation.Condition?.Terms.Length ?? 0);
        foreach (ConditionTerm term in operation.Condition?.Terms ?? [])
        {
            Put(term.Negated ? 1 : 0);
            Put(unchecked((long)term.Value));
            Put(term.Clbits.Length);
            foreach (int clbit in term.Clbits) Put(clbit);
        }
    }

    private void Put(Gate gate)
    {
        Put(gate.Identity);
        Put(gate.ParameterCount);
    }

    private void Put(Angle angle)
    {
        if (angle.Node is AngleCall call)
        {
            Put(-1);
            Put((int)call.Function);
            Put(call.Argument);
        }
        else if (angle.Node is AngleBinary binary)
        {
            Put(-2);
            Put((int)binary.Operator);
            Put(binary.Left);
            Put(binary.Right);
        }
        else
        {
            Put(angle.Terms.Length);
            Put(angle.Offset);
            foreach (AffineTerm term in angle.Terms)
            {
                Put(term.Parameter);
                Put(term.Coefficient);
            }
        }
    }

    private void Put(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Put(bytes.Length);
        Flush();
        _hash.AppendData(bytes);
    }

    private void Put(double value) => Put(BitConverter.DoubleToInt64Bits(value));

    private void Put(int value)
    {
        if (_used + sizeof(int) > _buffer.Length) Flush();
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_used), value);
        _used += sizeof(int);
    }

    private void Put(long value)
    {
        if (_used + sizeof(long) > _buffer.Length) Flush();
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), value);
        _used += sizeof(long);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}
