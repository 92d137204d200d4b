using QmlBench.Circuits;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>Folds a compiled circuit: repeats gates and their native inverses, so that the unitary stays and the noise grows.</summary>
/// <remarks>
/// <para>Inverses are written in native gates (<see cref="NativeInverse"/>), nothing is merged. Barriers stay at their places and are
/// mirrored with the gates around them; final measurements come last. The extra folds of a factor that is no odd number go to the last
/// gates of the circuit (global: in the order in which it is written) or are spread evenly over it (gate by gate).</para>
/// </remarks>
public sealed class Folding
{
    private readonly NativeCircuit _native;
    private readonly Target _target;
    private readonly FoldMethod _method;
    private readonly Circuit _body;
    private readonly int[] _foldable;

    /// <summary>Prepares folding.</summary>
    /// <param name="native">The compiled circuit.</param>
    /// <param name="target">The device it is compiled for.</param>
    /// <param name="method">Which gates are repeated.</param>
    /// <exception cref="ExecutionRefusedException">The circuit has a delay, a reset, a condition or a mid-circuit measurement.</exception>
    public Folding(NativeCircuit native, Target target, FoldMethod method)
    {
        ArgumentNullException.ThrowIfNull(native);
        ArgumentNullException.ThrowIfNull(target);
        (_native, _target, _method) = (native, target, method);
        _body = native.Circuit.WithoutFinalMeasurements();
        Check(native.Circuit, _body);
        _foldable = [.. Enumerable.Range(0, _body.Count).Where(IsFoldable)];
    }

    /// <summary>Number of gates that may be folded.</summary>
    public int GateCount => _foldable.Length;

    /// <summary>The circuit folded to a scale factor; the native circuit itself where nothing is folded.</summary>
    /// <param name="scale">s ≥ 1.</param>
    /// <exception cref="ExecutionRefusedException">A gate has no inverse in native gates.</exception>
    public FoldedCircuit Fold(double scale)
    {
        var count = FoldCount.For(_foldable.Length, scale);
        if (count.IsNothing)
        {
            return new(_native, count);
        }

        var builder = CircuitCopies.Start(_body, _body.Parameters);
        try
        {
            Append(builder, count);
        }
        catch (TranspilationException refusal)
        {
            throw new ExecutionRefusedException(refusal.Message, refusal);
        }

        AppendMeasurements(builder);
        return new(_native with { Circuit = builder.Build() }, count);
    }

    private static void Check(Circuit whole, Circuit body)
    {
        for (var index = 0; index < body.Count; index++)
        {
            var operation = body[index];
            if (operation.Kind is OperationKind.Delay or OperationKind.Reset or OperationKind.Measure || operation.Condition is not null)
            {
                var what = operation.Condition is null ? operation.Kind.ToString().ToLowerInvariant() : "condition";
                throw new ExecutionRefusedException(
                    $"A circuit with a {what} on qubit {operation.Qubits[0]} before its end cannot be folded: only gates have an inverse. "
                    + "Leave zero-noise extrapolation out for this circuit.");
            }
        }

        if (whole.HasMidCircuit)
        {
            throw new ExecutionRefusedException(
                "A circuit that goes on after a measurement cannot be folded. Leave zero-noise extrapolation out for this circuit.");
        }
    }

    private bool IsFoldable(int index)
    {
        var operation = _body[index];
        return operation.Kind == OperationKind.Gate
            && !_target.IsVirtual(operation.Gate)
            && (_method != FoldMethod.TwoQubit || operation.Qubits.Length >= 2);
    }

    private void Append(CircuitBuilder builder, FoldCount count)
    {
        if (_method == FoldMethod.Global)
        {
            AppendGlobal(builder, count);
        }
        else
        {
            AppendGateByGate(builder, count);
        }
    }

    private void AppendGlobal(CircuitBuilder builder, FoldCount count)
    {
        Forward(builder, 0);
        for (var fold = 0; fold < count.Each; fold++)
        {
            Mirror(builder, 0);
            Forward(builder, 0);
        }

        if (count.Extra > 0)
        {
            var start = _foldable[^count.Extra];
            Mirror(builder, start);
            Forward(builder, start);
        }
    }

    private void AppendGateByGate(CircuitBuilder builder, FoldCount count)
    {
        var next = 0;
        for (var index = 0; index < _body.Count; index++)
        {
            Copy(builder, index);
            if (next < _foldable.Length && _foldable[next] == index)
            {
                for (var fold = count.SpreadOver(next++); fold > 0; fold--)
                {
                    NativeInverse.Append(builder, _body[index], _target);
                    Copy(builder, index);
                }
            }
        }
    }

    private void Forward(CircuitBuilder builder, int start)
    {
        for (var index = start; index < _body.Count; index++)
        {
            Copy(builder, index);
        }
    }

    private void Mirror(CircuitBuilder builder, int start)
    {
        for (var index = _body.Count - 1; index >= start; index--)
        {
            if (_body[index].Kind == OperationKind.Gate)
            {
                NativeInverse.Append(builder, _body[index], _target);
            }
            else
            {
                Copy(builder, index);
            }
        }
    }

    private void Copy(CircuitBuilder builder, int index) => CircuitCopies.Append(builder, _body[index], _body[index].Angles);

    private void AppendMeasurements(CircuitBuilder builder)
    {
        for (var index = 0; index < _native.Circuit.Count; index++)
        {
            var operation = _native.Circuit[index];
            if (operation.Kind == OperationKind.Measure)
            {
                builder.Measure(operation.Qubits[0], operation.Clbit);
            }
        }
    }
}
