using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Source;

namespace QmlBench.Learning.Models;

/// <summary>Values of hyperparameters by name, in ordinal order of names. Equal texts are equal settings.</summary>
public sealed class Hyperparameters : IEquatable<Hyperparameters>
{
    private readonly ImmutableSortedDictionary<string, double> _values;

    private Hyperparameters(ImmutableSortedDictionary<string, double> values) => _values = values;

    /// <summary>Nothing set: every default.</summary>
    public static Hyperparameters None { get; } = new(ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal));

    /// <summary>The values by name, names ascending.</summary>
    public ImmutableSortedDictionary<string, double> Values => _values;

    /// <summary>The value of a name that is set.</summary>
    /// <exception cref="KeyNotFoundException">The name is not set.</exception>
    public double this[string name] => _values[name];

    /// <summary>Settings with these values.</summary>
    public static Hyperparameters Of(params (string Name, double Value)[] values) =>
        values.Aggregate(None, (settings, pair) => settings.With(pair.Name, pair.Value));

    /// <summary>These settings with one more, or another value for one.</summary>
    public Hyperparameters With(string name, double value) => new(_values.SetItem(name, value));

    /// <summary>These settings over those of <paramref name="fallback"/>: what is set here wins.</summary>
    public Hyperparameters Over(Hyperparameters fallback) => new(fallback._values.SetItems(_values));

    /// <summary>These settings with every hyperparameter of a model: what is not set has its default.</summary>
    /// <param name="model">Name of the model, for messages.</param>
    /// <param name="specs">The model's hyperparameters.</param>
    /// <exception cref="ArgumentException">
    /// A name is not one of the model's (the message suggests the nearest), or a value is out of range.
    /// </exception>
    public Hyperparameters Complete(string model, IReadOnlyList<HyperparameterSpec> specs)
    {
        foreach (var (name, value) in _values)
        {
            var spec = specs.FirstOrDefault(spec => spec.Name == name) ?? throw Unknown(model, name, specs);
            if (spec.Complaint(value) is { } complaint)
                throw new ArgumentException($"{model}: {complaint}");
        }

        return Over(Of([.. specs.Select(spec => (spec.Name, spec.Default))]));
    }

    /// <summary>A whole number that is set.</summary>
    public int Whole(string name) => (int)_values[name];

    /// <inheritdoc/>
    public bool Equals(Hyperparameters? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Hyperparameters);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary><c>C=0.1,gamma=1</c>: names ascending, numbers in their shortest exact form; canonical, fit for hashing.</summary>
    public override string ToString() =>
        string.Join(',', _values.Select(pair => $"{pair.Key}={pair.Value.ToString("R", CultureInfo.InvariantCulture)}"));

    private static ArgumentException Unknown(string model, string name, IReadOnlyList<HyperparameterSpec> specs)
    {
        var near = Suggestion.Nearest(name, specs.Select(spec => spec.Name));
        return new(
            $"'{name}' is not a hyperparameter of {model}; it has {string.Join(", ", specs.Select(spec => spec.Name))}." +
            (near is null ? string.Empty : $" Did you mean '{near}'?"));
    }
}
