using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Verification;

/// <summary>Which steps must keep their order because of the classical bits they read and write.</summary>
internal static class ClassicalOrder
{
    /// <summary>Whether a step writes a bit that a condition reads.</summary>
    public static bool Writes(this Step step, Circuit source, Condition? condition) =>
        condition is not null && step is FixedStep fix && source[fix.Origin].Clbit is var bit && bit >= 0 && condition.Clbits.Contains(bit);

    /// <summary>Whether one of two steps writes a bit that the other reads or writes.</summary>
    public static bool MeetsBits(this Step step, Circuit source, FixedStep fix)
    {
        var bit = source[fix.Origin].Clbit;
        return fix.Writes(source, step.Condition) || step.Writes(source, fix.Condition)
            || (bit >= 0 && step is FixedStep other && source[other.Origin].Clbit == bit);
    }
}
