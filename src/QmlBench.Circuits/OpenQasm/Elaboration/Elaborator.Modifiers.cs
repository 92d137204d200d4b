using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>ctrl, negctrl, inv and pow.</content>
internal sealed partial class Elaborator
{
    private const int MostControls = 16;

    // Powers and inverses commute with controls, so they go to the plain gate first; then the controls, from the gate outwards.
    private GateSequence Modify(GateCall call, GateSequence gate)
    {
        var controls = new List<bool>();
        for (int i = call.Modifiers.Count - 1; i >= 0; i--)
        {
            Modifier modifier = call.Modifiers[i];
            if (modifier.Name == "inv") gate = gate.Inverse();
            else if (modifier.Name == "pow") gate = Power(gate, Exponent(modifier), modifier.Place);
            else controls.AddRange(Enumerable.Repeat(modifier.Name == "negctrl", Controls(modifier)));
        }

        if (controls.Count > MostControls) throw SyntaxFault.Unsupported(call.Place, $"more than {MostControls} controls on one gate");
        foreach (bool negative in controls) gate = gate.Controlled(negative, operations => _counter.Add(operations, call.Place));
        return gate;
    }

    private static GateSequence Power(GateSequence gate, double exponent, Place place) => gate.Power(exponent)
        ?? throw SyntaxFault.Unsupported(place,
            "this power of this gate; read are whole powers up to 1000, and real ones of constant gates up to 4 qubits");

    private void Add(GateSequence gate, int[] qubits, Place place)
    {
        foreach (PlacedGate operation in gate.Operations)
            _sink.Add(new GateMeaning(operation.Gate), operation.Angles, [.. operation.Qubits.Select(qubit => qubits[qubit])], place);
        _sink.AddPhase(gate.Phase);
    }

    private double Exponent(Modifier modifier)
    {
        Angle exponent = _evaluator.Angle(modifier.Argument!);
        return exponent.IsConstant
            ? exponent.Constant
            : throw SyntaxFault.Unsupported(modifier.Argument!.Place, "a power that depends on an input");
    }

    private int Controls(Modifier modifier)
    {
        if (modifier.Argument is null) return 1;
        long count = _evaluator.Integer(modifier.Argument);
        return count is >= 1 and <= MostControls
            ? (int)count
            : throw new SyntaxFault(modifier.Argument.Place, $"{count} controls", $"1 to {MostControls}");
    }
}
