using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>Statements that hold statements.</content>
internal sealed partial class Elaborator
{
    private const int RoomOfABlock = 4;

    private void Block(BlockStatement block)
    {
        CheckNotInGate(block.Place, "a block");
        bool verbatim = block.IsBox && _verbatimAhead;
        _verbatimAhead = false;
        if (block.IsBox && !verbatim) Tell(Source.Severity.Notice, block.Place, "The box is read as a plain block");
        ExecuteInScope(block.Body);
    }

    private void ExecuteInScope(IReadOnlyList<Statement> body)
    {
        Scope outer = _scope;
        _scope = new Scope(outer);
        Execute(body);
        _scope = outer;
    }

    private void If(IfStatement statement)
    {
        CheckNotInGate(statement.Place, "a condition");
        Branches condition = new ConditionReader(TryBits, _evaluator, Tell, _options.Strict && IsVersion2).Read(statement.Condition);
        int start = _sink.Builder.Count;
        ExecuteUnder(condition, statement.Then, statement.Place);
        if (statement.Else.Count > 0) ExecuteUnder(condition.Not(statement.Condition.Place), statement.Else, statement.Place);
        CheckConditionKept(condition, start, statement.Condition.Place);
    }

    // Operations carry the condition one by one, so a body must not change the bits its later operations are decided by.
    private void CheckConditionKept(Branches condition, int start, Place place)
    {
        var read = new HashSet<int>(condition.Clbits);
        foreach ((int operation, int clbit) in _measurements)
            if (operation >= start && operation < _sink.Builder.Count - 1 && read.Contains(clbit))
                throw SyntaxFault.Unsupported(place, "an if whose body measures into the bits of its own condition before it ends");
    }

    private void ExecuteUnder(Branches branches, IReadOnlyList<Statement> body, Place place)
    {
        Condition? outer = _sink.Condition;
        foreach (Condition? branch in branches.Conditions)
        {
            // Empty bodies in one another would otherwise double without ever adding an operation.
            _counter.Add(RoomOfABlock, place);
            _sink.Condition = outer is not null && branch is not null ? outer.And(branch) : branch ?? outer;
            ExecuteInScope(body);
        }

        _sink.Condition = outer;
    }

    private void For(ForStatement loop)
    {
        Scope outer = _scope;
        foreach (Number value in LoopValues(loop.Values))
        {
            if (_errors >= _options.Limits.Errors) break;
            _scope = new Scope(outer);
            _scope.Set(loop.Variable.Text, new NumberSymbol(value, "a loop variable", loop.Variable.Place));
            int errors = _errors;
            _counter.Add(1, loop.Place);
            Execute(loop.Body);
            _scope = outer;
            // What is wrong in one round is wrong in the others.
            if (_errors > errors) break;
        }

        _scope = outer;
    }

    private IEnumerable<Number> LoopValues(Expression values)
    {
        if (values is SetExpression set)
        {
            foreach (Expression member in set.Members) yield return _evaluator.Number(member);
            yield break;
        }

        var range = (RangeExpression)values;
        long step = range.Step is null ? 1 : _evaluator.Integer(range.Step);
        (long start, long stop) = (_evaluator.Integer(range.Start!), _evaluator.Integer(range.Stop!));
        if (step == 0) throw new SyntaxFault(range.Place, "The step of a range is not 0");
        for (long i = start; step > 0 ? i <= stop : i >= stop; i += step) yield return Number.Of(i);
    }

    private void Switch(SwitchStatement statement)
    {
        CheckNotInGate(statement.Place, "a switch");
        var reader = new ConditionReader(TryBits, _evaluator, Tell, false);
        Branches rest = Branches.Always;
        int start = _sink.Builder.Count;
        Branches all = Branches.Never;
        foreach (SwitchCase choice in statement.Cases)
        {
            Branches chosen = choice.Values.Count == 0 ? Branches.Always : Branches.Never;
            foreach (Expression value in choice.Values)
                chosen = chosen.Or(reader.Equality(statement.Value, value, value.Place), value.Place);
            all = all.Or(chosen, statement.Place);
            ExecuteUnder(rest.And(chosen, statement.Place), choice.Body, statement.Place);
            rest = rest.And(chosen.Not(statement.Place), statement.Place);
        }

        CheckConditionKept(all, start, statement.Place);
    }
}
