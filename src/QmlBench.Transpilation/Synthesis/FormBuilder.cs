namespace QmlBench.Transpilation.Synthesis;

/// <summary>Collects one-qubit unitaries and two-qubit gates in time order.</summary>
internal sealed class FormBuilder(in Matrix2 first, in Matrix2 second)
{
    private readonly List<Matrix2> _first = [first], _second = [second];
    private readonly List<PairUse> _pairs = [];

    public void Locals(in Matrix2 first, in Matrix2 second)
    {
        _first[^1] = first * _first[^1];
        _second[^1] = second * _second[^1];
    }

    public void Use(PairUse use) => Use(use, Matrix2.Identity, Matrix2.Identity);

    /// <summary>A gate and the one-qubit unitaries after it.</summary>
    public void Use(PairUse use, in Matrix2 afterFirst, in Matrix2 afterSecond)
    {
        _pairs.Add(use);
        _first.Add(afterFirst);
        _second.Add(afterSecond);
    }

    /// <summary>Everything of a form, its phase aside.</summary>
    public void Append(TwoQubitForm form)
    {
        Locals(form.First[0], form.Second[0]);
        for (var i = 0; i < form.Uses; i++)
            Use(form.Pairs[i], form.First[i + 1], form.Second[i + 1]);
    }

    /// <summary>The form whose phase makes it the unitary.</summary>
    public TwoQubitForm Finish(Matrix4 unitary) => new TwoQubitForm([.. _first], [.. _second], [.. _pairs], 0).AlignedWith(unitary);
}
