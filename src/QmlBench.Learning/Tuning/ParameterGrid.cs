using System.Collections.Immutable;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.Tuning;

/// <summary>The settings tuning tries: fixed ones, and the product of lists of values.</summary>
public sealed class ParameterGrid
{
    /// <summary>Creates a grid.</summary>
    /// <param name="settings">What is the same for all.</param>
    /// <param name="axes">Values by name; none makes a grid of the fixed settings alone.</param>
    /// <exception cref="ArgumentException">A list is empty or holds a value twice, or a name is also fixed.</exception>
    public ParameterGrid(Hyperparameters settings, IReadOnlyDictionary<string, ImmutableArray<double>> axes)
    {
        ImmutableArray<Hyperparameters> product = [settings];
        foreach (var (name, values) in axes.OrderBy(axis => axis.Key, StringComparer.Ordinal))
        {
            if (values.IsEmpty || values.Distinct().Count() != values.Length)
                throw new ArgumentException($"The grid of '{name}' must hold at least one value, and each only once.", nameof(axes));
            if (settings.Values.ContainsKey(name))
                throw new ArgumentException($"'{name}' is both fixed and in the grid; keep one.", nameof(axes));
            product = [.. product.SelectMany(setting => values.Select(value => setting.With(name, value)))];
        }

        Settings = product;
    }

    /// <summary>Every combination: names ascending, the last varies fastest.</summary>
    public ImmutableArray<Hyperparameters> Settings { get; }
}
