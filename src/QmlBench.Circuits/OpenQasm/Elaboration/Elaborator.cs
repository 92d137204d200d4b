using System.Collections.Frozen;
using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Gives statements their meaning: declares names, resolves gates and qubits, unrolls loops, and builds the circuit.</summary>
internal sealed partial class Elaborator
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly QasmOptions _options;
    private readonly QasmVersion _version;
    private readonly bool _isPhysical;
    private readonly OperationCounter _counter;
    private readonly ExpressionEvaluator _evaluator;
    private readonly List<FrozenDictionary<string, GateMeaning>> _libraries = [];
    private readonly Dictionary<string, GateMeaning> _gates = [];
    private readonly HashSet<string> _opaque = [];
    private readonly Dictionary<string, Place> _definedAt = [];
    private readonly HashSet<string> _told = [];
    private readonly List<(int Operation, int Clbit)> _measurements = [];
    private readonly Dictionary<int, long> _writes = [];
    private readonly Scope _globals = new(null);
    private Scope _scope;
    private OperationSink _sink;
    private bool _inGate;
    private int _errors;
    private bool _verbatimAhead;

    internal Elaborator(SourceText source, DiagnosticBag diagnostics, QasmOptions options, QasmVersion version, int hardwareQubits)
    {
        (_source, _diagnostics, _options, _version) = (source, diagnostics, options, version);
        _counter = new OperationCounter(options.Limits.Operations);
        _scope = _globals;
        _isPhysical = hardwareQubits > 0;
        var builder = new CircuitBuilder(hardwareQubits);
        if (_isPhysical) builder.Physical();
        _sink = new OperationSink(builder, _counter, options.KeepDefinitions);
        _evaluator = new ExpressionEvaluator(Find, version, Tell);
    }

    private bool IsVersion2 => _version == QasmVersion.OpenQasm2;

    internal Circuit? Run(QasmParser parser)
    {
        while (_errors < _options.Limits.Errors && parser.Next() is { } statement) TryExecute(statement);
        return _diagnostics.HasErrors ? null : _sink.Build();
    }

    private void Execute(IReadOnlyList<Statement> statements)
    {
        for (int i = 0; i < statements.Count && _errors < _options.Limits.Errors; i++) TryExecute(statements[i]);
    }

    private void TryExecute(Statement statement)
    {
        try
        {
            Execute(statement);
        }
        catch (SyntaxFault fault)
        {
            _errors++;
            _diagnostics.Error(_source, _source.SpanOf(fault.Place.Start, fault.Place.Length), fault.Message, fault.Expected,
                fault.Suggestion);
        }
    }

    private void Execute(Statement statement)
    {
        switch (statement)
        {
            case GateCall call: Call(call); break;
            case MeasureStatement measure: Measure(measure); break;
            case BarrierStatement barrier: Barrier(barrier); break;
            case ResetStatement reset: Reset(reset); break;
            case DelayStatement delay: Delay(delay); break;
            case IfStatement branch: If(branch); break;
            case ForStatement loop: For(loop); break;
            case SwitchStatement choice: Switch(choice); break;
            case BlockStatement block: Block(block); break;
            case AssignmentStatement assignment: Assign(assignment); break;
            case GateDefinition definition: Define(definition); break;
            case PragmaStatement pragma: Pragma(pragma); break;
            case IncludeStatement include: Include(include); break;
            default: Declare(statement); break;
        }
    }

    private void Tell(Severity severity, Place place, string message)
    {
        // A loop or a gate applied to many qubits says a thing once.
        if (!_told.Add($"{place.Start} {message}")) return;
        _diagnostics.Add(new Diagnostic(severity, _source.FileName, _source.SpanOf(place.Start, place.Length), message));
    }

    private Symbol Find(NameExpression name)
    {
        if (_scope.Find(name.Name) is { } symbol) return symbol;
        string? nearest = Suggestion.Nearest(name.Name, _scope.Names.Append("pi"));
        if (IsVersion2 && !_options.Strict && !_inGate && nearest is null) return UndeclaredParameter(name);
        throw new SyntaxFault(name.Place, $"'{name.Name}' is not declared", null, nearest);
    }

    // pytket writes the symbols of a circuit as names that are declared nowhere.
    private NumberSymbol UndeclaredParameter(NameExpression name)
    {
        Tell(Severity.Warning, name.Place, $"'{name.Name}' is declared nowhere; it is read as a parameter of the circuit");
        var symbol = new NumberSymbol(Number.Of(_sink.Builder.Parameter(name.Name)), "a parameter", name.Place);
        _globals.Set(name.Name, symbol);
        return symbol;
    }

    private void Include(IncludeStatement include)
    {
        if (GateLibrary.Find(include.File, _options) is { } library) _libraries.Add(library);
        else
            throw new SyntaxFault(
                include.Place, $"There is no library '{include.File}'; files are never read from disk",
                    "\"qelib1.inc\" or \"stdgates.inc\"",
                Suggestion.Nearest(include.File, ["qelib1.inc", "stdgates.inc", "hqslib1.inc"]));
    }
}
