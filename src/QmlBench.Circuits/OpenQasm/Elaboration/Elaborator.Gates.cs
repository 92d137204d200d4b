using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>Gates: calls, broadcasting, definitions.</content>
internal sealed partial class Elaborator
{
    private const int MostSingles = 8;

    private void Call(GateCall call)
    {
        if (call.Name.Text == "gphase" && (!IsVersion2 || !_gates.ContainsKey("gphase")))
        {
            GlobalPhase(call);
            return;
        }

        GateMeaning meaning = FindGate(call.Name);
        Angle[] angles = ArgumentsOf(call, meaning.Gate.ParameterCount);
        if (call.Modifiers.Count == 0 && TryCallOnSingleQubits(call, meaning, angles)) return;
        if (call.Modifiers.Count > 0)
        {
            GateSequence modified = Modify(call, GateSequence.Of(meaning.Gate, angles, meaning.Phase?.Invoke(angles) ?? Angle.Zero));
            Broadcast(call, modified.QubitCount, qubits => Add(modified, qubits, call.Place));
        }
        else Broadcast(call, meaning.Gate.QubitCount, qubits => _sink.Add(meaning, angles, qubits, call.Place));
    }

    // The way of nearly every statement of a long program; what is unusual or wrong goes the general way.
    private bool TryCallOnSingleQubits(GateCall call, GateMeaning meaning, Angle[] angles)
    {
        int count = call.Operands.Count;
        if (count != meaning.Gate.QubitCount || count > MostSingles) return false;
        Span<int> qubits = stackalloc int[MostSingles];
        for (int i = 0; i < count; i++)
        {
            int qubit = SingleQubit(call.Operands[i]);
            if (qubit < 0 || qubits[..i].Contains(qubit)) return false;
            qubits[i] = qubit;
        }

        _sink.Add(meaning, angles, qubits[..count], call.Place);
        return true;
    }

    private void GlobalPhase(GateCall call)
    {
        Angle[] angles = Arguments(call, 1);
        if (IsVersion2)
        {
            // PennyLane writes lines 'gphase(x) ;' into OpenQASM 2 and means e^{-ix}.
            if (_options.Strict) throw new SyntaxFault(call.Name.Place, "OpenQASM 2 has no gphase");
            Tell(Severity.Warning, call.Name.Place, "OpenQASM 2 has no gphase; it is read as PennyLane's global phase");
            _sink.AddPhase(-angles[0]);
            return;
        }

        if (call.Modifiers.Count == 0 && call.Operands.Count > 0)
            throw new SyntaxFault(call.Operands[0].Place, "gphase takes no qubits without a control");
        GateSequence modified = Modify(call, GateSequence.OfPhase(angles[0]));
        if (modified.QubitCount == 0) _sink.AddPhase(modified.Phase);
        else Broadcast(call, modified.QubitCount, qubits => Add(modified, qubits, call.Place));
    }

    // What is wrong with the arguments of a gate is best understood beside its definition.
    private Angle[] ArgumentsOf(GateCall call, int count)
    {
        try
        {
            return Arguments(call, count);
        }
        catch (SyntaxFault) when (_definedAt.TryGetValue(call.Name.Text, out Place place))
        {
            Tell(Severity.Notice, place, $"The gate '{call.Name.Text}' is defined here");
            throw;
        }
    }

    private Angle[] Arguments(GateCall call, int count)
    {
        if (call.Arguments.Count != count)
            throw new SyntaxFault(call.Name.Place, $"'{call.Name.Text}' takes {Plural(count, "angle")}, but got {call.Arguments.Count}");
        if (count == 0) return [];
        var angles = new Angle[count];
        for (int i = 0; i < count; i++) angles[i] = _evaluator.Angle(call.Arguments[i]);
        return angles;
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    // Registers are walked together; single qubits stay.
    private void Broadcast(GateCall call, int qubitCount, Action<int[]> apply)
    {
        if (call.Operands.Count != qubitCount)
            throw new SyntaxFault(call.Name.Place,
                $"'{call.Name.Text}' takes {Plural(qubitCount, "qubit")}, but got {call.Operands.Count}");
        var operands = new int[qubitCount][];
        int size = -1;
        for (int i = 0; i < qubitCount; i++)
        {
            (operands[i], bool isArray) = Qubits(call.Operands[i]);
            if (!isArray) continue;
            if (size >= 0 && size != operands[i].Length)
                throw new SyntaxFault(call.Operands[i].Place,
                    $"This register has {operands[i].Length} qubits, another one in this statement {size}");
            size = operands[i].Length;
        }

        for (int step = 0; step < Math.Abs(size); step++)
        {
            var qubits = new int[qubitCount];
            for (int i = 0; i < qubitCount; i++) qubits[i] = operands[i].Length == 1 ? operands[i][0] : operands[i][step];
            CheckDifferent(call, qubits);
            apply(qubits);
        }
    }

    private void CheckDifferent(GateCall call, int[] qubits)
    {
        for (int i = 1; i < qubits.Length; i++)
            if (qubits.AsSpan(0, i).Contains(qubits[i]))
                throw new SyntaxFault(call.Operands[i].Place, $"Qubit {NameOf(qubits[i])} stands at two places of a gate");
    }

    private GateMeaning FindGate(Word name)
    {
        if (_gates.TryGetValue(name.Text, out GateMeaning? own)) return own;
        foreach (var library in _libraries)
            if (library.TryGetValue(name.Text, out GateMeaning? meaning)) return meaning;
        if (name.Text == "U") return BuiltInU();
        if (name.Text == "CX" && IsVersion2) return new GateMeaning(StandardGates.CX);
        if (!IsVersion2 && _libraries.Count == 0 && GateLibrary.WithoutInclude.TryGetValue(name.Text, out GateMeaning? braket))
            return braket;
        if (_libraries.Count > 0 && !_options.Strict && StandardGates.TryFind(name.Text, out Gate? gate))
        {
            Tell(Severity.Warning, name.Place, $"Gate '{name.Text}' is in no included library; it is read as the gate of that name");
            return new GateMeaning(gate);
        }

        throw _opaque.Contains(name.Text)
            ? SyntaxFault.Unsupported(name.Place, $"the opaque gate '{name.Text}', which has no definition")
            : UnknownGate(name);
    }

    private GateMeaning BuiltInU() => IsVersion2 || _options.PhaseConvention == QasmPhaseConvention.Qiskit
        ? new GateMeaning(StandardGates.U)
        : new GateMeaning(StandardGates.U, angles => 0.5 * angles[0]);

    private SyntaxFault UnknownGate(Word name)
    {
        string library = IsVersion2 ? "qelib1.inc" : "stdgates.inc";
        if (_libraries.Count == 0 && GateLibrary.Find(library, _options)!.ContainsKey(name.Text))
            return new SyntaxFault(name.Place, $"Gate '{name.Text}' is not defined", $"include \"{library}\"; at the beginning");
        if (_scope.Find(name.Text) is { } symbol)
            return new SyntaxFault(name.Place, $"'{name.Text}' is {symbol.Kind}, not a gate", "a gate");
        IEnumerable<string> known = _gates.Keys.Concat(_libraries.SelectMany(table => table.Keys))
            .Concat(_libraries.Count == 0 ? GateLibrary.AllNames : []);
        return new SyntaxFault(name.Place, $"Gate '{name.Text}' is not defined", null, Suggestion.Nearest(name.Text, known));
    }

    private void Define(GateDefinition definition)
    {
        CheckTopLevel(definition.Place, "the definition of a gate");
        Word name = definition.Name;
        if (_gates.ContainsKey(name.Text) || _opaque.Contains(name.Text)
            || (_options.Strict && _libraries.Any(library => library.ContainsKey(name.Text))))
            throw new SyntaxFault(name.Place, $"Gate '{name.Text}' is already defined");
        if (_globals.FindHere(name.Text) is { } symbol)
            throw new SyntaxFault(name.Place, $"'{name.Text}' is already declared as {symbol.Kind}");
        CheckNames(definition);
        if (definition.Body is null)
        {
            DefineOpaque(definition);
            return;
        }

        _definedAt[name.Text] = name.Place;
        int errors = _errors;
        (Circuit body, long size) = Body(definition, definition.Body);
        // After errors the body is not what was meant; the name is known, so that calls of it are not errors too.
        _gates[name.Text] = errors != _errors ? new GateMeaning(Gate.Define(name.Text, body.Parameters, body))
            : Meaning(name.Text, body, size);
    }

    private GateMeaning Meaning(string name, Circuit body, long size)
    {
        if (body.QubitCount <= 5 && size <= 1000 && CatalogueMatch.Find(name, body, phaseMatters: !IsVersion2) is { } catalogue)
            return catalogue;
        return new GateMeaning(Gate.Define(name, body.Parameters, body)) { Size = Math.Max(size, 1) };
    }

    private static void CheckNames(GateDefinition definition)
    {
        var seen = new HashSet<string>();
        foreach (Word word in definition.Parameters.Concat(definition.Qubits))
            if (!seen.Add(word.Text))
                throw new SyntaxFault(word.Place, $"'{word.Text}' is named twice in the head of gate '{definition.Name.Text}'");
    }

    // Declaring a gate without definition is no error; applying it is. Qiskit writes a delay of OpenQASM 2 as an opaque gate and loses
    // its unit.
    private void DefineOpaque(GateDefinition definition)
    {
        string name = definition.Name.Text;
        if (_options.Strict || !(name == "delay" || name.StartsWith("delay_", StringComparison.Ordinal)))
        {
            _opaque.Add(name);
            return;
        }

        Tell(Severity.Warning, definition.Name.Place, $"The opaque gate '{name}' is read as nothing: a delay without a unit");
        var builder = new CircuitBuilder(definition.Qubits.Count);
        string[] parameters = [.. definition.Parameters.Select(word => word.Text)];
        _gates[name] = new GateMeaning(Gate.Define(name, parameters, builder.Build())) { IsIgnored = true };
    }

    private (Circuit Body, long Size) Body(GateDefinition definition, IReadOnlyList<Statement> statements)
    {
        (Scope scope, OperationSink sink) = (_scope, _sink);
        var builder = new CircuitBuilder(definition.Qubits.Count);
        _scope = new Scope(null);
        foreach (string name in _globals.Names)
            if (_globals.FindHere(name) is NumberSymbol { What: "a constant" } constant) _scope.Set(name, constant);
        foreach (Word word in definition.Parameters)
            _scope.Set(word.Text, new NumberSymbol(Number.Of(builder.Parameter(word.Text)), "a parameter", word.Place));
        for (int i = 0; i < definition.Qubits.Count; i++)
            _scope.Set(definition.Qubits[i].Text, new QubitSymbol([i], false, definition.Qubits[i].Place));
        (_sink, _inGate) = (new OperationSink(builder, _counter, _options.KeepDefinitions), true);
        Execute(statements);
        (Circuit body, long size) = (_sink.Build(), _sink.Size);
        (_scope, _sink, _inGate) = (scope, sink, false);
        return (body, size);
    }
}
