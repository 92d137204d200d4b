using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>Operations that are not gates.</content>
internal sealed partial class Elaborator
{
    private void CheckNotInGate(Place place, string what)
    {
        if (_inGate) throw new SyntaxFault(place, $"The body of a gate holds gates only, not {what}");
    }

    private void Measure(MeasureStatement statement)
    {
        CheckNotInGate(statement.Place, "a measurement");
        int[] qubits = SingleQubit(statement.Operand) is var single and >= 0 ? [single] : Qubits(statement.Operand).Qubits;
        if (statement.Target is null)
            throw SyntaxFault.Unsupported(statement.Place, "a measurement whose result is thrown away; write bit = measure qubit;");
        int[] clbits = BitsOf(statement.Target);
        if (clbits.Length != qubits.Length)
            throw new SyntaxFault(statement.Place,
                $"{qubits.Length} qubits are measured into {clbits.Length} classical bits; the sizes must be equal");
        _sink.Count(qubits.Length, statement.Place);
        for (int i = 0; i < qubits.Length; i++)
        {
            _measurements.Add((_sink.Builder.Count, clbits[i]));
            _writes[clbits[i]] = _writes.GetValueOrDefault(clbits[i]) + 1;
            _sink.Builder.Measure(qubits[i], clbits[i], _sink.Condition);
        }
    }

    private void Reset(ResetStatement statement)
    {
        CheckNotInGate(statement.Place, "a reset");
        (int[] qubits, _) = Qubits(statement.Operand);
        _sink.Count(qubits.Length, statement.Place);
        foreach (int qubit in qubits) _sink.Builder.Reset(qubit, _sink.Condition);
    }

    private void Barrier(BarrierStatement statement)
    {
        int[] qubits = [.. statement.Operands.SelectMany(operand => Qubits(operand).Qubits)];
        if (qubits.Distinct().Count() != qubits.Length) throw new SyntaxFault(statement.Place, "A qubit is named twice in one barrier");
        if (statement.Operands.Count == 0 && IsVersion2 && _options.Strict)
            throw new SyntaxFault(statement.Place, "A barrier of OpenQASM 2 names its qubits");
        // Eight qubits of a barrier take the room of an operation.
        int size = qubits.Length == 0 ? _sink.Builder.QubitCount : qubits.Length;
        _sink.Count(1 + (size / 8), statement.Place);
        _sink.Builder.Barrier(qubits);
    }

    private void Delay(DelayStatement statement)
    {
        CheckNotInGate(statement.Place, "a delay");
        DelayTime time = Duration(statement.Time);
        int[] qubits = statement.Operands.Count == 0
            ? [.. Enumerable.Range(0, _sink.Builder.QubitCount)]
            : [.. statement.Operands.SelectMany(operand => Qubits(operand).Qubits)];
        _sink.Count(qubits.Length, statement.Place);
        foreach (int qubit in qubits) _sink.Builder.Delay(time, qubit, _sink.Condition);
    }

    private DelayTime Duration(Expression expression)
    {
        DelayTime time = expression switch
        {
            DurationExpression duration => duration.Value,
            NameExpression name when Find(name) is DurationSymbol symbol => symbol.Value,
            BinaryExpression { Operator: TokenKind.Star } product => Scaled(product),
            _ => throw new SyntaxFault(expression.Place, "This is not a length of time", "a number with a unit: 100ns, 2us, 160dt"),
        };
        return double.IsFinite(time.Value) && time.Value >= 0.0
            ? time
            : throw new SyntaxFault(expression.Place, "A length of time is finite and not negative");
    }

    private DelayTime Scaled(BinaryExpression product)
    {
        bool leftIsTime = product.Left is DurationExpression or NameExpression && IsTime(product.Left);
        DelayTime time = Duration(leftIsTime ? product.Left : product.Right);
        Angle factor = _evaluator.Angle(leftIsTime ? product.Right : product.Left);
        return factor.IsConstant
            ? time with { Value = time.Value * factor.Constant }
            : throw SyntaxFault.Unsupported(product.Place, "lengths of time that depend on an input");
    }

    private bool IsTime(Expression expression) =>
        expression is DurationExpression || (expression is NameExpression name && _scope.Find(name.Name) is DurationSymbol);
}
