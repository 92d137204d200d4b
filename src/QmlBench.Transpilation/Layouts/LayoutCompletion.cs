namespace QmlBench.Transpilation.Layouts;

/// <summary>Gives wires without a place the free device qubits in ascending order.</summary>
internal static class LayoutCompletion
{
    public static void Fill(int[] layout, int deviceQubits)
    {
        var taken = new bool[deviceQubits];
        foreach (var qubit in layout)
            if (qubit >= 0)
                taken[qubit] = true;
        var free = 0;
        for (var wire = 0; wire < layout.Length; wire++)
        {
            if (layout[wire] >= 0)
                continue;
            while (taken[free])
                free++;
            taken[free] = true;
            layout[wire] = free;
        }
    }
}
