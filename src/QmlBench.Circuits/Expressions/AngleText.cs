using System.Globalization;

namespace QmlBench.Circuits.Expressions;

/// <summary>Writes an angle so that reading it back builds the same expression, node for node.</summary>
internal sealed class AngleText(IReadOnlyList<string>? names, AngleSyntax syntax, Func<double, string>? numbers = null)
{
    // Binding strength of what has been written; an operand weaker than its operator asks for is put in brackets.
    private const int Sum = 1, Product = 2, Sign = 3, Exponent = 4, Atom = 5;

    internal string Write(Angle angle) => Text(angle).Text;

    private string Number(double value) => numbers is null ? NumberText.Write(value) : numbers(value);

    private (string Text, int Strength) Constant(double value)
    {
        string text = Number(value);
        if (text.Contains('*', StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal)) return (text, Product);
        return (text, text[0] == '-' ? Sign : Atom);
    }

    private static string Bracket((string Text, int Strength) operand, int least) =>
        operand.Strength >= least ? operand.Text : $"({operand.Text})";

    private (string Text, int Strength) Text(Angle angle) => angle.Node switch
    {
        AngleCall call => ($"{FunctionName(call.Function)}({Text(call.Argument).Text})", Atom),
        AngleBinary binary => Binary(binary),
        _ => Affine(angle),
    };

    private (string Text, int Strength) Binary(AngleBinary node)
    {
        (string symbol, int strength) = node.Operator switch
        {
            AngleOperator.Add => (" + ", Sum),
            AngleOperator.Subtract => (" - ", Sum),
            AngleOperator.Multiply => ("*", Product),
            AngleOperator.Divide => ("/", Product),
            _ => (syntax == AngleSyntax.OpenQasm3 ? "**" : "^", Exponent),
        };
        // All operators but the power group to the left; a power is bracketed on both sides, because languages differ there.
        int left = strength == Exponent ? Atom : strength;
        string right = Bracket(Text(node.Right), strength == Exponent ? Atom : strength + 1);
        if (right[0] == '-') right = $"({right})";
        return (Bracket(Text(node.Left), left) + symbol + right, strength);
    }

    private (string Text, int Strength) Affine(Angle angle)
    {
        if (angle.IsConstant) return Constant(angle.Constant);
        string text = Term(angle.Terms[0], first: true);
        for (int i = 1; i < angle.Terms.Length; i++) text += Term(angle.Terms[i], first: false);
        if (angle.Offset != 0.0) text += Signed(Constant(angle.Offset).Text);
        if (angle.Terms.Length > 1 || angle.Offset != 0.0) return (text, Sum);
        return (text, angle.Terms[0].Coefficient switch { 1.0 => Atom, -1.0 => Sign, _ => Product });
    }

    private string Term(AffineTerm term, bool first)
    {
        string name = names is null ? "θ" + term.Parameter.ToString(CultureInfo.InvariantCulture) : names[term.Parameter];
        string text = term.Coefficient switch
        {
            1.0 => name,
            -1.0 => "-" + name,
            _ => $"{Number(term.Coefficient)}*{name}",
        };
        return first ? text : Signed(text);
    }

    private static string Signed(string text) => text[0] == '-' ? " - " + text[1..] : " + " + text;

    private string FunctionName(AngleFunction function) => (function, syntax) switch
    {
        (AngleFunction.Log, AngleSyntax.OpenQasm2) => "ln",
        (AngleFunction.Arcsin, AngleSyntax.OpenQasm2) => "asin",
        (AngleFunction.Arccos, AngleSyntax.OpenQasm2) => "acos",
        (AngleFunction.Arctan, AngleSyntax.OpenQasm2) => "atan",
        _ => function.ToString().ToLowerInvariant(),
    };
}
