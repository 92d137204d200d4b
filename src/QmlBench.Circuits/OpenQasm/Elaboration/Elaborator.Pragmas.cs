using System.Globalization;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <content>Pragmas of Braket.</content>
internal sealed partial class Elaborator
{
    private const double UnitaryTolerance = 1e-8;
    private const int MostUnitaryDimension = 16;

    private void Pragma(PragmaStatement pragma)
    {
        string text = pragma.Text.TrimStart('#')["pragma".Length..].Trim();
        if (text.StartsWith("braket noise", StringComparison.Ordinal))
            throw SyntaxFault.Unsupported(pragma.Place, "noise written into a circuit; a device profile holds the noise");
        if (text.StartsWith("braket unitary", StringComparison.Ordinal))
        {
            Unitary(text["braket unitary".Length..].Trim(), pragma.Place);
            return;
        }

        _verbatimAhead = text == "braket verbatim";
        if (!_verbatimAhead) Tell(Severity.Notice, pragma.Place, $"The pragma '{text}' is left out");
    }

    private void Unitary(string text, Place place)
    {
        int end = text.LastIndexOf(')');
        if (end < 0 || text[0] != '(' || MatrixText.Parse(text[1..end]) is not { } entries)
            throw new SyntaxFault(place, "This pragma holds no square matrix of numbers", "unitary([[a, b], [c, d]]) qubits");
        int dimension = (int)Math.Sqrt(entries.Length);
        if (!new ComplexMatrix(dimension, dimension, entries).IsUnitary(UnitaryTolerance))
            throw new SyntaxFault(place, "This matrix is not unitary");
        int[] qubits = [.. text[(end + 1)..].Split(',').SelectMany(operand => Qubits(PragmaOperand(operand.Trim(), place)).Qubits)];
        if (dimension > MostUnitaryDimension || (dimension & (dimension - 1)) != 0)
            throw SyntaxFault.Unsupported(place, $"a matrix of {dimension} rows; read are 2, 4, 8 and {MostUnitaryDimension}");
        if (1 << qubits.Length != dimension)
            throw new SyntaxFault(place, $"A matrix of {dimension} rows does not act on {qubits.Length} qubits");
        for (int i = 1; i < qubits.Length; i++)
            if (qubits.AsSpan(0, i).Contains(qubits[i]))
                throw new SyntaxFault(place, $"Qubit {NameOf(qubits[i])} stands at two places of a gate");
        // Braket's first operand is the most significant.
        Add(UnitarySynthesis.Of(entries), [.. qubits.Reverse()], place);
    }

    private static Expression PragmaOperand(string text, Place place)
    {
        if (text.StartsWith('$') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int hardware))
            return new HardwareQubitExpression(hardware, place);
        int bracket = text.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0) return new NameExpression(text, place);
        return text.EndsWith(']') && long.TryParse(text.AsSpan(bracket + 1, text.Length - bracket - 2), NumberStyles.None,
            CultureInfo.InvariantCulture, out long index)
            ? new IndexExpression(new NameExpression(text[..bracket], place), [new IntegerExpression(index, place)], place)
            : throw new SyntaxFault(place, $"'{text}' is not a qubit", "name[index]");
    }
}
