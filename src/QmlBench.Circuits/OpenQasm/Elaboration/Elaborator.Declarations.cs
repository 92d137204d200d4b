using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>Declarations of everything but gates.</content>
internal sealed partial class Elaborator
{
    private void Declare(Statement statement)
    {
        switch (statement)
        {
            case QubitDeclaration qubits: DeclareQubits(qubits); break;
            case BitDeclaration bits: DeclareBits(bits); break;
            case InputDeclaration input: DeclareInput(input); break;
            case ValueDeclaration value: DeclareValue(value); break;
            case AliasDeclaration alias: DeclareAlias(alias); break;
            default:
                throw new InvalidOperationException(
                $"Bug in QmlBench: a statement of type {statement.GetType().Name} has no meaning.");
        }
    }

    private void CheckNew(string name, Place place)
    {
        if (_scope.FindHere(name) is { } earlier)
            throw new SyntaxFault(place,
                $"'{name}' is already declared in line {_source.PositionOf(earlier.Place.Start).Line} as {earlier.Kind}");
        if (_scope == _globals && _gates.ContainsKey(name)) throw new SyntaxFault(place, $"'{name}' is already a gate");
    }

    private void CheckTopLevel(Place place, string what)
    {
        if (_inGate) throw new SyntaxFault(place, $"The body of a gate holds gates only, not {what}");
        if (_scope != _globals) throw new SyntaxFault(place, $"Outside of blocks only: {what}");
    }

    private int Size(Expression? size, int already, string what)
    {
        if (size is null) return 1;
        long value = _evaluator.Integer(size);
        if (value < 1) throw new SyntaxFault(size.Place, $"A register has at least one bit, not {value}");
        if (value > _options.Limits.Bits - already)
            throw new SyntaxFault(size.Place, $"A program may have at most {_options.Limits.Bits} {what}; this makes {value + already}");
        return (int)value;
    }

    private static int[] Consecutive(Register register)
    {
        var bits = new int[register.Size];
        for (int i = 0; i < bits.Length; i++) bits[i] = register.Offset + i;
        return bits;
    }

    private void DeclareQubits(QubitDeclaration declaration)
    {
        CheckTopLevel(declaration.Place, "a declaration of qubits");
        CheckNew(declaration.Name, declaration.NamePlace);
        if (_isPhysical) throw new SyntaxFault(declaration.Place, "A program has declared qubits or physical ones ($0), not both");
        int size = Size(declaration.Size, _sink.Builder.QubitCount, "qubits");
        Register register = _sink.Builder.AddQubitRegister(declaration.Name, size);
        _scope.Set(declaration.Name, new QubitSymbol(Consecutive(register), declaration.Size is not null, declaration.NamePlace));
    }

    private void DeclareBits(BitDeclaration declaration)
    {
        CheckTopLevel(declaration.Place, "a declaration of bits");
        CheckNew(declaration.Name, declaration.NamePlace);
        int size = Size(declaration.Size, _sink.Builder.ClbitCount, "classical bits");
        Register register = _sink.Builder.AddClbitRegister(declaration.Name, size);
        _scope.Set(declaration.Name, new BitSymbol(Consecutive(register), declaration.Size is not null, declaration.NamePlace));
        if (declaration.Value is MeasureExpression measure)
            Measure(new MeasureStatement(measure.Operand, new NameExpression(declaration.Name, declaration.NamePlace), declaration.Place));
        else if (declaration.Value is { } value && !IsZero(value))
            throw SyntaxFault.Unsupported(value.Place, "classical bits that begin with another value than 0");
    }

    private static bool IsZero(Expression value) => value switch
    {
        IntegerExpression integer => integer.Value == 0,
        BooleanExpression boolean => !boolean.Value,
        BitsExpression bits => bits.Bits.All(bit => bit is '0' or '_'),
        _ => false,
    };

    private void DeclareInput(InputDeclaration declaration)
    {
        CheckTopLevel(declaration.Place, "an input");
        CheckNew(declaration.Name, declaration.NamePlace);
        Angle parameter = _sink.Builder.Parameter(declaration.Name);
        _scope.Set(declaration.Name, new NumberSymbol(Number.Of(parameter), "an input", declaration.NamePlace));
    }

    private void DeclareValue(ValueDeclaration declaration)
    {
        if (_inGate) throw new SyntaxFault(declaration.Place, "The body of a gate holds gates only, not a declaration");
        CheckNew(declaration.Name, declaration.NamePlace);
        if (!declaration.IsConstant)
        {
            var variable = new VariableSymbol(declaration.NamePlace);
            if (declaration.Value is { } initial) Assign(variable, initial);
            _scope.Set(declaration.Name, variable);
        }
        else if (declaration.Type == "duration")
            _scope.Set(declaration.Name, new DurationSymbol(Duration(declaration.Value!), declaration.NamePlace));
        else
            _scope.Set(declaration.Name, new NumberSymbol(Constant(declaration), "a constant", declaration.NamePlace));
    }

    private Number Constant(ValueDeclaration declaration)
    {
        Number value = _evaluator.Number(declaration.Value!);
        if (!value.IsConstant)
            throw new SyntaxFault(declaration.Value!.Place, "A constant cannot depend on an input", "a constant expression");
        if (declaration.Type is "float" or "angle") return Number.Of(_evaluator.Angle(declaration.Value!));
        return value.IsInteger
            ? value
            : throw new SyntaxFault(declaration.Value!.Place, $"This value of type {declaration.Type} must be a whole number",
                "a whole number");
    }

    private void DeclareAlias(AliasDeclaration declaration)
    {
        if (_inGate) throw new SyntaxFault(declaration.Place, "The body of a gate holds gates only, not an alias");
        CheckNew(declaration.Name, declaration.NamePlace);
        if (TryBits(declaration.Value) is { } clbits)
        {
            _scope.Set(declaration.Name, new BitSymbol(clbits, true, declaration.NamePlace));
            return;
        }

        (int[] qubits, _) = Qubits(declaration.Value);
        if (qubits.Distinct().Count() != qubits.Length)
            throw new SyntaxFault(declaration.Value.Place, "A qubit occurs twice in this alias");
        _scope.Set(declaration.Name, new QubitSymbol(qubits, true, declaration.NamePlace));
    }

    private void Assign(AssignmentStatement assignment)
    {
        if (assignment.Target is NameExpression name && Find(name) is VariableSymbol variable) Assign(variable, assignment.Value);
        else throw SyntaxFault.Unsupported(assignment.Place, "assignments to anything but a classical variable");
    }

    private void Assign(VariableSymbol variable, Expression value)
    {
        if (_sink.Condition is not null) throw SyntaxFault.Unsupported(value.Place, "assignments that depend on a measurement");
        variable.Clbits = TryBits(value);
        variable.Writes = variable.Clbits is null ? [] : [.. variable.Clbits.Select(clbit => _writes.GetValueOrDefault(clbit))];
        variable.Value = variable.Clbits is null ? _evaluator.Number(value) : null;
    }
}
