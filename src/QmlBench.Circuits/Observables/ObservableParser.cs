using System.Globalization;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Observables;

/// <summary>Reads the text form of an observable.</summary>
internal sealed class ObservableParser(string text, int qubits)
{
    private int _at;

    internal Observable Parse()
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<PauliTerm>();
        SkipSpace();
        double sign = TakeSign() ?? 1.0;
        while (true)
        {
            terms.Add(Term(sign));
            if (_at == text.Length) return new Observable(qubits, terms);
            sign = TakeSign() ?? throw Wrong("expected + or -");
        }
    }

    private PauliTerm Term(double sign)
    {
        SkipSpace();
        double? number = TakeNumber();
        SkipSpace();
        bool star = number is not null && Take('*');
        SkipSpace();
        if (_at < text.Length && IsLetter(text[_at])) return new PauliTerm(sign * (number ?? 1.0), TakePauli());
        if (number is null || star) throw Wrong("expected a number or a Pauli string");
        return new PauliTerm(sign * number.Value, PauliString.Identity);
    }

    private PauliString TakePauli()
    {
        int start = _at;
        while (_at < text.Length && IsLetter(text[_at])) _at++;
        string letters = text[start.._at];
        if (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at = start;
            return TakeNumbered();
        }

        SkipSpace();
        if (letters == "I") return PauliString.Identity;
        if (letters.Length == qubits) return PauliString.Parse(letters);
        _at = start;
        throw Wrong($"'{letters}' has {letters.Length} letters, but the register has {qubits} qubits; write one letter a qubit, or letters "
            + "with qubit numbers such as Z0");
    }

    private PauliString TakeNumbered()
    {
        (ulong x, ulong z) = (0, 0);
        while (_at < text.Length && IsLetter(text[_at]))
        {
            int start = _at;
            char letter = text[_at++];
            int digits = _at;
            while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
            if (!int.TryParse(text.AsSpan(digits, _at - digits), NumberStyles.None, CultureInfo.InvariantCulture, out int qubit)
                || qubit >= qubits)
            {
                _at = start;
                throw Wrong($"expected a letter with a qubit number below {qubits}");
            }

            PauliString single = PauliString.Single(qubit, letter);
            if (((x | z) >> qubit & 1) != 0)
            {
                _at = start;
                throw Wrong($"qubit {qubit} is named twice in one Pauli string");
            }

            (x, z) = (x | single.X, z | single.Z);
            SkipSpace();
            if (Take('*')) SkipSpace();
        }

        return new PauliString(x, z);
    }

    private double? TakeNumber()
    {
        int start = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.' || IsExponent())) _at++;
        if (_at == start) return null;
        if (double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return value;
        _at = start;
        throw Wrong("this is not a number");
    }

    private bool IsExponent() => _at > 0 && (text[_at] is 'e' or 'E' || (text[_at] is '+' or '-' && text[_at - 1] is 'e' or 'E'));

    private double? TakeSign()
    {
        SkipSpace();
        if (Take('+')) return 1.0;
        return Take('-') ? -1.0 : null;
    }

    private bool Take(char wanted)
    {
        if (_at == text.Length || text[_at] != wanted) return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private static bool IsLetter(char letter) => letter is 'I' or 'X' or 'Y' or 'Z';

    private FormatException Wrong(string message) =>
        new($"Observable '{text}', character {_at + 1}: {message}.");
}
