using CsCheck;

namespace QmlBench.Tests;

/// <summary>
/// Checks a property on values drawn from a CsCheck generator with a fixed seed, so that a run never differs from the one before.
/// (CsCheck's own <c>seed:</c> fixes only the first value.)
/// </summary>
internal static class Property
{
    /// <summary>Runs <paramref name="check"/> on <paramref name="count"/> values; a failure names the number of the value and the value.</summary>
    public static void Holds<T>(Gen<T> gen, Action<T> check, int count = 200, ulong seed = 20260101)
    {
        var random = new PCG(1, seed);
        for (int i = 0; i < count; i++)
        {
            T value = gen.Generate(random, null, out _);
            try
            {
                check(value);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Value {i} of seed {seed}: {Check.Print(value)}\n{fault.Message}", fault);
            }
        }
    }
}
