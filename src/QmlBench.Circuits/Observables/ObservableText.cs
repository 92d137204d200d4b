using System.Globalization;
using System.Text;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Observables;

/// <summary>Writes observables.</summary>
internal static class ObservableText
{
    private const int MostLetters = 16;

    internal static string Write(Observable observable)
    {
        if (observable.Terms.IsEmpty) return "0";
        var text = new StringBuilder();
        foreach (PauliTerm term in observable.Terms)
        {
            double size = Math.Abs(term.Coefficient);
            text.Append((term.Coefficient < 0.0, text.Length == 0) switch
            {
                (true, true) => "-",
                (true, false) => " - ",
                (false, true) => "",
                _ => " + ",
            });
            if (size != 1.0) text.Append(size.ToString("R", CultureInfo.InvariantCulture)).Append('*');
            text.Append(Letters(term.Pauli, observable.QubitCount));
        }

        return text.ToString();
    }

    private static string Letters(PauliString pauli, int qubits)
    {
        if (qubits <= MostLetters) return pauli.ToString(qubits);
        if (pauli == PauliString.Identity) return "I";
        return string.Join(
            ' ', Enumerable.Range(0, qubits).Reverse().Where(qubit => pauli[qubit] != 'I').Select(qubit => $"{pauli[qubit]}{qubit}"));
    }
}
