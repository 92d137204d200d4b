using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>ctrl, negctrl, inv and pow.</content>
internal sealed partial class Elaborator
{
    private const int MostControls = 16;

    // Powers and inverses commute with controls, so they go to the plain gate first; then the controls, from the gate outwards.
    private ModifiedGate Modify(GateCall call, ModifiedGate gate)
    {
        var controls = new List<bool>();
        for (int i = call.Modifiers.Count - 1; i >= 0; i--)
        {
            Modifier modifier = call.Modifiers[i];
            if (modifier.Name == "inv") gate = gate.Inverse();
            else if (modifier.Name == "pow") gate = gate.Power(Exponent(modifier), modifier.Place);
            else controls.AddRange(Enumerable.Repeat(modifier.Name == "negctrl", Controls(modifier)));
        }

        if (controls.Count > MostControls) throw SyntaxFault.Unsupported(call.Place, $"more than {MostControls} controls on one gate");
        foreach (bool negative in controls) gate = gate.Controlled(negative, operations => _counter.Add(operations, call.Place));
        return gate;
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
