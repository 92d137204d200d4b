namespace QmlBench.Transpilation.Synthesis;

/// <summary>
/// Synthesis with a gate G that is a swap times a gate D of another class: U takes n uses of G where U·SWAPⁿ takes n of D = G·SWAP.
/// </summary>
internal static class SwapExchange
{
    /// <summary>U·SWAPⁿ, which is what has to be written with D.</summary>
    public static Matrix4 Before(Matrix4 unitary, int uses) => uses % 2 == 0 ? unitary : unitary * Matrix4.Swap;

    /// <summary>A form of U·SWAPⁿ in uses of D as one of U in uses of G.</summary>
    /// <remarks>Every swap moves to the front in time; an unexchanged G passes it, and what stood before it is exchanged.</remarks>
    public static TwoQubitForm Apply(TwoQubitForm form, PairUse use, Matrix4 unitary)
    {
        Matrix2[] first = [.. form.First], second = [.. form.Second];
        for (var i = 0; i <= form.Uses; i++)
            if ((form.Uses - i) % 2 == 1)
                (first[i], second[i]) = (form.Second[i], form.First[i]);
        return new TwoQubitForm(first, second, [.. form.Pairs.Select(_ => use)], 0).AlignedWith(unitary);
    }
}
