using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>Which bits an operand means.</content>
internal sealed partial class Elaborator
{
    private (int[] Qubits, bool IsArray) Qubits(Expression operand)
    {
        switch (operand)
        {
            case ElementExpression element:
                return Qubits(element.General);
            case HardwareQubitExpression hardware when !_inGate:
                return ([hardware.Qubit], false);
            case NameExpression name:
                QubitSymbol symbol = QubitsNamed(name);
                return (symbol.Qubits, symbol.IsArray);
            case IndexExpression index:
                (int[] all, bool isArray) = Qubits(index.Base);
                if (!isArray) throw new SyntaxFault(index.Place, "A single qubit has no elements");
                return Select(all, index);
            case BinaryExpression { Operator: TokenKind.Concatenate } joined:
                return ([.. Qubits(joined.Left).Qubits, .. Qubits(joined.Right).Qubits], true);
            default:
                throw new SyntaxFault(operand.Place, _inGate ? "A gate acts on its own qubits only"
                    : "This is not a qubit", "a qubit or a register");
        }
    }

    /// <summary>The qubit of a plain element or of a physical qubit; −1 if the operand is anything else, or wrong.</summary>
    private int SingleQubit(Expression operand)
    {
        if (operand is HardwareQubitExpression hardware && !_inGate) return hardware.Qubit;
        if (operand is NameExpression name) return _scope.Find(name.Name) is QubitSymbol { IsArray: false } single ? single.Qubits[0] : -1;
        return operand is ElementExpression element && _scope.Find(element.Name) is QubitSymbol { IsArray: true } register
            && element.Index < register.Qubits.Length ? register.Qubits[element.Index] : -1;
    }

    // The first name in alphabetical order where aliases give several; a qubit without a name is a physical one.
    private string NameOf(int qubit)
    {
        foreach (string name in _scope.Names.Order(StringComparer.Ordinal))
            if (_scope.Find(name) is QubitSymbol symbol && Array.IndexOf(symbol.Qubits, qubit) is var place and >= 0)
                return symbol.IsArray ? $"{name}[{place}]" : name;
        return $"${qubit}";
    }

    private QubitSymbol QubitsNamed(NameExpression name)
    {
        Symbol? symbol = _scope.Find(name.Name);
        if (symbol is QubitSymbol qubits) return qubits;
        if (symbol is not null)
            throw new SyntaxFault(name.Place, $"'{name.Name}' is {symbol.Kind}, not a qubit", "a qubit or a register of qubits");
        throw new SyntaxFault(
            name.Place, _inGate ? $"'{name.Name}' is not a qubit of this gate" : $"'{name.Name}' is not declared", null,
            Suggestion.Nearest(name.Name, _scope.Names.Where(other => _scope.Find(other) is QubitSymbol)));
    }

    /// <summary>The classical bits an expression names, or null if it names none.</summary>
    private int[]? TryBits(Expression expression)
    {
        switch (expression)
        {
            case NameExpression name:
                return _scope.Find(name.Name) switch
                {
                    BitSymbol bits => bits.Clbits,
                    VariableSymbol { Clbits: { } copied } variable => Unchanged(variable, copied, name),
                    _ => null,
                };
            case ElementExpression element:
                return TryBits(element.General);
            case IndexExpression { Base: NameExpression register } index when _scope.Find(register.Name) is BitSymbol bits:
                if (!bits.IsArray) throw new SyntaxFault(index.Place, "A single bit has no elements");
                return Select(bits.Clbits, index).Selected;
            case CallExpression { Name: "int" or "uint" or "bool" or "bit", Arguments: [{ } inner] }:
                return TryBits(inner);
            case BinaryExpression { Operator: TokenKind.Concatenate } joined when TryBits(joined.Left) is { } left:
                return [.. left, .. TryBits(joined.Right) ?? throw new SyntaxFault(joined.Right.Place, "These are not classical bits")];
            default:
                return null;
        }
    }

    // A variable is a copy; once a bit has been measured again, the circuit no longer holds the copied value.
    private int[] Unchanged(VariableSymbol variable, int[] clbits, NameExpression name)
    {
        for (int i = 0; i < clbits.Length; i++)
            if (_writes.GetValueOrDefault(clbits[i]) != variable.Writes[i])
                throw SyntaxFault.Unsupported(name.Place, "a classical variable whose bits have been measured again since");
        return clbits;
    }

    private int[] BitsOf(Expression target)
    {
        if (target is ElementExpression element) target = element.General;
        if (TryBits(target) is { } bits) return bits;
        if (target is NameExpression name && _scope.Find(name.Name) is null || target is IndexExpression { Base: NameExpression })
        {
            string text = target is NameExpression plain ? plain.Name : ((NameExpression)((IndexExpression)target).Base).Name;
            if (_scope.Find(text) is { } other) throw new SyntaxFault(target.Place, $"'{text}' is {other.Kind}, not a classical bit");
            throw new SyntaxFault(
                target.Place, $"'{text}' is not declared", null,
                    Suggestion.Nearest(text, _scope.Names.Where(known => _scope.Find(known) is BitSymbol)));
        }

        throw new SyntaxFault(target.Place, "This is not a classical bit", "a bit or a register of bits");
    }

    private (int[] Selected, bool IsArray) Select(int[] all, IndexExpression index)
    {
        if (index.Indices.Count != 1) throw new SyntaxFault(index.Place, "A register has one index");
        switch (index.Indices[0])
        {
            case RangeExpression range:
                return ([.. Range(range, all.Length, index).Select(i => all[i])], true);
            case SetExpression set:
                return ([.. set.Members.Select(member => all[Position(_evaluator.Integer(member), all.Length, member.Place, index)])],
                    true);
            default:
                Expression single = index.Indices[0];
                return ([all[Position(_evaluator.Integer(single), all.Length, single.Place, index)]], false);
        }
    }

    private List<int> Range(RangeExpression range, int size, IndexExpression index)
    {
        long step = range.Step is null ? 1 : _evaluator.Integer(range.Step);
        if (step == 0) throw new SyntaxFault(range.Place, "The step of a range is not 0");
        long start = range.Start is null ? (step > 0 ? 0 : size - 1) : _evaluator.Integer(range.Start);
        long stop = range.Stop is null ? (step > 0 ? size - 1 : 0) : _evaluator.Integer(range.Stop);
        (start, stop) = (start < 0 ? start + size : start, stop < 0 ? stop + size : stop);
        var positions = new List<int>();
        for (long i = start; step > 0 ? i <= stop : i >= stop; i += step) positions.Add(Position(i, size, range.Place, index));
        return positions.Count > 0 ? positions : throw new SyntaxFault(range.Place, "This range is empty");
    }

    private int Position(long position, int size, Place place, IndexExpression index)
    {
        long at = position < 0 && !IsVersion2 ? position + size : position;
        if (at >= 0 && at < size) return (int)at;
        string name = index.Base is NameExpression register ? $"'{register.Name}'" : "the register";
        throw new SyntaxFault(place, $"Index {position} is outside of {name}, which has size {size}", $"0 to {size - 1}");
    }
}
