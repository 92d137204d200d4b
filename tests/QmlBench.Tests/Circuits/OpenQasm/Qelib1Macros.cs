using QmlBench.Circuits;

namespace QmlBench.Tests.Circuits.OpenQasm;

/// <summary>Numbers of U and CX, and the order of the CX, that the macros of qelib1.inc give; the unit in which the sample manifest
/// counts.</summary>
internal static class Qelib1Macros
{
    // "u" is one U on any qubit; "ab" is a CX from operand a to operand b.
    private static readonly Dictionary<string, string> Macros = new()
    {
        ["cx"] = "01",
        ["cz"] = "u 01 u",
        ["cy"] = "u 01 u",
        ["ch"] = "u u 01 u u 01 u u u u u",
        ["crz"] = "u 01 u 01",
        ["cu1"] = "u 01 u 01 u",
        ["cu3"] = "u u 01 u 01 u",
        ["ccx"] = "u 12 u 02 u 12 u 02 u u u 01 u u 01",
        ["cswap"] = "21 u 12 u 02 u 12 u 02 u u u 01 u u 01 21",
        ["swap"] = "01 10 01",
        ["rzz"] = "01 u 01",
        ["sx"] = "u u u",
    };

    /// <summary>U, CX, CX depth, interacting pairs of a circuit over library gates.</summary>
    public static (int U, int CX, int Depth, int Pairs) Count(Circuit circuit)
    {
        (int u, int cx) = (0, 0);
        var level = new int[circuit.QubitCount];
        var pairs = new HashSet<(int, int)>();
        for (int i = 0; i < circuit.Count; i++)
        {
            if (circuit[i].Kind != OperationKind.Gate) continue;
            foreach (string step in Macros.GetValueOrDefault(circuit[i].Gate.Name, "u").Split(' '))
            {
                if (step == "u")
                {
                    u++;
                    continue;
                }

                cx++;
                (int a, int b) = (circuit[i].Qubits[step[0] - '0'], circuit[i].Qubits[step[1] - '0']);
                level[a] = level[b] = Math.Max(level[a], level[b]) + 1;
                pairs.Add((Math.Min(a, b), Math.Max(a, b)));
            }
        }

        return (u, cx, level.DefaultIfEmpty().Max(), pairs.Count);
    }
}
