using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Learning.Models;

/// <summary>What a fitted model says about samples, with its uncertainty and what it cost to say.</summary>
/// <param name="Values">Decision value of each sample; ≥ 0 predicts class 1.</param>
/// <param name="StandardErrors">Standard error of each value from shots and calibration; empty when exact.</param>
/// <param name="Probabilities">
/// Probability of class 1, for models that state one; else empty. May leave [0, 1] under noise or mitigation.
/// </param>
/// <param name="Spent">What the executor spent; zero for classical models.</param>
/// <param name="Method">How the executor computed, or null where none was used.</param>
/// <param name="Notices">Every fallback taken.</param>
public sealed record Decisions(
    ReadOnlyMemory<double> Values,
    ReadOnlyMemory<double> StandardErrors,
    ReadOnlyMemory<double> Probabilities,
    Ledger Spent,
    Method? Method,
    ImmutableArray<Notice> Notices)
{
    /// <summary>Number of samples.</summary>
    public int Count => Values.Length;

    /// <summary>True when the values carry no statistical error.</summary>
    public bool IsExact => StandardErrors.IsEmpty;

    /// <summary>Decision values that cost nothing and carry no error.</summary>
    /// <param name="values">Decision value of each sample.</param>
    /// <param name="probabilities">Probability of class 1, or empty.</param>
    public static Decisions Classical(ReadOnlyMemory<double> values, ReadOnlyMemory<double> probabilities = default) =>
        new(values, ReadOnlyMemory<double>.Empty, probabilities, default, null, []);

    /// <summary>Predicted class of each sample: 1 where the decision value is ≥ 0.</summary>
    public ImmutableArray<int> Predict() => Predict(Values.Span);

    /// <summary>Predicted class of each decision value.</summary>
    /// <exception cref="ArgumentException">A value is not a number.</exception>
    public static ImmutableArray<int> Predict(ReadOnlySpan<double> values)
    {
        var classes = ImmutableArray.CreateBuilder<int>(values.Length);
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                throw new ArgumentException("A decision value is not a number.", nameof(values));
            classes.Add(value >= 0 ? 1 : 0);
        }

        return classes.MoveToImmutable();
    }
}
